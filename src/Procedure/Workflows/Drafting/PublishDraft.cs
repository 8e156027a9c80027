using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Workflows.Drafting;

/// <summary>
/// 内部环节: what one drafted and another checked a third publishes; from then on cases start with it. Running cases stay on the version they started with.
/// </summary>
/// <param name="Hash">The content that was read.</param>
public sealed record PublishDraft(string Id, string PersonId, string DefinitionId, string Hash) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => $"{DefinitionId}|{Hash}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var versions = await scope.Db.Definitions.Where(row => row.DefinitionId == DefinitionId && (row.IsLatest || row.IsPublished)).ToListAsync(cancellationToken);
        if (versions.Find(row => row.IsLatest) is not { } draft)
            return new Answer.NotFound();
        if (!DraftingRights.MayPublish(scope.Actor))
            return DraftingRights.Refuse("MayNotPublish");
        if (draft.IsPublished)
            return new Answer.Done(Path);
        if (draft.Hash != Hash)
            return DraftingRights.Refuse("Changed");
        if (draft.CheckedAt is null)
            return DraftingRights.Refuse(draft.SubmittedAt is null ? "NotSubmitted" : "NotChecked");
        if (draft.DraftedBy.Contains(PersonId) || draft.CheckedBy == PersonId)
            return DraftingRights.Refuse("SamePerson");
        if (DraftFindings.Of(draft.Json, scope.Machinery) is { Count: > 0 } findings)
            return new Answer.Refused(findings);
        foreach (var row in versions.Where(row => row.IsPublished))
        {
            row.IsPublished = false;
            row.Revision++;
        }
        (draft.IsPublished, draft.PublishedAt, draft.PublishedBy) = (true, scope.Now, PersonId);
        draft.Revision++;
        await scope.RecordAdministrationAsync(JsonSerializer.Serialize(new
        {
            definition = DefinitionId, version = draft.Version, draft.Name, draft.Hash, drafters = draft.DraftedBy, @checked = draft.CheckedBy,
            regulation = draft.CheckedAgainst,
        }, FormJsonText.Options), cancellationToken);
        return new Answer.Done(Path);
    }

    private string Path => $"/definitions/{DefinitionId}";
}
