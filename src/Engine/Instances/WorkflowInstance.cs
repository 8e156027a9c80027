namespace WorkflowAccountability.Engine.Instances;

/// <summary>The stored row of one run of one definition version. The state is the engine's canonical JSON; the columns are for finding
/// it.</summary>
public sealed class WorkflowInstance
{
    /// <summary>16 hex digits.</summary>
    public required string Id { get; init; }

    /// <summary>The definition that it runs.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The version that it started with and stays on.</summary>
    public required string DefinitionVersionId { get; init; }

    /// <summary>The number of that version.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>The case that it belongs to; null if it runs by itself.</summary>
    public string? CaseId { get; init; }

    /// <summary>What it belongs to, as Elsa has it; null if nothing was said.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>What it called itself; null if it did not.</summary>
    public string? Name { get; set; }

    /// <summary>The instance that started it and waits for its end; null if none does.</summary>
    public string? ParentId { get; init; }

    /// <summary>Where that instance waits.</summary>
    public string? ParentBookmarkId { get; init; }

    /// <summary>Running or finished.</summary>
    public WorkflowStatus Status { get; set; }

    /// <summary>The finer status.</summary>
    public WorkflowSubStatus SubStatus { get; set; }

    /// <summary>Canonical JSON of <see cref="WorkflowState"/>.</summary>
    public required string State { get; set; }

    /// <summary>Grows by one with every committed burst; a writer who saw an older one loses.</summary>
    public long Version { get; set; }

    /// <summary>When it was started (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed (UTC).</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it finished (UTC); null while it runs.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Takes over what a burst left.</summary>
    public void Take(WorkflowState state, DateTimeOffset now)
    {
        State = state.ToJson();
        Status = state.Status;
        SubStatus = state.SubStatus;
        Name = state.Name;
        CorrelationId = state.CorrelationId;
        UpdatedAt = now;
        FinishedAt = state.Status is WorkflowStatus.Finished ? now : null;
        Version++;
    }
}
