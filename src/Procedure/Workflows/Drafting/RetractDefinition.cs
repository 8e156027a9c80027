using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Workflows.Drafting;

/// <summary>内部环节: no new case starts with a definition any more. What the site itself starts is replaced, never taken away.</summary>
public sealed record RetractDefinition(string Id, string PersonId, string DefinitionId) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => DefinitionId;

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var versions = await scope.Db.Definitions.Where(row => row.DefinitionId == DefinitionId && (row.IsLatest || row.IsPublished)).ToListAsync(cancellationToken);
        if (versions.Count == 0)
            return new Answer.NotFound();
        if (!DraftingRights.MayPublish(scope.Actor))
            return DraftingRights.Refuse("MayNotPublish");
        if (DraftingRights.Needed.Contains(DefinitionId))
            return DraftingRights.Refuse("Needed");
        var published = versions.FindAll(row => row.IsPublished);
        if (published.Count == 0)
            return new Answer.Done("/definitions/" + DefinitionId);
        foreach (var row in published)
            (row.IsPublished, row.Revision) = (false, row.Revision + 1);
        await scope.RecordAdministrationAsync(JsonSerializer.Serialize(new
        {
            definition = DefinitionId, versions = published.Select(row => new { row.Version, row.Name, row.Hash }),
        }, FormJsonText.Options), cancellationToken);
        return new Answer.Done("/definitions/" + DefinitionId);
    }
}
