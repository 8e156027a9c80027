using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Workflows.Drafting;

namespace WorkflowAccountability.Procedure.Workflows.Comparing;

/// <summary>
/// 版本比较: two versions of a workflow, what differs in words, and both drawn beside each other. What is or was in force every official may compare:
/// the offices whose steps differ are sent here.
/// </summary>
internal static class ShowDifference
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/definitions/{id}/difference", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string id, int? from, int? to, Viewer viewer, AccountabilityDb db, Machinery machinery, CancellationToken cancellationToken)
    {
        var mayView = DraftingRights.MayView(viewer.Actor);
        var versions = await db.Definitions.AsNoTracking().Where(row => row.DefinitionId == id && (mayView || row.PublishedAt != null)).OrderByDescending(row => row.Version)
            .Select(row => new { row.Id, row.Version, row.IsLatest, row.PublishedAt, row.Name }).ToListAsync(cancellationToken);
        var after = versions.Find(version => to is { } number ? version.Version == number : version.IsLatest) ?? (to is null ? versions.FirstOrDefault() : null);
        // A draft is held against what was published last, anything else against the version before it.
        var before = versions.Find(version => from is { } number ? version.Version == number : version.Version < after?.Version && (after.PublishedAt is not null || version.PublishedAt is not null))
            ?? (from is null ? after : null);
        if (after is null || before is null)
            return Pages.NotFound(viewer.Actor);
        var faults = new List<Text>();
        var was = await ReadAsync(before.Id);
        var now = await ReadAsync(after.Id);
        var difference = was is null || now is null ? null : DefinitionDifference.Of(was, now, machinery.Stages);
        return Pages.Page<DifferencePage>(new
        {
            Viewer = viewer.Actor, MayView = mayView, DefinitionId = id, after.Name, Numbers = versions.Select(version => version.Version).ToList(), From = before.Version, To = after.Version,
            Difference = difference, Faults = faults, Diagrams = difference is null ? [] : MarkedDiagram.Of(was!, now!, difference, machinery.Stages),
        });

        async Task<WorkflowDefinition?> ReadAsync(string versionId)
        {
            var json = await db.Definitions.Where(row => row.Id == versionId).Select(row => row.Json).SingleAsync(cancellationToken);
            try
            {
                return machinery.Definitions.Reader.Read(DefinitionDocument.Export(json));
            }
            catch (InvalidWorkflowDefinitionException broken)
            {
                faults.AddRange(broken.Found.Select(FaultWords.Of));
                return null;
            }
        }
    }
}
