using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Activities.Flowcharts;

namespace WorkflowAccountability.Engine.Instances;

/// <summary>One execution of an activity that is not over: it waits, it failed, or it contains such executions. What is over is in the
/// journal only.</summary>
internal sealed class ActivityInstance
{
    public required string Id { get; init; }

    public required string NodeId { get; init; }

    /// <summary>The execution of the container around it; null for the root.</summary>
    public string? ParentId { get; init; }

    /// <summary>It failed, and waits for an operator.</summary>
    public bool IsFaulted { get; set; }

    /// <summary>In a flowchart that counts visits: a way back led to it.</summary>
    public bool CameBack { get; init; }

    /// <summary>In a flowchart: the forks that the token came through which started it.</summary>
    public IReadOnlyList<Descent> Lineage { get; init; } = [];

    /// <summary>Of a container that declares variables: their values by name.</summary>
    public Dictionary<string, JsonNode?>? Variables { get; set; }

    /// <summary>What a loop gives to this pass of its body, by name.</summary>
    public Dictionary<string, JsonNode?>? Locals { get; init; }

    /// <summary>Of a loop: how far it is; replaced, never changed.</summary>
    public JsonNode? Progress { get; set; }

    /// <summary>Of a workflow used as an activity: what was given to it.</summary>
    public JsonObject? Input { get; set; }

    /// <summary>Of a workflow used as an activity: what it gives back, so far.</summary>
    public Dictionary<string, JsonNode?>? Results { get; set; }

    /// <summary>Of a flowchart that counts visits (Elsa's older algorithm): how often each activity and each connection was visited.</summary>
    public Dictionary<string, Visits>? Visits { get; set; }

    /// <summary>Of a flowchart: its tokens. Between bursts all of them wait at joins.</summary>
    public List<Token>? Tokens { get; set; }

    /// <summary>Of a flowchart: how many times each of its activities has split a token.</summary>
    public Dictionary<string, int>? Forks { get; set; }

    [JsonIgnore]
    public Activity Activity { get; set; } = null!;

    /// <summary>In a flowchart: the joins at which it had lost a race before it began. It still executes, as in Elsa, but waits for
    /// nothing.</summary>
    [JsonIgnore]
    public IReadOnlyList<string>? LostAt { get; set; }

    /// <summary>It is in the queue of the burst and has not begun.</summary>
    [JsonIgnore]
    public bool IsQueued { get; set; }

    /// <summary>What its next line in the journal is to hold of what it gave or wrote.</summary>
    [JsonIgnore]
    public JsonObject? Noted { get; set; }

    /// <summary>It completed or was cancelled within the burst.</summary>
    [JsonIgnore]
    public bool IsOver { get; set; }

    public ActivityInstance Copy() => new()
    {
        Id = Id,
        NodeId = NodeId,
        ParentId = ParentId,
        IsFaulted = IsFaulted,
        CameBack = CameBack,
        Lineage = Lineage,
        Variables = Variables is null ? null : new(Variables),
        Locals = Locals,
        Progress = Progress,
        Input = Input,
        Results = Results is null ? null : new(Results),
        Visits = Visits is null ? null : new(Visits),
        Tokens = Tokens is null ? null : [.. Tokens],
        Forks = Forks is null ? null : new(Forks),
    };
}
