namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>A row of a rule set with the days on which it holds, from the first on, up to but not including <see cref="ValidTo"/>.</summary>
public interface IDated<out TRow> where TRow : IDated<TRow>
{
    /// <summary>The first day.</summary>
    DateOnly ValidFrom { get; }

    /// <summary>The first day on which it holds no more; null while no end is known.</summary>
    DateOnly? ValidTo { get; }

    /// <summary>The same row for another span.</summary>
    TRow Within(DateOnly from, DateOnly? to);
}

/// <summary>How rows of one time and rows of another make one table.</summary>
public static class Dated
{
    /// <summary>Whether the row holds on a day.</summary>
    public static bool HoldsOn<TRow>(this TRow row, DateOnly day) where TRow : IDated<TRow> => Validity.Covers(row.ValidFrom, row.ValidTo, day);

    /// <summary>
    /// From a day on (up to but not including another) other rows hold instead of these; before it, and from the end on, these do as they did. No day is
    /// left without what it had, and none has both.
    /// </summary>
    public static IReadOnlyList<TRow> Replaced<TRow>(this IReadOnlyList<TRow> rows, IEnumerable<TRow> by, DateOnly from, DateOnly? to) where TRow : IDated<TRow> =>
    [
        .. rows.Select(row => Part(row, DateOnly.MinValue, from)).OfType<TRow>(),
        .. by.Select(row => Part(row, from, to)).OfType<TRow>(),
        .. to is { } end ? rows.Select(row => Part(row, end, null)).OfType<TRow>() : [],
    ];

    private static TRow? Part<TRow>(TRow row, DateOnly from, DateOnly? to) where TRow : IDated<TRow>
    {
        var (begins, ends) = (row.ValidFrom > from ? row.ValidFrom : from, row.ValidTo is { } end && (to is null || end < to) ? end : to);
        return ends <= begins ? default : (begins, ends) == (row.ValidFrom, row.ValidTo) ? row : row.Within(begins, ends);
    }
}
