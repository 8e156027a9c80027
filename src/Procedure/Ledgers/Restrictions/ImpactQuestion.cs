using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace WorkflowAccountability.Procedure.Ledgers.Restrictions;

/// <summary>A line of the calculator as it was typed.</summary>
/// <param name="Sanction">What it says; null where it says nothing, or what cannot be read.</param>
/// <param name="Fault">The key of what is wrong with it; null where nothing is.</param>
public sealed record ImpactLine(string Code, string On, string Acted, ImposedSanction? Sanction, string? Fault);

/// <summary>第十二条第二款: what the calculator is asked, out of an address that can be kept and printed; nothing of it is stored.</summary>
public sealed record ImpactQuestion(IReadOnlyList<ImpactLine> Lines)
{
    /// <summary>How many sanctions are taken in at most.</summary>
    public const int Most = 8;

    private const int Least = 3;

    /// <summary>The sanctions that can be read.</summary>
    public IReadOnlyList<ImposedSanction> Sanctions => [.. Lines.Select(line => line.Sanction).OfType<ImposedSanction>()];

    /// <summary>The lines of an address, and empty ones to go on with.</summary>
    public static ImpactQuestion Of(IQueryCollection query, ImpactTable table)
    {
        var (codes, ons, acted) = (query["code"], query["on"], query["acted"]);
        List<ImpactLine> lines = [.. Enumerable.Range(0, Math.Min(Most, codes.Count)).Select(at => Line(At(codes, at), At(ons, at), At(acted, at), table)).Where(line => line is not { Code: "", On: "" })];
        lines.AddRange(Enumerable.Repeat(new ImpactLine("", "", "", null, null), Math.Max(lines.Count < Most ? 1 : 0, Least - lines.Count)));
        return new(lines);
    }

    private static ImpactLine Line(string code, string on, string acted, ImpactTable table)
    {
        var (day, act) = (Day(on), Day(acted));
        var fault = code.Length == 0 || day is null || (acted.Length > 0 && act is null) ? "Line.Unread"
            : act > day ? "Line.ActLater" : table.Of(code, day.Value) is [] ? "Line.NoRule" : null;
        return new(code, on, acted, fault is null ? new ImposedSanction(code, day!.Value, act) : null, fault);
    }

    // Beyond these years no period can be added to a day.
    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1949 and <= 2199 ? day : null;

    private static string At(Microsoft.Extensions.Primitives.StringValues values, int at) => (at < values.Count ? values[at] : null)?.Trim() is { Length: <= 50 } value ? value : "";
}
