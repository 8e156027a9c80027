using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>Reads Elsa 3 workflow definitions. What Elsa adds and the engine does not know is passed over; what cannot work is refused, all
/// of it at once.</summary>
public sealed class WorkflowDefinitionReader(ActivityRegistry registry, WorkflowLibrary? library = null, bool countsVisits = false)
{
    private const int MostVariables = 1_000;

    /// <summary>Reads a definition.</summary>
    /// <exception cref="InvalidWorkflowDefinitionException">It cannot run; the exception lists every fault.</exception>
    public WorkflowDefinition Read(string json)
    {
        var faults = new List<DefinitionFault>();
        var definition = StrictJson.Parse(json);
        return Read(new DefinitionPart(definition, "$", faults), faults, new(definition))
            ?? throw new InvalidWorkflowDefinitionException(faults);
    }

    private WorkflowDefinition? Read(DefinitionPart envelope, List<DefinitionFault> faults, ActivityIds ids)
    {
        var variables = ReadVariables(envelope);
        var inputs = UsedWorkflow.InputsOf(envelope);
        var outputs = UsedWorkflow.OutputsOf(envelope);
        if (envelope.Part("root") is not { } rootPart)
        {
            envelope.Fault($"has no 'root' activity.");
            return null;
        }
        var reader = new ActivityReader(registry, library ?? new(), variables, ids) { CountsVisits = UsedWorkflow.CountsVisits(envelope, otherwise: countsVisits) };
        var root = reader
            .Read(rootPart, "Workflow1", new VariableScope(variables, Outer: null, inputs, outputs));
        var definition = new WorkflowDefinition(root)
        {
            Id = Required(envelope, "id"),
            DefinitionId = Required(envelope, "definitionId"),
            Name = envelope.Text("name") ?? "",
            Description = envelope.Text("description"),
            Version = envelope.Number("version", otherwise: 1),
            IsLatest = envelope.Flag("isLatest"),
            IsPublished = envelope.Flag("isPublished"),
            Variables = variables,
            Inputs = inputs,
            Outputs = outputs,
            Outcomes = envelope.Texts("outcomes"),
            EndsOnFault = UsedWorkflow.EndsOnFault(envelope),
        };
        return faults.Count == 0 ? definition : null;
    }

    internal static IReadOnlyList<Variable> ReadVariables(DefinitionPart container)
    {
        var parts = container.Parts("variables");
        if (parts.Count > MostVariables)
            container.Fault($"declares {parts.Count} variables; at most {MostVariables} are possible.");
        var variables = parts.Take(MostVariables).Select(ReadVariable).ToList();
        foreach (var name in variables.GroupBy(variable => variable.Name).Where(same => same.Count() > 1).Select(same => same.Key))
            container.Fault($"declares the variable '{name}' more than once.");
        return variables;
    }

    private static Variable ReadVariable(DefinitionPart part)
    {
        var name = Required(part, "name");
        var type = part.Text("typeName") ?? "Object";
        part.Try<JsonNode>("value", () => TypeAlias.Initial(part["value"], type, part.Flag("isArray")), out var value);
        return new(part.Text("id") ?? name, name, type, part.Flag("isArray"), value);
    }

    internal static string Required(DefinitionPart part, string key)
    {
        if (part.Text(key) is { Length: > 0 } text)
            return text;
        part.Fault($"has no '{key}'.");
        return "";
    }
}
