using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Records;

/// <summary>第十四条第（二）项第二段: the team asks a unit for what it must have kept, in one of three categories.</summary>
[Entry(Named, MissingRecords.Clause)]
public sealed class RequestRecords : EntryKind<RequestRecordsForm>
{
    /// <summary>Its name.</summary>
    public const string Named = "request-records";

    /// <inheritdoc/>
    public override bool May(EntryContext context) => context.File.Members(TeamKind.Investigation).Any(member => member.PersonId == context.Actor.PersonId);

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, RequestRecordsForm form) =>
    [
        Ruling.Require(context.Directory.KnowsOrganisation(form.OrganisationId), Citations.InternalStep,
            Text.Of<RequestRecords>("Unit.Unknown.Reason"), Text.Of<RequestRecords>("Unit.Unknown.Remedy")),
        Ruling.Require(form.DueOn >= context.Today, Citations.InternalStep, Text.Of<RequestRecords>("Due.Past.Reason"), Text.Of<RequestRecords>("Due.Past.Remedy")),
    ];

    /// <inheritdoc/>
    protected override void Apply(EntryContext context, CaseEntry entry, RequestRecordsForm form) =>
        context.File.Notify(new Recipient(Roles.AnyOffice, form.OrganisationId), Text.Of<RequestRecords>("Notice.Requested", context.File.Number,
            Text.Of<RequestRecords>($"RecordsCategory.{form.Category}"), form.DueOn, form.What), context.Now);
}
