namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>Days as the offices of the prefecture count them (Asia/Shanghai), instants as they are stored (UTC).</summary>
public static class BeijingTime
{
    // One offset without summer time since 1992, so no machine needs a time zone database for it.
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The last second of a day.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => At(day, new TimeOnly(23, 59, 59));

    /// <summary>A time of a day.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new DateTimeOffset(day, time, Offset).ToUniversalTime();

    /// <summary>An instant as people read it.</summary>
    public static DateTimeOffset Shown(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>The day that an instant falls on.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Shown(instant).DateTime);
}
