using WorkflowAccountability.Procedure.Deadlines;

namespace WorkflowAccountability.Faults.Deadlines;

/// <summary>The table of periods, written out once more; as it holds in the years that are played.</summary>
internal sealed record PeriodRow(int Length, PeriodUnit Unit, IReadOnlyList<int> Before)
{
    /// <summary>Whether somebody may act in it and nobody must: its end is told once.</summary>
    public bool IsWindow { get; private init; }

    private static readonly Dictionary<string, PeriodRow> table = new()
    {
        ["D03"] = new(5, PeriodUnit.WorkingDay, [2, 0]),
        ["D04"] = new(5, PeriodUnit.WorkingDay, [2, 0]),
        ["D05"] = new(5, PeriodUnit.WorkingDay, [2, 0]),
        ["D05b"] = new(3, PeriodUnit.WorkingDay, [2, 0]),
        ["D07a"] = new(60, PeriodUnit.Day, [15, 7, 3, 1, 0]),
        ["D07b"] = new(30, PeriodUnit.Day, [10, 5, 2, 0]),
        ["D07c"] = new(60, PeriodUnit.Day, [15, 7, 3, 0]),
        ["D08"] = new(30, PeriodUnit.WorkingDay, [10, 5, 1]),
        ["D09"] = new(12, PeriodUnit.Month, [60, 30, 10, 3, 0]),
        ["D10"] = new(10, PeriodUnit.WorkingDay, [3, 1]),
        ["D11"] = new(10, PeriodUnit.WorkingDay, [3, 0]) { IsWindow = true },
        ["D13"] = new(15, PeriodUnit.Day, [5, 2, 0]),
        ["D14"] = new(20, PeriodUnit.WorkingDay, [7, 3, 1]),
        ["D18"] = new(30, PeriodUnit.Day, [10, 3, 0]),
        ["D23"] = new(30, PeriodUnit.Day, [3]),
        ["D24a"] = new(1, PeriodUnit.Month, [10, 3]) { IsWindow = true },
        ["D24b"] = new(1, PeriodUnit.Month, [10, 3]) { IsWindow = true },
        ["D24c"] = new(1, PeriodUnit.Month, [10, 3]) { IsWindow = true },
        ["D25a"] = new(1, PeriodUnit.Month, [10, 3, 0]),
        ["D25b"] = new(1, PeriodUnit.Month, [10, 3, 0]),
        ["D25c"] = new(2, PeriodUnit.Month, [10, 3, 0]),
        // Its day is the one that the superior has set.
        ["DS2"] = new(0, PeriodUnit.Day, [3, 0]),
    };

    /// <summary>The row for a code, in a case about an event of a level or about none.</summary>
    public static PeriodRow Of(string code, string? level) => code == "D13" && level == "Ⅰ" ? table[code] with { Length = 30 } : table[code];

    /// <summary>How long an investigation of such a case may take.</summary>
    public static string Investigation(string? level) => level switch { "Ⅰ" or "Ⅱ" => "D07a", "Ⅲ" => "D07b", _ => "D07c" };
}
