using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Workflows.Drafting;

/// <summary>内部环节: what never took effect may go. A definition that cases run or ran on, or that is in force, stays, whole.</summary>
/// <param name="VersionId">Only this version; null for the whole definition.</param>
public sealed record DeleteDefinition(string Id, string PersonId, string DefinitionId, string? VersionId = null) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => $"{DefinitionId}|{VersionId}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var all = await scope.Db.Definitions.Where(row => row.DefinitionId == DefinitionId).OrderBy(row => row.Version).ToListAsync(cancellationToken);
        var going = all.Where(row => VersionId is null || row.Id == VersionId).ToList();
        if (going.Count == 0)
            return new Answer.NotFound();
        if (!DraftingRights.MayDraft(scope.Actor))
            return DraftingRights.Refuse("MayNotDraft");
        var ids = going.Select(row => row.Id).ToList();
        if (await scope.Db.Instances.AnyAsync(instance => ids.Contains(instance.DefinitionVersionId), cancellationToken))
            return DraftingRights.Refuse("HasInstances");
        if (going.Exists(row => row.IsPublished || row.PublishedAt is not null))
            return DraftingRights.Refuse("InForce");
        if (going.Count == all.Count && DraftingRights.Needed.Contains(DefinitionId))
            return DraftingRights.Refuse("Needed");
        scope.Db.Definitions.RemoveRange(going);
        if (going.Exists(row => row.IsLatest) && all.Except(going).LastOrDefault() is { } now)
        {
            now.IsLatest = true;
            now.Revision++;
        }
        await scope.RecordAdministrationAsync(JsonSerializer.Serialize(new
        {
            definition = DefinitionId, versions = going.Select(row => new { row.Version, row.Name, row.Hash }),
        }, FormJsonText.Options), cancellationToken);
        return new Answer.Done("/definitions");
    }
}
