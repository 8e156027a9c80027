using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Workflows.Drafting;

/// <summary>内部环节: a draft is laid before those who check (送法制机构复核).</summary>
public sealed record SubmitDraft(string Id, string PersonId, string DefinitionId, string Hash) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => $"{DefinitionId}|{Hash}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var draft = await scope.Db.Definitions.SingleOrDefaultAsync(row => row.DefinitionId == DefinitionId && row.IsLatest, cancellationToken);
        if (draft is null)
            return new Answer.NotFound();
        if (!DraftingRights.MayDraft(scope.Actor))
            return DraftingRights.Refuse("MayNotDraft");
        if (draft.IsPublished)
            return DraftingRights.Refuse("NoDraft");
        if (draft.Hash != Hash)
            return DraftingRights.Refuse("Changed");
        if (DraftFindings.Of(draft.Json, scope.Machinery) is { Count: > 0 } findings)
            return new Answer.Refused(findings);
        if (draft.SubmittedAt is null)
        {
            (draft.SubmittedAt, draft.SubmittedBy) = (scope.Now, PersonId);
            draft.Revision++;
            await scope.RecordAdministrationAsync(JsonSerializer.Serialize(
                new { definition = DefinitionId, version = draft.Version, draft.Name, draft.Hash }, FormJsonText.Options), cancellationToken);
        }
        return new Answer.Done($"/definitions/{DefinitionId}");
    }
}
