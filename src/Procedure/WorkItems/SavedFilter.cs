namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>A view of the inbox that a person keeps under a name. It is his own and grants nothing: what it finds is asked anew.</summary>
public sealed class SavedFilter
{
    /// <summary>Unique.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required string PersonId { get; init; }

    /// <summary>What he calls it, at most 20 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The query of the address, in its one canonical order, without the question mark.</summary>
    public required string Query { get; init; }

    /// <summary>When it was kept (UTC).</summary>
    public required DateTimeOffset At { get; init; }
}
