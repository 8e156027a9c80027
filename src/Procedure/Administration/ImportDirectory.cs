using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Administration;

/// <summary>Many changes at once from a workbook: all mistakes with their rows, else the preview; nothing is kept before it is confirmed.</summary>
internal static class ImportDirectory
{
    private const long MostBytes = 5 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/people/import", (Viewer viewer) => ShowAdministration.ForAdministrators(viewer, () => Page(viewer, [])));
        site.MapGet("/people/import/template", (Viewer viewer) => ShowAdministration.ForAdministrators(viewer, () => Results.File(
            DirectorySheet.Template(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "directory.xlsx")));
        site.MapPost("/people/import", ReadAsync);
    }

    private static async Task<IResult> ReadAsync(IFormCollection posted, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        if (!viewer.Actor.Holds(Roles.Administrator))
            return Pages.NotFound(viewer.Actor);
        if (posted.Files.GetFile("Workbook") is not { Length: > 0 } file)
            return Page(viewer, [("", Text.Of<AdministrationTexts>("Import.NoFile"))]);
        if (file.Length > MostBytes)
            return Page(viewer, [("", Text.Of<AdministrationTexts>("Import.TooLarge", MostBytes / 1024 / 1024))]);
        using var workbook = new MemoryStream();
        await file.CopyToAsync(workbook, cancellationToken);
        workbook.Position = 0;
        var reading = DirectorySheet.Read(workbook);
        return reading.Faults.Count > 0 ? Page(viewer, reading.Faults)
            : await ShowAdministration.ShowPreviewAsync(viewer, db, reading.Changes, place => reading.Places[place], cancellationToken);
    }

    private static IResult Page(Viewer viewer, IReadOnlyList<(string Place, Text Message)> faults) => Pages.Page<ImportPage>(
        new { Viewer = viewer.Actor, Faults = faults }, faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
