namespace WorkflowAccountability.Engine.Expressions;

/// <summary>What a script may use up before it is stopped.</summary>
public sealed record ScriptLimits
{
    /// <summary>Statements. Stops an endless loop, always at the same place.</summary>
    public int Statements { get; init; } = 100_000;

    /// <summary>Time, for what statements do not measure.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Memory in bytes.</summary>
    public long Memory { get; init; } = 16 * 1024 * 1024;

    /// <summary>Calls within calls.</summary>
    public int Recursion { get; init; } = 200;

    /// <summary>Elements of one array, and characters of one text that a script gives back.</summary>
    public uint Size { get; init; } = 100_000;
}
