using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>The last case number of a year. A number is given once, whatever becomes of its case.</summary>
public sealed partial class CaseNumber
{
    /// <summary>The year in Beijing.</summary>
    public required int Year { get; init; }

    /// <summary>The last number given out.</summary>
    public int Last { get; set; }

    /// <summary>A case number as it is written: 昌环追〔2026〕3号.</summary>
    public static string Of(int year, int ordinal) => string.Create(CultureInfo.InvariantCulture, $"昌环追〔{year}〕{ordinal}号");

    /// <summary>The number that somebody typed, in any kind of brackets, widths and blanks, with or without its code; null for what is none.</summary>
    public static string? Read(string typed) => Typed().Match(typed.Normalize(NormalizationForm.FormKC)) is { Success: true } number
        ? Of(int.Parse(number.Groups["year"].Value, CultureInfo.InvariantCulture), int.Parse(number.Groups["ordinal"].Value, CultureInfo.InvariantCulture)) : null;

    [GeneratedRegex(@"^\s*(昌环追)?\s*[\[\(〔【]?\s*(?<year>\d{4})\s*[\]\)〕】]?[\s-]*(?<ordinal>\d{1,6})\s*号?\s*$")]
    private static partial Regex Typed();
}
