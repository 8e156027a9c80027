namespace WorkflowAccountability.Procedure.Forms;

/// <summary>A field of a form, with the clause that asks for it. Its label is the text <c>FormType.Property</c> beside the stage (or beside <see cref="FormTexts"/> for shared ones), its help <c>FormType.Property.Help</c>.</summary>
/// <param name="citation">The exact clause, or 内部环节 / 参照… where the text does not ask for it.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(string citation) : Attribute
{
    /// <summary>The exact clause, or 内部环节 / 参照….</summary>
    public string Citation { get; } = citation;

    /// <summary>Whether the text runs over several lines.</summary>
    public bool Multiline { get; init; }

    /// <summary>From which list a string value is chosen.</summary>
    public ChoiceList From { get; init; }

    /// <summary>Whether the page shows the value but the person cannot change it (it is sent back as it came).</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether the system carries it with a row: alone it makes no row, so that a row whose other fields were emptied is gone.</summary>
    public bool IsMark { get; init; }
}

/// <summary>The lists that string fields choose from.</summary>
public enum ChoiceList
{
    /// <summary>Free text.</summary>
    None,

    /// <summary>Ids of organisations.</summary>
    Organisations,

    /// <summary>Ids of people.</summary>
    People,

    /// <summary>Codes of the measures of 第十三条.</summary>
    Measures,

    /// <summary>Role codes.</summary>
    Roles,

    /// <summary>Ids of the units and persons under inquiry in this case.</summary>
    Parties,

    /// <summary>Ids of this case's handling proposals.</summary>
    Proposals,

    /// <summary>Ids of this case's decided measures.</summary>
    DecidedMeasures,

    /// <summary>Exact citations of 第六条's items.</summary>
    LaunchGrounds,

    /// <summary>The levels of an event, Ⅰ–Ⅳ.</summary>
    EventLevels,

    /// <summary>Ids of uploaded files; the property is a list of them.</summary>
    Files,

    /// <summary>People who sit in the investigation team.</summary>
    Members,

    /// <summary>Numbers of the entries that propose a change of members and wait for an answer.</summary>
    MemberChanges,

    /// <summary>Ids of 第十二条's ledger entries that no decision has lifted.</summary>
    Restrictions,

    /// <summary>Codes of sanctions with an impact period.</summary>
    Sanctions,

    /// <summary>Ids of the decided measures on funds.</summary>
    FundsMeasures,

    /// <summary>Ids of the measures whose restriction of approvals no decision has lifted.</summary>
    ApprovalRestrictions,

    /// <summary>Ids of the referrals whose outcome is not known.</summary>
    Referrals,

    /// <summary>Numbers of the entries that record an appeal on which nothing was decided.</summary>
    Appeals,

    /// <summary>Ids of the released versions of the case's public edition.</summary>
    Editions,

    /// <summary>Numbers of the entries that ask a unit for records.</summary>
    RecordRequests,

    /// <summary>Numbers of the causes that the team established (第九条第（二）项).</summary>
    Causes,

    /// <summary>The choices of the classification criterion that the property is named after; the value is the level.</summary>
    CriterionChoices,
}
