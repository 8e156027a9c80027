using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.DefineResponsibility;

/// <summary>第二条: in what way a duty was failed.</summary>
public enum FailureKind
{
    /// <summary>不履职.</summary>
    NotPerformed,

    /// <summary>不当履职.</summary>
    ImproperlyPerformed,

    /// <summary>违法履职.</summary>
    UnlawfullyPerformed,
}

/// <summary>第四条: the responsibility that goes with a position.</summary>
public enum ResponsibilityType
{
    /// <summary>总责 of a Party committee or government as a body.</summary>
    OverallOfTheBody,

    /// <summary>全面领导责任 of the heads of Party and government.</summary>
    FullLeadership,

    /// <summary>直接领导责任 of the leader in charge of environmental protection.</summary>
    DirectLeadership,

    /// <summary>管理责任 of the other members of the leadership.</summary>
    Management,

    /// <summary>直接责任 of the heads of departments in their field.</summary>
    Direct,
}

/// <summary>第三条: why the unit or person falls under the regulation.</summary>
public enum PartyScope
{
    /// <summary>第三条第一款: Party organs, governments, their departments and people.</summary>
    PartyOrGovernment,

    /// <summary>第三条第二款: enterprises and institutions under them, and people appointed by the managing department.</summary>
    ManagedOrAppointed,

    /// <summary>第三条第三款: everybody else.</summary>
    OtherLaw,
}

/// <summary>第十五条: which list of questions fits the organisation.</summary>
public enum OrganisationTier
{
    /// <summary>州直部门.</summary>
    PrefectureDepartment,

    /// <summary>县市（园区）.</summary>
    CountyOrPark,

    /// <summary>Neither.</summary>
    Other,
}

/// <summary>第十四条第（二）项第二句: where the person is now; none of it shields him.</summary>
public enum PresentWhereabouts
{
    /// <summary>In the same unit.</summary>
    SameUnit,

    /// <summary>调离.</summary>
    Transferred,

    /// <summary>提拔重用.</summary>
    Promoted,

    /// <summary>退休.</summary>
    Retired,
}

/// <summary>The matrix of units and persons, and the questions of 第十五条 that were looked into.</summary>
public sealed record DefineResponsibilityForm
{
    [Field("第九条第（三）项")]
    public List<Finding> Matrix { get; init; } = [];

    [Field("第九条第（三）项", Multiline = true), StringLength(2000)]
    public string? NobodyBecause { get; init; }

    [Field("第十五条")]
    public List<TierAnswer> TierAnswers { get; init; } = [];
}

/// <summary>One act of one unit or person, held against its duty.</summary>
public sealed record Finding
{
    [Field("第二条")]
    public bool IsPerson { get; init; }

    [Field("第九条第（三）项", From = ChoiceList.People)]
    public string? PersonId { get; init; }

    [Field("第九条第（三）项"), StringLength(100)]
    public string? Name { get; init; }

    [Field("第九条第（三）项", From = ChoiceList.Organisations)]
    public string? OrganisationId { get; init; }

    [Field("第三条"), Required]
    public PartyScope? Scope { get; init; }

    [Field("第三条第二款"), StringLength(200)]
    public string? ManagedBy { get; init; }

    [Field("第四条"), StringLength(200)]
    public string? PostThen { get; init; }

    [Field("第九条第（三）项", Multiline = true), Required, StringLength(2000)]
    public string Duty { get; init; } = "";

    [Field("第九条第（三）项", Multiline = true), Required, StringLength(2000)]
    public string Act { get; init; } = "";

    [Field("第十四条第（二）项"), Required]
    public DateOnly? ActFrom { get; init; }

    [Field("第十四条第（二）项"), Required]
    public DateOnly? ActTo { get; init; }

    [Field("第十四条第（二）项第三句", Multiline = true), StringLength(1000)]
    public string? OtherBasis { get; init; }

    [Field("第二条")]
    public FailureKind? Failure { get; init; }

    [Field("第二条", Multiline = true), StringLength(2000)]
    public string? Consequence { get; init; }

    [Field("第二条", Multiline = true), StringLength(2000)]
    public string? Influence { get; init; }

    [Field("第九条第（三）项", Multiline = true), Required, StringLength(2000)]
    public string Evidence { get; init; } = "";

    [Field("第九条第（二）项、第九条第（三）项", From = ChoiceList.Causes)]
    public string? Cause { get; init; }

    [Field("第四条")]
    public ResponsibilityType? Responsibility { get; init; }

    [Field("第四条", Multiline = true), StringLength(1000)]
    public string? OtherTypeBecause { get; init; }

    [Field("第十五条"), Required]
    public OrganisationTier? Tier { get; init; }

    [Field("第十四条第（二）项第二句")]
    public PresentWhereabouts? Now { get; init; }
}
