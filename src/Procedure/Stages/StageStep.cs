namespace WorkflowAccountability.Procedure.Stages;

/// <summary>What happens to a stage after one of its work items was submitted.</summary>
public abstract record StageStep
{
    private StageStep() { }

    /// <summary>Other items of the stage are still open.</summary>
    public static StageStep Wait { get; } = new Waiting();

    /// <summary>More work items open in the same stage, for instance the leader's sign-off after the draft.</summary>
    public static StageStep Open(params IReadOnlyList<Seat> seats) => new Opening(seats);

    /// <summary>Work of the same stage is to be done again by whoever did it.</summary>
    public static StageStep SendBack(params IReadOnlyList<Seat> seats) => new Opening(seats, IsReturn: true);

    /// <summary>The stage is left by an outcome; its still open items lapse. Outputs become workflow variables by the definition's bindings.</summary>
    public static StageStep Leave(string outcome, IReadOnlyDictionary<string, object?>? outputs = null) =>
        new Leaving(outcome, outputs ?? new Dictionary<string, object?>());

    /// <summary>Other items are still open.</summary>
    public sealed record Waiting : StageStep;

    /// <summary>More items open.</summary>
    public sealed record Opening(IReadOnlyList<Seat> Seats, bool IsReturn = false) : StageStep;

    /// <summary>The stage is done.</summary>
    public sealed record Leaving(string Outcome, IReadOnlyDictionary<string, object?> Outputs) : StageStep;
}
