using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Papers.Layout;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Papers;

/// <summary>The official documents of a case: what there is, what can be made, one of them on the screen, on paper and as .docx.</summary>
internal static class ShowPapers
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/cases/{id}/papers", (string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) => OfCaseAsync(id, viewer, db, [], cancellationToken));
        site.MapPost("/cases/{id}/papers", DraftAsync);
        site.MapGet("/papers/{id}", (string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) => OneAsync(id, viewer, db, null, [], cancellationToken));
        site.MapGet("/papers/{id}/print", PrintAsync);
        site.MapGet("/papers/{id}/docx", GiveAsync);
        Post(site, "text", (paper, posted, envelope, viewer) => new EditPaper(envelope.CommandId, viewer.Actor.PersonId, paper.CaseId, paper.Id, envelope.Version, TextOf(posted)));
        Post(site, "anew", (paper, _, envelope, viewer) => new EditPaper(envelope.CommandId, viewer.Actor.PersonId, paper.CaseId, paper.Id, envelope.Version, null));
        Post(site, "send", (paper, _, envelope, viewer) => new SendPaper(envelope.CommandId, viewer.Actor.PersonId, paper.CaseId, paper.Id));
        Post(site, "sign", (paper, _, envelope, viewer) => new SignPaper(envelope.CommandId, viewer.Actor.PersonId, paper.CaseId, paper.Id, envelope.Version));
        Post(site, "void", (paper, posted, envelope, viewer) =>
            new VoidPaper(envelope.CommandId, viewer.Actor.PersonId, paper.CaseId, paper.Id, envelope.Version, posted["Reason"].ToString().Trim()));
    }

    private static void Post(IEndpointRouteBuilder site, string act, Func<Paper, IFormCollection, Envelope, Viewer, Command> order) =>
        site.MapPost($"/papers/{{id}}/{act}", async (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands, CancellationToken cancellationToken) =>
        {
            if (!Envelope.TryRead(posted, out var envelope) || await PaperAccess.FindAsync(id, viewer, db, cancellationToken) is not ({ } paper, _))
                return Pages.NotFound(viewer.Actor);
            var answer = await commands.RunAsync(order(paper, posted, envelope, viewer), cancellationToken);
            return answer is Answer.Refused refused
                ? await OneAsync(id, viewer, db, posted.ContainsKey("Body") ? TextOf(posted) : null, refused.Rulings, cancellationToken) : Pages.Answered(answer, viewer.Actor);
        });

    private static async Task<IResult> DraftAsync(
        string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands, CancellationToken cancellationToken)
    {
        if (!Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        var answer = await commands.RunAsync(new DraftPaper(envelope.CommandId, viewer.Actor.PersonId, id, posted["Kind"].ToString()), cancellationToken);
        return answer is Answer.Refused refused ? await OfCaseAsync(id, viewer, db, refused.Rulings, cancellationToken) : Pages.Answered(answer, viewer.Actor);
    }

    private static async Task<IResult> OfCaseAsync(string id, Viewer viewer, AccountabilityDb db, IReadOnlyList<Ruling> refusals, CancellationToken cancellationToken)
    {
        if (await PaperAccess.SourceAsync(id, viewer, db, cancellationToken) is not { } source)
            return Pages.NotFound(viewer.Actor);
        var papers = await db.Papers.AsNoTracking().Include(paper => paper.Signatures).Where(paper => paper.CaseId == id).OrderBy(paper => paper.DraftedAt).ToListAsync(cancellationToken);
        var behindWall = CaseAccess.IsBehindWall(source.File, viewer.Actor.PersonId);
        return Pages.Page<PapersPage>(new
        {
            Source = source, Viewer = viewer.Actor, Refusals = refusals, Papers = papers.Where(paper => PaperAccess.MayRead(paper, source, viewer.Actor)).ToList(),
            Kinds = PaperKind.All.Where(kind => (!kind.Walled || behindWall) && kind.MayDraft(viewer.Actor, source)).ToList(),
        }, refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> OneAsync(
        string id, Viewer viewer, AccountabilityDb db, PaperText? typed, IReadOnlyList<Ruling> refusals, CancellationToken cancellationToken)
    {
        if (await PaperAccess.FindAsync(id, viewer, db, cancellationToken) is not ({ } paper, { } source))
            return Pages.NotFound(viewer.Actor);
        return Pages.Page<PaperPage>(new { Paper = paper, Source = source, Viewer = viewer.Actor, Typed = typed, Refusals = refusals },
            refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> PrintAsync(string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
        await PaperAccess.FindAsync(id, viewer, db, cancellationToken) is ({ } paper, { } source)
            ? Pages.Page<PaperPrintPage>(new { Sheet = SheetOf(paper, source), Back = $"/papers/{id}", IsDraft = paper.Status is PaperStatus.Drafted }) : Pages.NotFound(viewer.Actor);

    private static async Task<IResult> GiveAsync(string id, Viewer viewer, AccountabilityDb db, CommandRunner commands, CancellationToken cancellationToken)
    {
        if (await PaperAccess.FindAsync(id, viewer, db, cancellationToken) is not ({ } paper, { } source))
            return Pages.NotFound(viewer.Actor);
        if (paper.Sha256 is null)
            return Results.File(PaperDocx.Write(SheetOf(paper, source)), PaperDocx.MediaType, $"{Text.Of<PaperTexts>("File.Draft", paper.Title)}.docx");
        var content = await db.Set<PaperFile>().Where(file => file.PaperId == id).Select(file => file.Content).SingleOrDefaultAsync(cancellationToken);
        if (content is null || !paper.IsIntact(content))
            return Pages.Problem("DocumentAltered", StatusCodes.Status409Conflict, viewer.Actor);
        if (paper.Walled && await commands.RunAsync(new ReadPaper(Guid.NewGuid().ToString("n"), viewer.Actor.PersonId, paper.CaseId, id), cancellationToken) is not Answer.Done)
            return Pages.NotFound(viewer.Actor);
        return Results.File(content, PaperDocx.MediaType, ShowSubmitted.FileNameOf(paper));
    }

    /// <summary>The locked document, or the draft as it would be printed now.</summary>
    internal static PaperSheet SheetOf(Paper paper, PaperSource source) => paper.Sheet ?? PaperAccess.KindOf(paper).Resolve(
        paper.Text, source, number: null, on: null, [.. paper.Signatures.OrderBy(signature => signature.At).Select(signature => signature.Name)]);

    private static PaperText TextOf(IFormCollection posted) => new()
    {
        Title = posted["Title"].ToString().ReplaceLineEndings("\n").Trim(), Body = posted["Body"].ToString().ReplaceLineEndings("\n"),
        To = [.. posted["To"].OfType<string>().Where(organ => organ.Length > 0).Distinct()], Copies = [.. posted["Copies"].OfType<string>().Where(organ => organ.Length > 0).Distinct()],
        Attachments = Given(posted["Attachments"].ToString()), Note = Given(posted["Note"].ToString()), Urgency = Given(posted["Urgency"].ToString()),
    };

    private static string? Given(string text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
}
