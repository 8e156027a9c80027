using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Access.NonInterference;

/// <summary>
/// What somebody may not know of changes nothing that he can read: two sites, alike but for that content, give him the same answers at every address,
/// whether it exists there or not. Ids without meaning are compared by their places.
/// </summary>
internal static class SameAnswers
{
    /// <summary>Holds every answer that a person gets on one site against the one on the other.</summary>
    public static async Task ShouldBeGivenToAsync(TwinSites sites, string person)
    {
        var (with, without) = (await KnownIds.OfAsync(sites.With, sites.HiddenCase), await KnownIds.OfAsync(sites.Without, sites.HiddenCase));
        with.Hidden.Values.Sum(ids => ids.Count).ShouldBeGreaterThan(3, "there must be something to hide");
        without.Hidden["case"].ShouldBeEmpty();
        using var here = await sites.With.SignedInAsync(person);
        using var there = await sites.Without.SignedInAsync(person);
        var differences = new List<string>();
        var asked = 0;
        foreach (var route in EveryAddress.Routes(sites.With.Services))
            foreach (var address in EveryAddress.Of(route, with, without, sites.Words))
            {
                var (one, other) = (await AskAsync(here, address.With), await AskAsync(there, address.Without));
                asked++;
                if (one != other)
                    differences.Add($"{address.With}: {FirstDifference(one, other)}");
            }
        asked.ShouldBeGreaterThan(300, "the test must ask for every page, or it protects nothing");
        differences.ShouldBeEmpty($"{person} reads these of {asked} answers differently");
    }

    private static async Task<string> AskAsync(Browser browser, string address)
    {
        using var answer = await browser.DownloadAsync(address);
        return await SeenAnswer.ReadAsync(answer);
    }

    private static string FirstDifference(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"…{Around(one, at)}… against …{Around(other, at)}…";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 120)].ReplaceLineEndings(" ");
}
