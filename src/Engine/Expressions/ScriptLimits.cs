namespace WorkflowAccountability.Engine.Expressions;

/// <summary>What a script may use up before it is stopped.</summary>
public sealed record ScriptLimits
{
    /// <summary>Statements. Stops an endless loop, always at the same place.</summary>
    public int Statements { get; init; } = 50_000;

    /// <summary>Time, for what statements do not measure.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMilliseconds(600);

    /// <summary>Memory in bytes.</summary>
    public long Memory { get; init; } = 4 * 1024 * 1024;

    /// <summary>Calls within calls.</summary>
    public int Recursion { get; init; } = 200;

    /// <summary>Elements of one array, and characters of one text that a script gives back.</summary>
    public uint Size { get; init; } = 100_000;

    /// <summary>The limits as a person reads them.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Statements} statements, {Time.TotalMilliseconds} ms, {Memory} bytes, {Recursion} nested calls, {Size} elements or characters");
}
