using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Life;

/// <summary>内部环节: two leads are about the same matter, or about matters that belong together. Each case shows the other to whoever sees both.</summary>
[Entry("link-case", Citations.InternalStep)]
public sealed class LinkCase : LifeEntry<LinkCaseForm>
{
    /// <inheritdoc/>
    public override bool IsInTime(Cases.CaseFile file) => true;

    /// <inheritdoc/>
    public override bool May(EntryContext context) => new[] { Roles.Government, Roles.LeadEnv, Roles.Supervision }.Any(role => context.Actor.Holds(role))
        || context.File.OpenedBy == context.Actor.PersonId;

    /// <summary>Whoever may not know of the other case is not told that there is a link.</summary>
    public override bool IsReadWithTheOther => true;

    /// <inheritdoc/>
    public override string? OtherNumberOf(object form) => ((LinkCaseForm)form).OtherNumber;

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, LinkCaseForm form) => [Require(
        !context.File.EntriesOf<LinkCaseForm>(Name).Any(row => row.Entry.OtherCaseId == context.Other!.Id && row.Form.Relation == form.Relation), "Linked", context.Other!.Number)];
}

/// <summary>How two cases belong together.</summary>
public enum CaseRelation
{
    /// <summary>重复线索: the same matter, told twice.</summary>
    Duplicate,

    /// <summary>关联线索.</summary>
    Related,
}

/// <summary>内部环节: which case, how, and why.</summary>
public sealed record LinkCaseForm
{
    [Field(Citations.InternalStep), Required, StringLength(40)]
    public string OtherNumber { get; init; } = "";

    [Field(Citations.InternalStep), Required]
    public CaseRelation? Relation { get; init; }

    [Field(Citations.InternalStep, Multiline = true), Required, StringLength(1000)]
    public string Reasons { get; init; } = "";
}
