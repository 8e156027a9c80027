namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>How validity dates are read everywhere: from the first day on, up to but not including the day of the change.</summary>
public static class Validity
{
    public static bool Covers(DateOnly from, DateOnly? to, DateOnly day) => from <= day && (to is null || day < to);

    public static bool Overlap(DateOnly from, DateOnly? to, DateOnly otherFrom, DateOnly? otherTo) =>
        (otherTo is null || from < otherTo) && (to is null || otherFrom < to);

    /// <summary>A row that ends before it begins is never valid, so nobody meant it.</summary>
    public static IEnumerable<string> FaultsOf(string what, DateOnly from, DateOnly? to) =>
        to <= from ? [$"{what}: ends on {to:yyyy-MM-dd}, not after its beginning on {from:yyyy-MM-dd}."] : [];
}
