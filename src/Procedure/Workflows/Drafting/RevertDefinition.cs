using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Workflows.Drafting;

/// <summary>内部环节: an earlier version is the beginning of a new draft, which is checked and published like any other.</summary>
public sealed record RevertDefinition(string Id, string PersonId, string DefinitionId, int Version) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => $"{DefinitionId}|{Version}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var versions = await scope.Db.Definitions.Where(row => row.DefinitionId == DefinitionId && (row.IsLatest || row.Version == Version)).ToListAsync(cancellationToken);
        if (versions.Find(row => row.Version == Version) is not { } earlier || versions.Find(row => row.IsLatest) is not { } latest)
            return new Answer.NotFound();
        if (!DraftingRights.MayDraft(scope.Actor))
            return DraftingRights.Refuse("MayNotDraft");
        if (earlier == latest || DefinitionDraft.SaysTheSame(earlier.Json, latest.Json))
            return DraftingRights.Refuse("SameAlready", latest.Version);
        var draft = await SaveDraft.NextAsync(scope, latest, DefinitionId, DerivedId.Of(Id, "version"), cancellationToken);
        SaveDraft.Write(draft, DefinitionDraft.Compose(earlier.Json, before: null, draft.Id, DefinitionId, draft.Version, draft.CreatedAt), scope);
        await scope.RecordAdministrationAsync(JsonSerializer.Serialize(
            new { definition = DefinitionId, from = Version, version = draft.Version, draft.Name, draft.Hash }, FormJsonText.Options), cancellationToken);
        return new Answer.Done($"/studio/workflows/definitions/{DefinitionId}/edit");
    }
}
