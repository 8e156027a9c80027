using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Papers.Layout;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Disclosure;

/// <summary>
/// 第十一条第一款第二句 (应当向社会公开): the pages that everybody may read without an account. They know released editions and nothing else: no case, no
/// person, no number of the house.
/// </summary>
internal static class ShowPublic
{
    private const int OnOnePage = 20, LongestQuestion = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/public", ListAsync).AllowAnonymous();
        app.MapGet("/public/{id}", OneAsync).AllowAnonymous();
        app.MapGet("/public/{id}/docx", GiveAsync).AllowAnonymous();
    }

    private static IQueryable<PublicEdition> Released(AccountabilityDb db) => db.PublicEditions.AsNoTracking().Where(edition => edition.Status == EditionStatus.Released);

    private static async Task<IResult> ListAsync(string? q, int? page, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var words = (q ?? "").Trim() is var asked && asked.Length > LongestQuestion ? asked[..LongestQuestion] : asked;
        var found = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(Released(db), (editions, word) => editions.Where(edition => edition.SearchText!.Contains(word)));
        var count = await found.CountAsync(cancellationToken);
        var last = Math.Max(1, (count + OnOnePage - 1) / OnOnePage);
        var shown = Math.Clamp(page ?? 1, 1, last);
        var editions = await found.OrderByDescending(edition => edition.ReleasedAt).ThenBy(edition => edition.Id).Skip((shown - 1) * OnOnePage).Take(OnOnePage).ToListAsync(cancellationToken);
        return Pages.Page<PublicListPage>(new { Editions = editions, Question = words, Count = count, Shown = shown, Last = last });
    }

    private static async Task<IResult> OneAsync(string id, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var edition = await Released(db).SingleOrDefaultAsync(edition => edition.SeriesId == id, cancellationToken);
        if (edition is null)
            return Nothing();
        var earlier = await db.PublicEditions.AsNoTracking().Where(other => other.SeriesId == id && other.ReleasedAt != null && other.Number < edition.Number)
            .OrderBy(other => other.Number).Select(other => new EarlierEdition(other.Number, other.ReleasedAt!.Value, other.Sha256!)).ToListAsync(cancellationToken);
        return Pages.Page<PublicPage>(new { Edition = edition, Earlier = earlier });
    }

    private static async Task<IResult> GiveAsync(string id, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var edition = await Released(db).SingleOrDefaultAsync(edition => edition.SeriesId == id, cancellationToken);
        var content = edition is null ? null : await db.Set<EditionFile>().Where(file => file.EditionId == edition.Id).Select(file => file.Content).SingleOrDefaultAsync(cancellationToken);
        return edition is not null && content is not null && Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(content)) == edition.Sha256
            ? Results.File(content, PaperDocx.MediaType, $"{edition.Title}.docx") : Nothing();
    }

    private static IResult Nothing() => Pages.Page<PublicNothingPage>(new { }, StatusCodes.Status404NotFound);
}

/// <summary>An earlier version, of which the public is told that it was, when, and its hash; its text is no longer shown.</summary>
public sealed record EarlierEdition(int Number, DateTimeOffset ReleasedAt, string Sha256);
