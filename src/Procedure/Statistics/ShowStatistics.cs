using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Statistics;

/// <summary>Statistics as charts and as a table to download: the same numbers, the same rights.</summary>
internal static class ShowStatistics
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/statistics", async (HttpRequest request, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) => May(viewer.Actor)
            ? (IResult)Pages.Page<StatisticsPage>(new { Viewer = viewer.Actor, Year = YearOf(request), Charts = await ReadAsync(request, viewer, db, cancellationToken) })
            : Pages.NotFound(viewer.Actor));
        site.MapGet("/statistics/export", async (HttpRequest request, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) => May(viewer.Actor)
            ? await Spreadsheet.DownloadAsync([.. (await ReadAsync(request, viewer, db, cancellationToken)).SelectMany(chart => chart.Bars.Select(bar => new Dictionary<string, object?>
            {
                [T("Question")] = T("Chart." + chart.Key), [T("Clause")] = chart.Citation, [T("What")] = bar.Label, [T("Count")] = bar.Count,
            }))], T("Title"), viewer.Now, cancellationToken)
            : Pages.NotFound(viewer.Actor));
    }

    /// <summary>内部环节: the offices that answer for all of the procedure, and the leading bureau; each counts the cases that exist for him.</summary>
    public static bool May(Actor actor) => new[] { Roles.Government, Roles.Supervision, Roles.LeadEnv }.Any(role => actor.Holds(role));

    private static Task<IReadOnlyList<Chart>> ReadAsync(HttpRequest request, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
        CaseStatistics.OfAsync(db, viewer.Actor, viewer.Directory, YearOf(request), BeijingTime.DayOf(viewer.Now), cancellationToken);

    private static int? YearOf(HttpRequest request) =>
        int.TryParse(request.Query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2999 ? year : null;

    private static string T(string key) => Text.Of<StatisticsTexts>(key).ToString();
}
