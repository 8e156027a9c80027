using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Cases.Search;

/// <summary>What the address of the list says: words, filters, and behind which case the page goes on. What it does not understand it leaves out.</summary>
/// <param name="Words">As typed.</param>
/// <param name="Stage">The key of a <see cref="StageChoice"/> that is being worked on now.</param>
/// <param name="County">An organisation.</param>
/// <param name="After">The last case of the page before: <c>ticks-id</c>.</param>
public sealed record CaseFilter(string Words, CaseStatus? Status, string? Stage, string? County, EventLevel? Level, int? Year, (long Ticks, string Id)? After)
{
    /// <summary>How many words are looked for; further ones are left out.</summary>
    public const int MostWords = 6;

    private const int LongestWords = 100;

    /// <summary>Whether nothing is filtered.</summary>
    public bool IsEmpty => this with { After = null } == new CaseFilter("", null, null, null, null, null, null);

    /// <summary>Reads an address.</summary>
    public static CaseFilter Read(IQueryCollection query)
    {
        var words = query["q"].ToString().Trim();
        return new CaseFilter(
            words.Length > LongestWords ? words[..LongestWords] : words,
            Enum.TryParse<CaseStatus>(query["status"], out var status) && Enum.IsDefined(status) ? status : null,
            Given(query["stage"].ToString(), StageChoice.LongestKey), Given(query["county"].ToString()),
            Enum.GetValues<EventLevel>().Where(level => level.ToString() == query["level"]).Select(level => (EventLevel?)level).FirstOrDefault(),
            int.TryParse(query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2999 ? year : null,
            PlaceIn(query["after"].ToString()));
    }

    /// <summary>An address of the list under this filter.</summary>
    public string Address(string path = "/cases") => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["q"] = Words.Length == 0 ? null : Words, ["status"] = Status?.ToString(), ["stage"] = Stage, ["county"] = County, ["level"] = Level?.ToString(),
        ["year"] = Year?.ToString(CultureInfo.InvariantCulture), ["after"] = After is var (ticks, id) ? string.Create(CultureInfo.InvariantCulture, $"{ticks}-{id}") : null,
    }.Where(pair => pair.Value is not null));

    private static string? Given(string value, int longest = 64) => value.Length > 0 && value.Length <= longest ? value : null;

    private static (long Ticks, string Id)? PlaceIn(string text) =>
        text.Split('-') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= DateTime.MaxValue.Ticks ? (number, id) : null;
}
