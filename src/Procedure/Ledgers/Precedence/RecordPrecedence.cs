using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Precedence;

/// <summary>第三条第四款 (从其规定): which rule applies to what, and why it goes before the regulation.</summary>
[Entry("record-precedence", "第三条第四款")]
public sealed class RecordPrecedence : EntryKind<RecordPrecedenceForm>
{
    /// <inheritdoc/>
    public override bool May(EntryContext context) => context.Actor.Holds(Roles.Government) || context.Actor.Holds(Roles.LegalOffice)
        || context.File.Members(TeamKind.Investigation).Any(member => member.PersonId == context.Actor.PersonId);

    /// <summary>第三条第四款: the rule is named by its title, and was in force on the day it is applied to.</summary>
    [Clause("第三条第四款")]
    protected override IEnumerable<Ruling> Check(EntryContext context, RecordPrecedenceForm form) =>
    [
        Ruling.Require(form.Rule.Contains('《') && form.Rule.Contains('》'), "第三条第四款",
            Text.Of<RecordPrecedence>("Rule.Unnamed.Reason"), Text.Of<RecordPrecedence>("Rule.Unnamed.Remedy")),
        Ruling.Require(form.InForceOn is not { } day || context.File.Rules.Bases.NotInForce(form.Rule, day, day) is [], "第三条第四款",
            Text.Of<RecordPrecedence>("Rule.NotInForce.Reason", form.Rule), Text.Of<RecordPrecedence>("Rule.NotInForce.Remedy")),
        Ruling.Require(string.IsNullOrEmpty(form.PartyId) || context.File.Parties.Exists(party => party.Id == form.PartyId), Citations.InternalStep,
            Text.Of<RecordPrecedence>("Party.None.Reason"), Text.Of<RecordPrecedence>("Party.None.Remedy")),
    ];
}

/// <summary>第三条第四款: another rule of the state applies instead.</summary>
public sealed record RecordPrecedenceForm
{
    [Field("第三条第四款", From = ChoiceList.Parties)]
    public string? PartyId { get; init; }

    [Field("第三条第四款", Multiline = true), Required, StringLength(2000)]
    public string Matter { get; init; } = "";

    [Field("第三条第四款"), Required, StringLength(300)]
    public string Rule { get; init; } = "";

    [Field("第三条第四款"), Required]
    public DateOnly? InForceOn { get; init; }

    [Field("第三条第四款", Multiline = true), Required, StringLength(2000)]
    public string Reasons { get; init; } = "";
}
