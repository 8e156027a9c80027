using System.Text.Json;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Papers;

namespace WorkflowAccountability.Procedure.Disclosure;

/// <summary>内部环节 (撤下): what must not stay public is taken down at once, by one person and with a reason; what is being prepared is given up likewise.</summary>
public sealed record WithdrawEdition(string Id, string PersonId, string Case, string EditionId, string Reason) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{EditionId}|{Reason}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (await EditionDesk.OpenAsync(scope, Case, EditionId, cancellationToken) is not ({ } edition, _, { } source)
            || edition.Status is not (EditionStatus.Prepared or EditionStatus.Released)
            || !(DisclosureAccess.MayPrepare(source, scope.Actor) || DisclosureAccess.MayRelease(source, scope.Actor)))
            return new Answer.NotFound();
        if (PaperDesk.Refusal([PaperRules.SaysWhy(Reason)]) is { } refusal)
            return refusal;
        edition.Status = EditionStatus.Withdrawn;
        edition.WithdrawnBecause = Reason;
        edition.Version++;
        await scope.RecordAsync(source.File, Regulation.Citations.InternalStep, JsonSerializer.Serialize(
            new { edition = edition.Id, edition.Number, reason = Reason }, FormJsonText.Options), walled: false, cancellationToken);
        return new Answer.Done($"/editions/{edition.Id}");
    }
}
