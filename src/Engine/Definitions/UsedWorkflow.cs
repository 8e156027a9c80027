using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Activities.Composition;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>What the envelope of a definition says about it, for whoever reads it or uses it as an activity.</summary>
internal static class UsedWorkflow
{
    private const string ExecutionMode = "Flowchart:ExecutionMode";

    public static WorkflowDefinitionActivity ActivityFor(JsonObject definition, DefinitionPart use)
    {
        var envelope = use.Instead(definition);
        var inputs = InputsOf(envelope);
        var outputs = OutputsOf(envelope);
        return new()
        {
            Declared = inputs,
            Descriptor = new(
                use.Text("type") ?? "", envelope.Text("name") ?? "", envelope.Text("description") ?? "", "Workflows",
                [.. inputs.Select(input => new InputDescriptor(
                    WorkflowDefinitionActivity.InputKey(input.Name), input.Type, input.DisplayName, input.Description ?? ""))],
                [.. outputs.Select(output => new OutputDescriptor(
                    WorkflowDefinitionActivity.InputKey(output.Name), output.Type, output.DisplayName, output.Description ?? ""))],
                [.. envelope.Texts("outcomes").Append("Done").Distinct()], IsContainer: true, IsTerminal: false),
        };
    }

    public static IReadOnlyList<InputDefinition> InputsOf(DefinitionPart envelope) => [.. envelope.Parts("inputs").Select(input => new InputDefinition(
        WorkflowDefinitionReader.Required(input, "name"), input.Text("type") ?? "Object", input.Text("displayName") ?? "",
        input.Text("description"), input.Flag("isArray")))];

    public static IReadOnlyList<OutputDefinition> OutputsOf(DefinitionPart envelope) => [.. envelope.Parts("outputs").Select(output => new OutputDefinition(
        WorkflowDefinitionReader.Required(output, "name"), output.Text("type") ?? "Object", output.Text("displayName") ?? "",
        output.Text("description"), output.Flag("isArray")))];

    /// <summary>Which of Elsa's two algorithms an envelope or a flowchart asks for.</summary>
    public static bool CountsVisits(DefinitionPart part, bool otherwise) =>
        (part.PartIfThere("customProperties")?.TextIfText(ExecutionMode) ?? part.PartIfThere("properties")?.TextIfText(ExecutionMode)) switch
        {
            "CounterBased" => true,
            "TokenBased" => false,
            _ => otherwise,
        };

    /// <summary>Whether a fault ends the instance: what Elsa does unless the options say otherwise.</summary>
    public static bool EndsOnFault(DefinitionPart envelope) =>
        envelope.PartIfThere("options")?.TextIfText("incidentStrategyType") is not { } strategy
        || !strategy.Contains("ContinueWithIncidents", StringComparison.Ordinal);
}
