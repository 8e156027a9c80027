using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Disclosure;

/// <summary>公开稿 from the inside: the versions of a report's public edition, the cuts of one beside the locked text, its release and its proof.</summary>
internal static class ShowEditions
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/papers/{id}/editions", (string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) => OfPaperAsync(id, viewer, db, [], cancellationToken));
        site.MapPost("/papers/{id}/editions", PrepareAsync);
        site.MapGet("/editions/{id}", (string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) => OneAsync(id, viewer, db, null, [], cancellationToken));
        Post(site, "text", (edition, posted, envelope, viewer) =>
            new EditEdition(envelope.CommandId, viewer.Actor.PersonId, edition.CaseId, edition.Id, envelope.Version, TextOf(posted)));
        Post(site, "release", (edition, _, envelope, viewer) => new ReleaseEdition(envelope.CommandId, viewer.Actor.PersonId, edition.CaseId, edition.Id, envelope.Version));
        Post(site, "withdraw", (edition, posted, envelope, viewer) =>
            new WithdrawEdition(envelope.CommandId, viewer.Actor.PersonId, edition.CaseId, edition.Id, posted["Reason"].ToString().Trim()));
    }

    private static void Post(IEndpointRouteBuilder site, string act, Func<PublicEdition, IFormCollection, Envelope, Viewer, Command> order) =>
        site.MapPost($"/editions/{{id}}/{act}", async (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands, CancellationToken cancellationToken) =>
        {
            if (!Envelope.TryRead(posted, out var envelope) || await DisclosureAccess.FindAsync(id, viewer, db, cancellationToken) is not ({ } edition, _, _))
                return Pages.NotFound(viewer.Actor);
            var answer = await commands.RunAsync(order(edition, posted, envelope, viewer), cancellationToken);
            return answer is Answer.Refused refused
                ? await OneAsync(id, viewer, db, act == "text" ? TextOf(posted) : null, refused.Rulings, cancellationToken) : Pages.Answered(answer, viewer.Actor);
        });

    private static async Task<IResult> PrepareAsync(
        string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands, CancellationToken cancellationToken)
    {
        if (!Envelope.TryRead(posted, out var envelope) || await PaperAccess.FindAsync(id, viewer, db, cancellationToken) is not ({ } paper, _))
            return Pages.NotFound(viewer.Actor);
        var answer = await commands.RunAsync(new PrepareEdition(envelope.CommandId, viewer.Actor.PersonId, paper.CaseId, id), cancellationToken);
        return answer is Answer.Refused refused ? await OfPaperAsync(id, viewer, db, refused.Rulings, cancellationToken) : Pages.Answered(answer, viewer.Actor);
    }

    private static async Task<IResult> OfPaperAsync(string id, Viewer viewer, AccountabilityDb db, IReadOnlyList<Ruling> refusals, CancellationToken cancellationToken)
    {
        if (await PaperAccess.FindAsync(id, viewer, db, cancellationToken) is not ({ } paper, { } source) || !DisclosureAccess.IsForThePublic(paper))
            return Pages.NotFound(viewer.Actor);
        var editions = await db.PublicEditions.AsNoTracking().Where(edition => edition.CaseId == paper.CaseId).OrderBy(edition => edition.Number).ToListAsync(cancellationToken);
        return Pages.Page<EditionsPage>(new { Paper = paper, Source = source, Viewer = viewer.Actor, Editions = editions, Refusals = refusals },
            refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> OneAsync(
        string id, Viewer viewer, AccountabilityDb db, EditionText? typed, IReadOnlyList<Ruling> refusals, CancellationToken cancellationToken)
    {
        if (await DisclosureAccess.FindAsync(id, viewer, db, cancellationToken) is not ({ } edition, { } paper, { } source))
            return Pages.NotFound(viewer.Actor);
        return Pages.Page<EditionPage>(new { Edition = edition, Paper = paper, Source = source, Viewer = viewer.Actor, Typed = typed, Refusals = refusals },
            refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static EditionText TextOf(IFormCollection posted) => new()
    {
        Title = posted["Title"].ToString().ReplaceLineEndings("\n").Trim(), Correction = Given(posted["Correction"].ToString()),
        Cuts = [.. Rows(posted, "Words", "Replacement", "Reason", "Explanation").Where(row => row[0].Length > 0).Select(row => new Cut(row[0], Given(row[1]), row[2], Given(row[3])))],
        Kept = [.. Rows(posted, "KeptName", "KeptReason").Where(row => row[0].Length > 0).Select(row => new KeptName(row[0], row[1]))],
    };

    // Fields of one name stand in the order of the rows, and every row has all of them.
    private static IEnumerable<string[]> Rows(IFormCollection posted, params string[] names) => Enumerable.Range(0, names.Min(name => posted[name].Count))
        .Select(row => names.Select(name => (posted[name][row] ?? "").ReplaceLineEndings("").Trim()).ToArray());

    private static string? Given(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
