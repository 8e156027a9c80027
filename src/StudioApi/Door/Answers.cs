using Microsoft.AspNetCore.Http;
using WorkflowAccountability.Engine.Designer;

namespace WorkflowAccountability.StudioApi.Door;

/// <summary>How the desk's answers look on the wire.</summary>
internal static class Answers
{
    /// <summary>Carries words that a person must read beside the answer, percent-encoded: Elsa's contract has no place for them.</summary>
    public const string SaidHeader = "x-accountability-said";

    /// <summary>Carries what keeps a draft from being published, a line each, percent-encoded; empty for nothing.</summary>
    public const string WarnedHeader = "x-accountability-warned";

    /// <summary>Carries the ids of the activities that these are about, a line each, percent-encoded.</summary>
    public const string WarnedAtHeader = "x-accountability-warned-at";

    private const int MostWarnings = 20;

    /// <summary>There is no such thing.</summary>
    public static IResult NotFound => Results.Problem(statusCode: StatusCodes.Status404NotFound);

    /// <summary>A refusal that Studio shows: 400 with the words.</summary>
    public static IResult Refused(IReadOnlyList<string> words) => Results.ValidationProblem(
        new Dictionary<string, string[]> { ["refused"] = [.. words] }, statusCode: StatusCodes.Status400BadRequest);

    /// <summary>What the desk answered; <paramref name="done"/> makes the answer to an order that was carried out.</summary>
    public static async Task<IResult> OfAsync(HttpResponse response, DeskAnswer answer, Func<DeskAnswer.Done, Task<IResult>> done)
    {
        switch (answer)
        {
            case DeskAnswer.Done carriedOut:
                if (carriedOut.Said is { } words)
                    response.Headers[SaidHeader] = Uri.EscapeDataString(words);
                response.Headers[WarnedHeader] = Uri.EscapeDataString(string.Join('\n', carriedOut.Warnings.Take(MostWarnings)));
                response.Headers[WarnedAtHeader] = Uri.EscapeDataString(string.Join('\n', carriedOut.WarnedAt.Take(MostWarnings)));
                return await done(carriedOut);
            case DeskAnswer.Refused refused:
                return Refused(refused.Words);
            default:
                return NotFound;
        }
    }
}
