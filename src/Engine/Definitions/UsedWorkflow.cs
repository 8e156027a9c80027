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
        return new() { Declared = inputs, Descriptor = DescriptorOf(envelope, use.Text("type") ?? "", inputs) };
    }

    /// <summary>The type of activity that a definition is for others.</summary>
    public static ActivityDescriptor DescriptorOf(DefinitionPart envelope, string typeName, IReadOnlyList<InputDefinition> inputs)
    {
        var outputs = OutputsOf(envelope);
        var texts = TextsOf(envelope, inputs, outputs);
        return new(typeName, envelope.PartIfThere("options")?.TextIfText("activityCategory") ?? "Workflows")
        {
            Version = envelope.Number("version", otherwise: 1),
            Inputs = [.. inputs.Select(input => new InputDescriptor(MemberNames.KeyOf(input.Name), input.Type, input.UiHint) { IsSynthetic = true })],
            Outputs = [.. outputs.Select(output => new OutputDescriptor(MemberNames.KeyOf(output.Name), output.Type) { IsSynthetic = true })],
            Outcomes = [.. envelope.Texts("outcomes").Append("Done").Distinct()],
            IsBrowsable = envelope.Flag("isPublished"),
            Workflow = new(envelope.Text("definitionId") ?? "", envelope.Text("id") ?? ""),
            Texts = (key, _) => texts.GetValueOrDefault(key),
        };
    }

    // Whoever drew the workflow wrote them, in one language.
    private static Dictionary<string, string?> TextsOf(
        DefinitionPart envelope, IReadOnlyList<InputDefinition> inputs, IReadOnlyList<OutputDefinition> outputs)
    {
        var texts = new Dictionary<string, string?> { ["Name"] = envelope.Text("name"), ["Help"] = envelope.Text("description") };
        foreach (var input in inputs)
            (texts[$"Inputs.{MemberNames.KeyOf(input.Name)}"], texts[$"Inputs.{MemberNames.KeyOf(input.Name)}.Help"]) =
                (Shown(input.DisplayName, input.Name), input.Description);
        foreach (var output in outputs)
            (texts[$"Outputs.{MemberNames.KeyOf(output.Name)}"], texts[$"Outputs.{MemberNames.KeyOf(output.Name)}.Help"]) =
                (Shown(output.DisplayName, output.Name), output.Description);
        return texts;
    }

    private static string Shown(string displayName, string name) => displayName.Length > 0 ? displayName : name;

    public static IReadOnlyList<InputDefinition> InputsOf(DefinitionPart envelope) => [.. envelope.Parts("inputs").Select(input => new InputDefinition(
        WorkflowDefinitionReader.Required(input, "name"), input.Text("type") ?? "Object", input.Text("displayName") ?? "",
        input.Text("description"), input.Flag("isArray")) { UiHint = input.TextIfText("uiHint") is { Length: > 0 } hint and not "single-line" ? hint : "singleline" })];

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
