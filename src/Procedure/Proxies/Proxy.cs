namespace WorkflowAccountability.Procedure.Proxies;

/// <summary>
/// 内部环节 (委托代理): while somebody is away, another does the work items of his posts. Kept for good: who stood in for whom, from when until when.
/// </summary>
public sealed class Proxy
{
    /// <summary>The id of the command that gave it.</summary>
    public required string Id { get; init; }

    /// <summary>Who is away.</summary>
    public required string PrincipalId { get; init; }

    /// <summary>Who stands in.</summary>
    public required string ProxyId { get; init; }

    /// <summary>The first day in Beijing.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day in Beijing.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Keys of <see cref="Procedure.Stages.StageChoice"/>, separated by commas (one within a title is %2C, % is %25); empty for every stage in front of the wall.</summary>
    public required string Stages { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was given (UTC).</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>When it was ended before its time (UTC).</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Who ended it.</summary>
    public string? EndedBy { get; set; }

    /// <summary>Whether it holds on a day.</summary>
    public bool Holds(DateOnly day) => EndedAt is null && From <= day && day <= Until;

    /// <summary>Whether a day is part of both.</summary>
    public bool Overlaps(DateOnly from, DateOnly until) => EndedAt is null && From <= until && from <= Until;

    /// <summary>The stages as a set; empty for all.</summary>
    public IReadOnlySet<string> StageSet() => Stages.Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(key => key.Replace("%2C", ",", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal)).ToHashSet();

    /// <summary>The stages as a row keeps them, in one order.</summary>
    public static string Written(IEnumerable<string> stages) => string.Join(',', stages.Order(StringComparer.Ordinal)
        .Select(key => key.Replace("%", "%25", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal)));
}
