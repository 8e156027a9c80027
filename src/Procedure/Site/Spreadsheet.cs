using Microsoft.AspNetCore.Http;
using MiniExcelLibs;
using WorkflowAccountability.Procedure.Deadlines;

namespace WorkflowAccountability.Procedure.Site;

/// <summary>A table to download. Its cells are text and numbers throughout: what begins with "=" is never a formula.</summary>
internal static class Spreadsheet
{
    /// <summary>The lines, each by the headings of its columns, as an XLSX file named after its subject and the day.</summary>
    public static async Task<IResult> DownloadAsync(
        IReadOnlyList<Dictionary<string, object?>> lines, string subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var content = new MemoryStream();
        await content.SaveAsAsync(lines, sheetName: subject, cancellationToken: cancellationToken);
        content.Position = 0;
        return Results.File(content, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{subject} {BeijingTime.DayOf(now):yyyy-MM-dd}.xlsx");
    }
}
