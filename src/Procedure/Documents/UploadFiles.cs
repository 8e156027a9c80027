using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Documents;

/// <summary>Files come in for a work item: one by one from the page's script, or together with the form where no script runs.</summary>
internal static class UploadFiles
{
    /// <summary>The field that names files to be left out, where no script does it.</summary>
    public const string RemoveField = "_remove";

    /// <summary>The file's name, percent-encoded UTF-8.</summary>
    public const string NameHeader = "X-File-Name";

    public static void Map(IEndpointRouteBuilder site)
    {
        var options = site.ServiceProvider.GetRequiredService<DocumentOptions>();
        // One byte more than may come in, so that one too many is answered in words.
        site.MapPost("/work-items/{id}/files", UploadAsync).WithMetadata(new RequestSizeLimitAttribute(options.MostBytes + 1));
    }

    /// <summary>Stages the files that came with a form: its fields with the ids added, and what was refused beside which field.</summary>
    public static async Task<(IReadOnlyList<KeyValuePair<string, string>> Fields, List<FieldError> Errors)> TakeAsync(
        IFormCollection posted, IEnumerable<KeyValuePair<string, string>> fields, StageFiles stage, WorkItem item, string personId,
        CancellationToken cancellationToken)
    {
        var removed = posted[RemoveField];
        // A row that is left blank is no row: the form reads on behind it.
        var all = fields.Select(field => removed.Contains(field.Value) ? KeyValuePair.Create(field.Key, "") : field).ToList();
        var errors = new List<FieldError>();
        foreach (var upload in posted.Files.Where(file => file.FileName.Length > 0))
        {
            await using var content = upload.OpenReadStream();
            var (file, ruling) = await stage.RunAsync(content, upload.FileName, personId, item.Id, cancellationToken);
            if (file is null)
                errors.Add(new FieldError(upload.Name, Text.Of<DocumentTexts>("Refused", FileName.Clean(upload.FileName), ruling.Reason, ruling.Remedy)));
            else
                all.Add(KeyValuePair.Create(NextPlace(all, upload.Name), file.Id));
        }
        return (all, errors);
    }

    private static string NextPlace(List<KeyValuePair<string, string>> fields, string path) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}[{new FormValues(fields).RowsOf(path)}]");

    private static async Task<IResult> UploadAsync(
        string id, HttpContext context, Viewer viewer, AccountabilityDb db, StageFiles stage, IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Pages.Problem("Expired", StatusCodes.Status400BadRequest, viewer.Actor);
        var (item, _) = await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken);
        if (item is not { Status: WorkItemStatus.Open })
            return Results.Json(Said("NotFound.Reason", "NotFound.Remedy"), statusCode: StatusCodes.Status404NotFound);
        var name = Uri.UnescapeDataString(context.Request.Headers[NameHeader].ToString());
        var (file, ruling) = await stage.RunAsync(context.Request.Body, name, viewer.Actor.PersonId, item.Id, cancellationToken);
        return file is null
            ? Results.Json(new { Reason = ruling.Reason!.ToString(), Remedy = ruling.Remedy!.ToString() }, statusCode: StatusCodes.Status422UnprocessableEntity)
            : Results.Json(new { file.Id, file.Name, Size = FileSize.Shown(file.Size) }, statusCode: StatusCodes.Status201Created);
    }

    private static object Said(string reason, string remedy) => new { Reason = Text.Of<SiteTexts>(reason).ToString(), Remedy = Text.Of<SiteTexts>(remedy).ToString() };
}
