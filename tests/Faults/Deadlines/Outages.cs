namespace WorkflowAccountability.Faults.Deadlines;

/// <summary>When nothing ran.</summary>
internal sealed class Outages
{
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> all = [];

    public int Count => all.Count;

    public void Add(DateTimeOffset from, DateTimeOffset to) => all.Add((from, to));

    /// <summary>When something that fell due at a moment could be told first.</summary>
    public DateTimeOffset FirstAfter(DateTimeOffset due) =>
        all.Where(outage => outage.From <= due && due < outage.To).Select(outage => outage.To).DefaultIfEmpty(due).Max();
}
