using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.WorkItems.Verbs;

namespace WorkflowAccountability.Procedure.Oversight;

/// <summary>The board as a table to download: the same filter, the same rights, no line more.</summary>
internal static class ExportBoard
{
    private const int Most = 20_000;
    private const int Batch = 500;

    public static void Map(IEndpointRouteBuilder site) => site.MapGet(BoardFilter.Board + "/export", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpRequest request, Viewer viewer, BoardQueries queries, BoardRows rows, CancellationToken cancellationToken)
    {
        var filter = BoardFilter.Of(request.Query) with { After = null };
        var lines = new List<Dictionary<string, object?>>();
        do
        {
            var (items, next) = await queries.PageAsync(filter, viewer, Batch, cancellationToken);
            lines.AddRange((await rows.ReadAsync(items, viewer, cancellationToken)).Select(Line));
            filter = filter with { After = next };
            if (lines.Count > Most)
                return Pages.Answered(new Answer.Refused([Ruling.Refuse(Citations.InternalStep,
                    Text.Of<OversightTexts>("Export.TooMany.Reason", Most), Text.Of<OversightTexts>("Export.TooMany.Remedy"))]), viewer.Actor);
        }
        while (filter.After is not null);
        if (lines.Count == 0)
            lines.Add(Line(null));
        return await Spreadsheet.DownloadAsync(lines, T("Title"), viewer.Now, cancellationToken);
    }

    private static Dictionary<string, object?> Line(BoardRow? row) => new()
    {
        [T("Light")] = row is null ? null : T("Light." + row.Light), [T("Due")] = row?.Due?.Exact, [T("Left")] = row?.Due?.Words.ToString(),
        [T("Act")] = row?.Act, [T("Case")] = row?.Of.Title, [T("Number")] = row?.Of.Number, [T("County")] = row?.County, [T("Citation")] = row?.Citation,
        [T("Deadline")] = row is null ? null : $"{row.Of.Deadline.Code} {row.Rule?.Title}", [T("Origin")] = row is null ? null : T("Origin." + row.Of.Deadline.Origin),
        [T("Office")] = row?.Office, [T("Person")] = row?.Person, [T("Since")] = row is null ? null : Day(row.Since), [T("DaysHeld")] = row?.DaysHeld,
        [T("Reminded")] = row?.Reminders.Count, [T("LastReminded")] = row?.Reminders is [var last, ..] ? $"{UrgeWorkItem.Time(last.At)} {last.To}" : null,
        [T("Urged")] = row?.Urges.Count,
        [T("Answer")] = row is { NamesPersons: true, Urges: [var urge, ..] } ? urge.Answer : null,
        [T("Order")] = row?.Order is { } order ? $"{order.Number ?? T("Order." + order.Status)} {row.OrderStage}".Trim() : null,
        [T("Suggestions")] = row is null ? null : string.Join('；', row.Suggestions.Select(row.Said)),
        [T("Explanation")] = row?.Explanations is not [var said, ..] ? null : row.NamesPersons ? ExplainDelay.Line(said).ToString() : T("Explained"),
    };

    private static string Day(DateTimeOffset at) => BeijingTime.DayOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string T(string key) => new Text(typeof(OversightTexts), key).ToString();
}
