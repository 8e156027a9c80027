using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Phrases;

/// <summary>内部环节: somebody keeps and drops his common phrases. They belong to no case, so no command and no audit.</summary>
internal static class KeepPhrases
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/phrases", (Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
            PageAsync(viewer, db, typed: "", problem: null, cancellationToken));
        site.MapPost("/phrases", KeepAsync);
        site.MapPost("/phrases/{id}/drop", DropAsync);
    }

    private static async Task<IResult> KeepAsync(IFormCollection posted, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var wording = posted["Wording"].ToString().Trim();
        var own = await db.Phrases.Where(phrase => phrase.PersonId == viewer.Actor.PersonId).Select(phrase => phrase.Wording).ToListAsync(cancellationToken);
        var problem = wording.Length switch
        {
            0 => Text.Of<PhraseTexts>("Empty"),
            > Phrase.MostCharacters => Text.Of<PhraseTexts>("Long", Phrase.MostCharacters),
            _ when own.Contains(wording) => Text.Of<PhraseTexts>("Known"),
            _ when own.Count >= Phrase.MostOfOnePerson => Text.Of<PhraseTexts>("Many", Phrase.MostOfOnePerson),
            _ => null,
        };
        if (problem is not null)
            return await PageAsync(viewer, db, wording, problem, cancellationToken);
        db.Phrases.Add(new Phrase { Id = Guid.NewGuid().ToString("n"), PersonId = viewer.Actor.PersonId, Wording = wording, KeptAt = viewer.Now });
        await db.SaveChangesAsync(cancellationToken);
        return new SeeOther("/phrases");
    }

    private static async Task<IResult> DropAsync(
        string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var dropped = await db.Phrases.Where(phrase => phrase.Id == id && phrase.PersonId == viewer.Actor.PersonId).ExecuteDeleteAsync(cancellationToken);
        return dropped == 0 ? Pages.NotFound(viewer.Actor) : new SeeOther("/phrases");
    }

    private static async Task<IResult> PageAsync(Viewer viewer, AccountabilityDb db, string typed, Text? problem, CancellationToken cancellationToken) =>
        Pages.Page<PhrasesPage>(new
        {
            Viewer = viewer.Actor,
            Phrases = (IReadOnlyList<Phrase>)await db.Phrases.AsNoTracking().Where(phrase => phrase.PersonId == viewer.Actor.PersonId)
                .OrderBy(phrase => phrase.KeptAt).ThenBy(phrase => phrase.Id).ToListAsync(cancellationToken),
            Typed = typed,
            Problem = problem,
        }, problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
