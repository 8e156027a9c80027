namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>The days that a deadline does not count. Stops may overlap: a day is struck out once. One that still lasts reaches to the day given.</summary>
public sealed class StoppedDays(params IReadOnlyList<(DateOnly From, DateOnly To)> stops)
{
    /// <summary>Nothing was stopped.</summary>
    public static StoppedDays None { get; } = new();

    /// <summary>The stops of a case that concern a deadline, up to a day.</summary>
    public static StoppedDays Of(IEnumerable<Suspension> suspensions, IEnumerable<string> codes, DateOnly today) =>
        new([.. suspensions.Where(stop => codes.Contains(stop.Code)).Select(stop => (stop.From, stop.To ?? today))]);

    /// <summary>Whether the day does not count: after the day on which a stop began, up to and including the day on which it ended.</summary>
    public bool Contains(DateOnly day) => stops.Any(stop => stop.From < day && day <= stop.To);
}
