using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using WorkflowAccountability.Engine.Bookmarks;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Execution;

namespace WorkflowAccountability.Engine.Instances;

/// <summary>
/// All that an instance has to remember between bursts. It never changes: a burst leaves a new one. Its JSON is canonical: the same history
/// leaves the same bytes, on every machine, restarted or not.
/// </summary>
public sealed class WorkflowState
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 256,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
    };

    [JsonConstructor]
    internal WorkflowState()
    {
    }

    /// <summary>The instance's id.</summary>
    [JsonInclude]
    public required string InstanceId { get; init; }

    /// <summary>The definition that it runs.</summary>
    [JsonInclude]
    public required string DefinitionId { get; init; }

    /// <summary>The version that it started with and stays on.</summary>
    [JsonInclude]
    public required string DefinitionVersionId { get; init; }

    /// <summary>Running or finished.</summary>
    [JsonInclude, JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public WorkflowStatus Status { get; internal set; }

    /// <summary>The finer status.</summary>
    [JsonInclude, JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public WorkflowSubStatus SubStatus { get; internal set; }

    /// <summary>What an <c>Elsa.SetName</c> called the instance; may be null.</summary>
    [JsonInclude]
    public string? Name { get; internal set; }

    /// <summary>What it belongs to, given at the start or by an <c>Elsa.Correlate</c>; may be null.</summary>
    [JsonInclude]
    public string? CorrelationId { get; internal set; }

    /// <summary>Where it waits.</summary>
    [JsonIgnore]
    public IReadOnlyList<Bookmark> Bookmarks => OpenBookmarks;

    /// <summary>What failed and waits for an operator.</summary>
    [JsonIgnore]
    public IReadOnlyList<Incident> Incidents => OpenIncidents;

    /// <summary>Whether an execution failed and may be executed once more; of a join that waits in vain nothing may.</summary>
    public bool MayRetry(string activityInstanceId) => Activities.Exists(activity => activity.Id == activityInstanceId && activity.IsFaulted);

    /// <summary>Ids are made from the instance's id and this number.</summary>
    [JsonInclude]
    internal long LastId { get; set; }

    [JsonInclude]
    internal long LastJournalSequence { get; set; }

    [JsonInclude]
    internal JsonObject? Input { get; init; }

    [JsonInclude]
    internal Dictionary<string, JsonNode?> Variables { get; init; } = [];

    [JsonInclude]
    internal Dictionary<string, JsonNode?> Outputs { get; init; } = [];

    [JsonInclude]
    internal List<ActivityInstance> Activities { get; init; } = [];

    [JsonInclude, JsonPropertyName("bookmarks")]
    internal List<Bookmark> OpenBookmarks { get; init; } = [];

    [JsonInclude, JsonPropertyName("incidents")]
    internal List<Incident> OpenIncidents { get; init; } = [];

    /// <summary>What it gives back, so far.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonNode?> Results => Outputs;

    /// <summary>What a variable of the workflow holds; null if nothing, or if there is no such variable.</summary>
    public JsonNode? Variable(string name) => Variables.GetValueOrDefault(name)?.DeepClone();

    /// <summary>Canonical JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, json);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static WorkflowState Parse(string json) => JsonSerializer.Deserialize<WorkflowState>(json, WorkflowState.json)
        ?? throw new JsonException("A state is never null.");

    internal static WorkflowState New(WorkflowDefinition definition, string instanceId, JsonObject? input) => new()
    {
        InstanceId = instanceId,
        DefinitionId = definition.DefinitionId,
        DefinitionVersionId = definition.Id,
        Input = (JsonObject?)input?.DeepClone(),
        Variables = definition.Variables.ToDictionary(variable => variable.Name, variable => variable.InitialValue),
    };

    internal WorkflowState Copy(WorkflowDefinition definition)
    {
        var copy = new WorkflowState
        {
            InstanceId = InstanceId,
            DefinitionId = DefinitionId,
            DefinitionVersionId = DefinitionVersionId,
            Status = Status,
            SubStatus = SubStatus,
            Name = Name,
            CorrelationId = CorrelationId,
            LastId = LastId,
            LastJournalSequence = LastJournalSequence,
            Input = Input,
            Variables = new(Variables),
            Outputs = new(Outputs),
            Activities = [.. Activities.Select(activity => activity.Copy())],
            OpenBookmarks = [.. OpenBookmarks],
            OpenIncidents = [.. OpenIncidents],
        };
        foreach (var activity in copy.Activities)
            activity.Activity = definition.Activity(activity.NodeId);
        return copy;
    }
}
