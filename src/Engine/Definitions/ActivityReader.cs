using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Activities.Composition;
using WorkflowAccountability.Engine.Activities.Flowcharts;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>Reads the activities of one definition.</summary>
internal sealed class ActivityReader(
    ActivityRegistry registry, WorkflowLibrary library, IReadOnlyList<Variable> workflowVariables, ActivityIds unnamed)
{
    private const int DeepestUse = 16;

    public const int MostActivities = 5_000;

    public static DefinitionFault TooMany { get; } = new("$.root", $"the definition has more than {MostActivities} activities.");

    private static readonly HashSet<string> standardKeys =
    [
        "id", "nodeId", "name", "type", "version", "customProperties", "metadata",
        // written by older versions of Elsa:
        "canStartWorkflow", "runAsynchronously", "applicationProperties", "source", "line",
    ];

    private readonly HashSet<string> ids = [];
    private readonly HashSet<string> variableIds = [.. workflowVariables.Select(variable => variable.Id)];
    private int count;
    private bool hasSaidTypes;

    /// <summary>Whether its flowcharts count visits unless they say otherwise.</summary>
    public bool CountsVisits { get; init; }

    /// <summary>The workflows within which it reads, the outermost first: none may be used within itself.</summary>
    private IReadOnlyList<string> Uses { get; init; } = [];

    public Activity Read(DefinitionPart part, string path, VariableScope scope)
    {
        if (++count > MostActivities)
            throw new InvalidWorkflowDefinitionException([TooMany]);
        var type = part.Text("type") ?? "";
        var used = registry.Knows(type) ? null : library.Find(part);
        var activity = used is null ? registry.Create(type) : UsedWorkflow.ActivityFor(used, part);
        if (activity is null)
            part.Fault(KnownTypes() is { } known ? (FormattableString)$"the activity '{part.Text("id")}' has the unknown type '{type}'; known types: {known}."
                : $"the activity '{part.Text("id")}' has the unknown type '{type}'.");
        else if (activity is NotFoundActivity)
            part.Fault($"the activity '{part.Text("id")}' stands for one of the type '{part.TextIfText("missingTypeName")}', which is not known here.");
        activity ??= NotFound(type);
        activity.Id = IdOf(part, type);
        activity.NodeId = $"{path}:{activity.Id}";
        activity.Name = part.Text("name");
        activity.Version = part.Number("version", otherwise: 1);
        activity.DisplayText = part.Part("metadata")?.Text("displayText");
        activity.Position = ReadPosition(part);
        if (part.Part("customProperties") is { } custom)
            activity.CustomProperties = custom.Keys.ToDictionary(key => key, key => custom[key]);
        if (activity is NotFoundActivity)
            return activity;
        ReportUnknownKeys(part, activity);
        var expressions = new ExpressionReader(part, scope);
        activity.Inputs = expressions.ReadInputs(activity);
        activity.Outputs = ReadOutputs(part, activity, scope);
        if (activity is WorkflowDefinitionActivity inner)
            ReadUsed(part.Instead(used!), inner);
        else if (activity is Container container)
            ReadContents(part, container, scope);
        activity.ReadCases(part, expressions, child => Read(child, activity.NodeId, scope));
        return HasOutcomes(part, activity) ? activity : NotFound(type, activity);
    }

    private static Position? ReadPosition(DefinitionPart part)
    {
        var position = part.Part("metadata")?.Part("designer")?.Part("position");
        return position?["x"] is JsonValue x && position["y"] is JsonValue y && x.TryGetValue<double>(out var left) && y.TryGetValue<double>(out var top)
            ? new(left, top) : null;
    }

    // Said once; who has one unknown type often has many.
    private string? KnownTypes()
    {
        if (hasSaidTypes)
            return null;
        hasSaidTypes = true;
        return string.Join(", ", registry.Descriptors.Select(descriptor => descriptor.TypeName).Where(type => type != Definitions.NotFound.Type));
    }

    private static NotFoundActivity NotFound(string type, Activity? like = null) => new()
    {
        Id = like?.Id ?? "",
        NodeId = like?.NodeId ?? "",
        Descriptor = new(type, ""),
    };

    private string IdOf(DefinitionPart part, string type)
    {
        if (part.Text("id") is { Length: > 0 } id)
        {
            if (!ids.Add(id))
                part.Fault($"the id '{id}' is used more than once.");
            return id;
        }
        return unnamed.Next(type);
    }

    private static void ReportUnknownKeys(DefinitionPart part, Activity activity)
    {
        if (activity.Type.StartsWith("Elsa.", StringComparison.Ordinal) || activity is WorkflowDefinitionActivity)
            return; // as Elsa does; they are kept with the definition
        string[] own =
            [.. activity.Descriptor.Inputs.Select(input => input.Name), .. activity.Descriptor.Outputs.Select(output => output.Name)];
        var unknown = part.Keys.Where(key =>
            !key.StartsWith('$') && !standardKeys.Contains(key) && !own.Contains(key)
                && !(activity is Container container && container.ContentKeys.Contains(key)));
        var known = string.Join(", ", own.DefaultIfEmpty("none"));
        foreach (var key in unknown)
            part.Fault($"the activity '{activity.Id}' ({activity.Type}) has no property '{key}'; it has: {known}.");
    }

    private static Dictionary<string, OutputBinding> ReadOutputs(DefinitionPart part, Activity activity, VariableScope scope)
    {
        var bindings = new Dictionary<string, OutputBinding>();
        foreach (var output in activity.Descriptor.Outputs)
        {
            var reference = part.Part(output.Name)?.Part("memoryReference")?.Text("id");
            if (string.IsNullOrEmpty(reference) || reference.StartsWith(activity.Id + ":", StringComparison.Ordinal)) // unbound
                continue;
            if (scope.Find(reference) is { } variable)
                bindings[output.Name] = new(variable, WorkflowOutput: null);
            else if (scope.Outputs.Any(declared => declared.Name == reference))
                bindings[output.Name] = new(Variable: null, reference);
            else
                part.Fault($"the output '{output.Name}' of '{activity.Id}' names the unknown variable '{reference}'; there are: {scope.Names}.");
        }
        return bindings;
    }

    private void ReadContents(DefinitionPart part, Container container, VariableScope scope)
    {
        container.Variables = WorkflowDefinitionReader.ReadVariables(part);
        foreach (var variable in container.Variables.Where(variable => !variableIds.Add(variable.Id)))
            part.Fault($"the variable id '{variable.Id}' is used more than once.");
        container.ReadContents(part, child => Read(child, container.NodeId, scope.Within(container.Variables)));
        if (container is not Flowchart flowchart)
            return;
        flowchart.Connections = [.. part.Parts("connections").Select(ReadConnection).OfType<Connection>()];
        flowchart.CountsVisits = UsedWorkflow.CountsVisits(part, otherwise: CountsVisits);
    }

    // Its ids are its own, and may be those of the workflow that uses it.
    private void ReadUsed(DefinitionPart used, WorkflowDefinitionActivity activity)
    {
        var id = used.Text("definitionId") ?? activity.Type;
        if (Uses.Contains(id) || Uses.Count >= DeepestUse || used.Part("root") is not { } root)
        {
            used.Fault(Uses.Contains(id) ? (FormattableString)$"the workflow '{id}' is used within itself."
                : Uses.Count >= DeepestUse ? (FormattableString)$"workflows are used within workflows more than {DeepestUse} deep."
                : $"the workflow '{id}' has no 'root' activity.");
            return;
        }
        activity.Variables = WorkflowDefinitionReader.ReadVariables(used);
        var reader = new ActivityReader(registry, library, activity.Variables, new(used.Json))
        {
            count = count,
            CountsVisits = UsedWorkflow.CountsVisits(used, otherwise: CountsVisits),
            Uses = [.. Uses, id],
        };
        var scope = new VariableScope(activity.Variables, Outer: null, activity.Declared, UsedWorkflow.OutputsOf(used));
        activity.Activities = [reader.Read(root, activity.NodeId, scope)];
        count = reader.count;
    }

    private static Connection? ReadConnection(DefinitionPart part)
    {
        var isFlat = (part["source"] ?? part["Source"]) is JsonValue;
        var source = isFlat ? part.Text("source") : part.Part("source")?.Text("activity");
        var target = isFlat ? part.Text("target") : part.Part("target")?.Text("activity");
        if (source is not null && target is not null)
            return new(source, (isFlat ? part.Text("sourcePort") : part.Part("source")?.Text("port")) ?? "Done", target);
        part.Fault($"a connection needs a source and a target activity.");
        return null;
    }

    // Asks what the activity itself finds wrong. If it cannot even tell its ports, nothing further can be said about its connections.
    private static bool HasOutcomes(DefinitionPart part, Activity activity)
    {
        foreach (var fault in part.Try(activity.Id, () => activity.Faults().ToList(), out var faults) ? faults : [])
            part.Fault($"'{activity.Id}' ({activity.Type}): {fault}");
        return part.Try(activity.Id, () => activity.Outcomes, out _);
    }
}
