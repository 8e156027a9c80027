using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Papers.Kinds;
using WorkflowAccountability.Procedure.Papers.Layout;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.Review;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Papers;

/// <summary>第十一条第一款: the locked texts on which a body decides, read and given out at its own work item for as long as that is open.</summary>
internal static class ShowSubmitted
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/work-items/{id}/submitted", ReadAsync);
        site.MapGet("/work-items/{id}/submitted/docx", GiveAsync);
    }

    /// <summary>The documents that an item's form names by their hashes, the investigation report first.</summary>
    public static async Task<IReadOnlyList<Paper>> OfAsync(WorkItem item, AccountabilityDb db, StageCatalog stages, CancellationToken cancellationToken)
    {
        if (!stages.Of(item).DecidesOnReports || item.Prefill is null || FormJsonText.Read(item.Prefill, stages.Form(item.FormName)) is not ReviewForm form)
            return [];
        var (report, special) = (form.ReportSha256, form.SpecialReportSha256);
        return [.. (await db.Papers.AsNoTracking().Where(paper => paper.CaseId == item.CaseId && paper.Sha256 != null
            && ((paper.Kind == nameof(InvestigationReport) && paper.Sha256 == report) || (paper.Kind == nameof(SpecialReport) && paper.Sha256 == special))).ToListAsync(cancellationToken)).OrderBy(paper => paper.Walled)];
    }

    // Whoever looks again on the same day has read it once: a page that is loaded anew writes nothing.
    private static async Task<IResult> ReadAsync(
        string id, string? kind, Viewer viewer, AccountabilityDb db, StageCatalog stages, CommandRunner commands, CancellationToken cancellationToken) =>
        await FindAsync(id, kind, viewer, db, stages, cancellationToken) is { Sheet: { } sheet } paper && await IsKeptAsync(commands, paper, id, viewer,
            DerivedId.Of("read-submitted", viewer.Actor.PersonId, id, paper.Id, BeijingTime.DayOf(viewer.Now).ToString("o", CultureInfo.InvariantCulture)), cancellationToken)
            ? Pages.Page<PaperPrintPage>(new { Sheet = sheet, Back = $"/work-items/{id}" }) : Pages.NotFound(viewer.Actor);

    private static async Task<IResult> GiveAsync(
        string id, string? kind, Viewer viewer, AccountabilityDb db, StageCatalog stages, CommandRunner commands, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, kind, viewer, db, stages, cancellationToken) is not { } paper)
            return Pages.NotFound(viewer.Actor);
        var content = await db.Set<PaperFile>().Where(file => file.PaperId == paper.Id).Select(file => file.Content).SingleOrDefaultAsync(cancellationToken);
        if (content is null || !paper.IsIntact(content))
            return Pages.Problem("DocumentAltered", StatusCodes.Status409Conflict, viewer.Actor);
        if (!await IsKeptAsync(commands, paper, id, viewer, Guid.NewGuid().ToString("n"), cancellationToken))
            return Pages.NotFound(viewer.Actor);
        return Results.File(content, PaperDocx.MediaType, FileNameOf(paper));
    }

    // The audit first, the text after it: who is shown what lies behind the wall is on record before he sees a word.
    private static async Task<bool> IsKeptAsync(CommandRunner commands, Paper paper, string item, Viewer viewer, string commandId, CancellationToken cancellationToken) =>
        !paper.Walled || await commands.RunAsync(new ReadSubmitted(commandId, viewer.Actor.PersonId, paper.CaseId, item, paper.Id), cancellationToken) is Answer.Done;

    /// <summary>A locked document's name as a file.</summary>
    internal static string FileNameOf(Paper paper) => $"{paper.Number ?? Text.Of<PaperTexts>("Status.Submitted").ToString()} {paper.Title}.docx";

    private static async Task<Paper?> FindAsync(string id, string? kind, Viewer viewer, AccountabilityDb db, StageCatalog stages, CancellationToken cancellationToken)
    {
        var (item, _) = await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken);
        return item is not { Status: WorkItemStatus.Open } ? null
            : (await OfAsync(item, db, stages, cancellationToken)).FirstOrDefault(paper => paper.Kind == (kind ?? nameof(InvestigationReport)));
    }
}

/// <summary>内部环节: a body is given a document from behind the wall on which it decides; the audit keeps who and when before it gets it.</summary>
public sealed record ReadSubmitted(string Id, string PersonId, string Case, string WorkItemId, string PaperId) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{WorkItemId}|{PaperId}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var file = await scope.CaseAsync(Case, cancellationToken);
        var item = file is null ? null : await scope.Db.WorkItems.FindAsync([WorkItemId], cancellationToken);
        if (file is null || item is not { Status: WorkItemStatus.Open } || item.CaseId != Case || !item.IsFor(scope.Actor, file)
            || (await ShowSubmitted.OfAsync(item, scope.Db, scope.Machinery.Stages, cancellationToken)).FirstOrDefault(paper => paper.Id == PaperId) is not { } paper)
            return new Answer.NotFound();
        await scope.RecordAsync(file, Citations.InternalStep,
            JsonSerializer.Serialize(new { paper = paper.Id, kind = paper.Kind, paper.Sha256 }, FormJsonText.Options), walled: true, cancellationToken);
        return new Answer.Done($"/work-items/{WorkItemId}");
    }
}
