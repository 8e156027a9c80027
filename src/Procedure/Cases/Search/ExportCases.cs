using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Cases.Search;

/// <summary>The list as a table to download: the same filter, the same rights, no line more.</summary>
internal static class ExportCases
{
    private const int Most = 20_000;
    private const int Batch = 500;

    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/cases/export", HandleAsync);

    private static async Task<IResult> HandleAsync(
        HttpRequest request, Viewer viewer, AccountabilityDb db, StageCatalog stages, CancellationToken cancellationToken)
    {
        var filter = CaseFilter.Read(request.Query) with { After = null };
        var all = CaseSearch.Find(db, viewer.Actor, viewer.Directory, filter);
        var lines = new List<Dictionary<string, object?>>();
        for (var files = await all.Take(Batch).ToListAsync(cancellationToken); files.Count > 0;
            files = await CaseSearch.Behind(all, (files[^1].OpenedAt.UtcTicks, files[^1].Id)).Take(Batch).ToListAsync(cancellationToken))
        {
            lines.AddRange((await ListCases.RowsAsync(db, viewer, stages, files, cancellationToken)).Select(Line));
            if (lines.Count > Most)
                return Pages.Answered(new Answer.Refused([Ruling.Refuse(Citations.InternalStep,
                    Text.Of<CaseTexts>("Export.TooMany.Reason", Most), Text.Of<CaseTexts>("Export.TooMany.Remedy"))]), viewer.Actor);
        }
        if (lines.Count == 0)
            lines.Add(Line(null));
        return await Spreadsheet.DownloadAsync(lines, Text.Of<CaseTexts>("Title").ToString(), viewer.Now, cancellationToken);
    }

    private static Dictionary<string, object?> Line(CaseRow? row) => new()
    {
        [T("Number")] = row?.File.Number, [T("Matter")] = row?.File.Title, [T("County")] = row?.County, [T("Level")] = row?.File.Level,
        [T("Status")] = row is null ? null : T("Status." + row.File.Status), [T("Now")] = row is null ? null : string.Join("、", row.Stages),
        [T("Due")] = Day(row?.DueAt), [T("Opened")] = Day(row?.File.OpenedAt), [T("Closed")] = Day(row?.File.ClosedAt),
    };

    private static string? Day(DateTimeOffset? at) => at is { } moment ? BeijingTime.DayOf(moment).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string T(string key) => Text.Of<CaseTexts>(key).ToString();
}
