using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Oversight;

/// <summary>By what the overview of the board adds up.</summary>
public enum BoardSide
{
    /// <summary>单位.</summary>
    Office,

    /// <summary>环节.</summary>
    Stage,

    /// <summary>县市（园区）.</summary>
    County,

    /// <summary>案件.</summary>
    Case,
}

/// <summary>What the address of the board says, so that it can be sent and gone back to. What it does not understand it leaves out.</summary>
/// <param name="Office">An organisation, or the address of a role that several organisations play.</param>
/// <param name="Age">The number of the age, 0 for the youngest lateness.</param>
/// <param name="Ordered">Only items with a supervision order that is open.</param>
/// <param name="After">The place of the last row of the page before.</param>
public sealed record BoardFilter(
    BoardLight? Light, string? Stage, string? Office, string? County, string? Case, int? Age, bool Ordered, string Words, BoardSide By, string? After)
{
    /// <summary>The address of the board.</summary>
    public const string Board = "/oversight";

    private const int LongestWords = 100;

    /// <summary>Nothing filtered.</summary>
    public static BoardFilter Everything { get; } = new(null, null, null, null, null, null, false, "", BoardSide.Office, null);

    /// <summary>Whether something is filtered.</summary>
    public bool IsNarrowed => this with { By = BoardSide.Office, After = null } != Everything;

    /// <summary>Reads an address.</summary>
    public static BoardFilter Of(IQueryCollection query)
    {
        var words = query["q"].ToString().Trim();
        return new BoardFilter(
            Named<BoardLight>(query["light"].ToString()), Given(query["stage"].ToString(), StageChoice.LongestKey), Given(query["office"].ToString()), Given(query["county"].ToString()),
            Given(query["case"].ToString()),
            int.TryParse(query["age"], NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age < 10 ? age : null,
            query["order"] == "open", words.Length > LongestWords ? words[..LongestWords] : words,
            Named<BoardSide>(query["by"].ToString()) ?? BoardSide.Office, Given(query["after"].ToString()));
    }

    /// <summary>The address under this filter, in one canonical order.</summary>
    public string At(string path = Board)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in ((string, string?)[])
        [
            ("light", Light?.ToString().ToLowerInvariant()), ("stage", Stage), ("office", Office), ("county", County), ("case", Case),
            ("age", Age?.ToString(CultureInfo.InvariantCulture)), ("order", Ordered ? "open" : null), ("q", Words.Length > 0 ? Words : null),
            ("by", By is BoardSide.Office ? null : By.ToString().ToLowerInvariant()), ("after", After),
        ])
            if (value is not null)
                query.Add(name, value);
        return path + query;
    }

    private static T? Named<T>(string value) where T : struct, Enum =>
        Enum.GetValues<T>().Where(known => known.ToString().Equals(value, StringComparison.OrdinalIgnoreCase)).Select(known => (T?)known).FirstOrDefault();

    private static string? Given(string value, int longest = 64) => value.Length > 0 && value.Length <= longest ? value : null;
}
