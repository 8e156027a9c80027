namespace WorkflowAccountability.Faults.Deadlines;

/// <summary>What happened to the clock of one deadline.</summary>
internal enum ClockChangeKind
{
    Stops,
    GoesOn,
    IsExtended,
}

/// <summary>That it stood still from a day on, went on after one, or got more time.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="On">The day of the stop or of its end.</param>
/// <param name="More">How much was added.</param>
internal sealed record ClockChange(ClockChangeKind Kind, DateTimeOffset At, DateOnly On, int More = 0);
