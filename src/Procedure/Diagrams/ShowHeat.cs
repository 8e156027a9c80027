using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Workflows;

namespace WorkflowAccountability.Procedure.Diagrams;

/// <summary>热力图: where work waits and where it is late, over all cases, on the diagram; for the chain of supervision, and nobody is named.</summary>
internal static class ShowHeat
{
    private const int UsualDays = 365;

    public static void Map(IEndpointRouteBuilder site) => site.MapGet(BoardFilter.Board + "/heat", HandleAsync);

    private static async Task<IResult> HandleAsync(string? workflow, string? since, Viewer viewer, AccountabilityDb db, StageCatalog stages, DefinitionCatalog definitions,
        CalendarSource calendars, CancellationToken cancellationToken)
    {
        if (!CaseAccess.IsChainOfSupervision(viewer.Actor))
            return Pages.NotFound(viewer.Actor);
        var today = BeijingTime.DayOf(viewer.Now);
        var published = (await db.Definitions.AsNoTracking().Begun(today)
            .OrderBy(row => row.DefinitionId).ThenByDescending(row => row.Version).Select(row => new HeatChoice(row.DefinitionId, row.Name)).ToListAsync(cancellationToken))
            .DistinctBy(choice => choice.DefinitionId).ToList();
        var chosen = published.Find(choice => choice.DefinitionId == (workflow ?? RegisterCase.Definition)) ?? published.FirstOrDefault();
        if (chosen is null || await definitions.InForceAsync(db, chosen.DefinitionId, today, cancellationToken) is not { } definition)
            return Pages.NotFound(viewer.Actor);
        var from = DateOnly.TryParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : today.AddDays(-UsualDays);
        var heats = await StageHeat.OfAsync(chosen.DefinitionId, from, viewer, await calendars.CurrentAsync(db, cancellationToken), db, cancellationToken);
        return Pages.Page<HeatPage>(new { Viewer = viewer.Actor, Choices = published, Chosen = chosen.DefinitionId, Since = from, Diagram = HeatDiagram.Of(definition, heats, stages) });
    }
}

/// <summary>A workflow that may be chosen.</summary>
public sealed record HeatChoice(string DefinitionId, string Name);
