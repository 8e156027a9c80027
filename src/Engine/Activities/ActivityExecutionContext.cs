using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities.Composition;
using WorkflowAccountability.Engine.Bookmarks;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Expressions;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Activities;

/// <summary>What an activity sees and may do during one step of one execution.</summary>
public sealed class ActivityExecutionContext
{
    internal ActivityExecutionContext(RunningBurst burst, ActivityInstance instance)
    {
        Burst = burst;
        Instance = instance;
    }

    /// <summary>The time of the burst: the same for all that happens in it.</summary>
    public DateTimeOffset Now => Burst.Now;

    /// <summary>The instance of the workflow.</summary>
    public string WorkflowInstanceId => Burst.State.InstanceId;

    /// <summary>This execution of the activity: a return makes a new one.</summary>
    public string ActivityInstanceId => Instance.Id;

    /// <summary>The activity as the definition has it.</summary>
    public Activity Activity => Instance.Activity;

    internal RunningBurst Burst { get; }

    internal ActivityInstance Instance { get; }

    internal IReadOnlyList<string>? Outcomes { get; private set; }

    internal IEnumerable<string> VariableNames =>
        Burst.Scopes(Instance).SelectMany(scope => scope.Declared).Select(variable => variable.Name).Distinct();

    internal IEnumerable<string> WorkflowInputNames =>
        (Around?.Activity is WorkflowDefinitionActivity used ? used.Declared : Burst.Definition.Inputs).Select(input => input.Name);

    /// <summary>What the workflow around it gives back, so far.</summary>
    internal Dictionary<string, JsonNode?> Results => Around?.Results ?? Burst.State.Outputs;

    /// <summary>What a script has chosen to leave by.</summary>
    internal IReadOnlyList<string> ChosenOutcomes { get; set; } = [];

    internal string? CorrelationId
    {
        get => Burst.State.CorrelationId;
        set => Burst.State.CorrelationId = value;
    }

    internal string? InstanceName
    {
        get => Burst.State.Name;
        set => Burst.State.Name = value;
    }

    internal WorkflowDefinition Definition => Burst.Definition;

    /// <summary>The result of the activity that gave one last in this burst.</summary>
    internal JsonNode? LastResult => Burst.LastResult?.DeepClone();

    internal bool IsTrigger => IsTriggeredBy(Activity);

    internal JsonNode? TriggerPayload => Burst.Trigger?.Payload;

    // The workflow used as an activity that it stands in; null in the workflow itself.
    private ActivityInstance? Around => (Activity is WorkflowDefinitionActivity ? Burst.ParentOf(Instance) : Instance) is { } inside
        ? Burst.Around<WorkflowDefinitionActivity>(inside)
        : null;

    /// <summary>Evaluates an input; the default of its type if the definition gives it no value.</summary>
    /// <param name="name">Its camelCase name in the definition.</param>
    public T? GetInput<T>(string name)
    {
        if (Activity.Inputs.TryGetValue(name, out var expression))
            return JsonConversion.To<T>(expression.Evaluate(this));
        var descriptor = Activity.Descriptor.Inputs.FirstOrDefault(input => input.Name == name)
            ?? throw new ArgumentException($"The activity type {Activity.Type} declares no input '{name}'.", nameof(name));
        return descriptor.DefaultValue is { } value ? JsonConversion.To<T>(JsonValue.Create(value)) : default;
    }

    /// <summary>Evaluates a typed input.</summary>
    public T? Get<T>(Input<T> input) => GetInput<T>(input.Name);

    /// <summary>Writes an output to the variable (or the workflow's output) bound to it; nothing happens if none is.</summary>
    /// <param name="name">Its camelCase name in the definition.</param>
    /// <param name="value">What to write.</param>
    public void SetOutput(string name, JsonNode? value)
    {
        if (!Activity.Descriptor.Outputs.Any(output => output.Name == name))
            throw new ArgumentException($"The activity type {Activity.Type} declares no output '{name}'.", nameof(name));
        Burst.Remember(Activity, name, value);
        Burst.Note(Instance, name, value);
        var binding = Activity.Outputs.GetValueOrDefault(name);
        if (binding?.Variable is { } variable)
            SetVariable(variable, value);
        else if (binding?.WorkflowOutput is { } output)
            GiveBack(output, value);
    }

    /// <summary>Gives a value back from the workflow around it.</summary>
    internal void GiveBack(string output, JsonNode? value)
    {
        ValueLimit.Check(value, $"What '{Activity.Id}' gives back as '{output}'", Burst.Options.MostOfValue);
        Results[output] = value?.DeepClone();
    }

    /// <summary>Writes a typed output.</summary>
    public void Set<T>(Output<T> output, T? value) => SetOutput(output.Name, JsonConversion.From(value));

    /// <summary>Makes a place to wait at. The activity is resumed with it, once.</summary>
    /// <param name="payload">What to remember with it.</param>
    /// <param name="name">What it waits for; the activity's type if null.</param>
    public Bookmark CreateBookmark(JsonNode? payload, string? name = null) =>
        Burst.CreateBookmark(Instance, payload?.DeepClone(), name ?? Activity.Type);

    /// <summary>The activity is done, and left by these ports; by <c>Done</c> if none is named. Its bookmarks that are still open are
    /// burned.</summary>
    public void CompleteWithOutcomes(params IReadOnlyList<string> outcomes)
    {
        if (Outcomes is not null)
            throw new InvalidOperationException("An activity completes once.");
        var unknown = outcomes.Except(Activity.Outcomes).ToList();
        if (unknown.Count > 0)
            throw new ArgumentException(
                $"'{Activity.Id}' cannot be left by {string.Join(", ", unknown)}; it has: {string.Join(", ", Activity.Outcomes)}.",
                nameof(outcomes));
        Outcomes = outcomes.Count > 0 ? [.. outcomes] : Activity.Done;
    }

    /// <summary>What an activity gave in this burst; null if it gave nothing.</summary>
    /// <param name="activity">Its id or name.</param>
    /// <param name="output">The output; null for its only or its first.</param>
    internal JsonNode? OutputOf(string activity, string? output) => Burst.Remembered(activity, output)?.DeepClone();

    internal string NewGuid() => new Guid(Convert.FromHexString(Burst.NextId() + Burst.NextId())).ToString();

    /// <summary>The activity is done, and left by outcomes that no port of its own has to know.</summary>
    internal void CompleteFreely(IReadOnlyList<string> outcomes) => Outcomes = outcomes.Count > 0 ? outcomes : Activity.Done;

    internal bool IsTriggeredBy(Activity activity) => Burst.Trigger?.ActivityId == activity.Id;

    /// <summary>Whether a variable of that name is declared around it.</summary>
    public bool HasVariable(string name) => VariableNames.Contains(name);

    /// <summary>What a variable holds, the nearest of that name.</summary>
    public JsonNode? GetVariable(string name) => Named(name).Values[name]?.DeepClone();

    /// <summary>Gives a variable a value, the nearest of that name.</summary>
    public void SetVariable(string name, JsonNode? value) =>
        Write(Named(name), Named(name).Declared.First(variable => variable.Name == name), value);

    /// <summary>What was given at the start under this name; null if nothing was.</summary>
    public JsonNode? GetWorkflowInput(string name) => (Around is { } used ? used.Input : Burst.State.Input)?[name]?.DeepClone();

    internal JsonNode? GetVariable(Variable variable) => ScopeOf(variable).Values[variable.Name]?.DeepClone();

    internal void SetVariable(Variable variable, JsonNode? value) => Write(ScopeOf(variable), variable, value);

    internal void WriteLine(string text)
    {
        Burst.Emit(new LineWritten(text));
        Burst.Note(Instance, "line", JsonValue.Create(text));
    }

    private void Write(LiveScope scope, Variable variable, JsonNode? value)
    {
        ValueLimit.Check(value, $"What '{Activity.Id}' gives to the variable '{variable.Name}'", Burst.Options.MostOfValue);
        var written = variable.Coerce(value)?.DeepClone();
        scope.Values[variable.Name] = written;
        Burst.Note(Instance, variable.Name, written);
    }

    private LiveScope ScopeOf(Variable variable) => Burst.Scopes(Instance).First(scope => scope.Declared.Contains(variable));

    private LiveScope Named(string name) => Burst.Scopes(Instance).FirstOrDefault(scope => scope.Values.ContainsKey(name))
        ?? throw new ArgumentException($"There is no variable '{name}'; there are: {string.Join(", ", VariableNames)}.", nameof(name));
}
