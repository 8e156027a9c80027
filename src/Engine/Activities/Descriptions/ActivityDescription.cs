using System.Globalization;
using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Engine.Activities.Descriptions;

/// <summary>
/// How the designer sees a type of activity, in one language. Written as JSON with camelCase names and without nulls it is what Elsa Studio
/// expects of <c>GET descriptors/activities</c>.
/// </summary>
/// <param name="Name">What the designer calls a new activity of the type, with a number behind it.</param>
/// <param name="Kind"><c>Action</c>, <c>Trigger</c> or <c>Task</c>.</param>
/// <param name="ConstructionProperties">What the designer writes into a new activity of the type.</param>
public sealed record ActivityDescription(
    string TypeName, string Namespace, string Name, int Version, string Category, string DisplayName, string Description,
    IReadOnlyList<InputDescription> Inputs, IReadOnlyList<OutputDescription> Outputs, string Kind, bool RunAsynchronously,
    IReadOnlyList<PortDescription> Ports, IReadOnlyDictionary<string, object> CustomProperties,
    IReadOnlyDictionary<string, object> ConstructionProperties, bool IsContainer, bool IsBrowsable, bool IsStart, bool IsTerminal)
{
    /// <summary>Describes a type.</summary>
    public static ActivityDescription Of(ActivityDescriptor descriptor, CultureInfo culture)
    {
        var text = TextsOf(descriptor, culture);
        var lastDot = descriptor.TypeName.LastIndexOf('.');
        var shortName = descriptor.TypeName[(lastDot + 1)..];
        var shownName = text("Name") ?? shortName;
        var workflow = WorkflowOf(descriptor);
        return new(
            descriptor.TypeName, lastDot < 0 ? "" : descriptor.TypeName[..lastDot],
            culture.TwoLetterISOLanguageName == "en" ? shortName : string.Concat(shownName.Where(letter => !char.IsWhiteSpace(letter))),
            descriptor.Version, text("Category") ?? descriptor.Category, shownName, text("Help") ?? "",
            [.. descriptor.Inputs.Select((input, order) => InputDescription.Of(input, order, text))],
            [.. descriptor.Outputs.Select((output, order) => OutputDescription.Of(output, order, text))],
            descriptor.Kind, RunAsynchronously: false,
            [
                .. descriptor.Embedded.Select(port => new PortDescription(port, text($"Ports.{port}") ?? port, "Embedded")),
                .. descriptor.Outcomes.Select(port => new PortDescription(port, text($"Ports.{port}") ?? port, "Flow")),
            ],
            workflow, workflow, descriptor.IsContainer, descriptor.IsBrowsable, descriptor.IsStart, descriptor.IsTerminal);
    }

    private static Func<string, string?> TextsOf(ActivityDescriptor descriptor, CultureInfo culture) =>
        descriptor.Texts is { } texts ? key => texts(key, culture) : key => ActivityTexts.Of(descriptor, key, culture);

    private static Dictionary<string, object> WorkflowOf(ActivityDescriptor descriptor) => descriptor.Workflow is { } workflow
        ? new() { ["workflowDefinitionId"] = workflow.DefinitionId, ["workflowDefinitionVersionId"] = workflow.VersionId, ["version"] = descriptor.Version }
        : [];
}

/// <summary>How the designer sees an input.</summary>
/// <param name="Name">PascalCase; in definitions it is camelCase.</param>
/// <param name="UiSpecifications">What its editor needs: by the name of the editor, or <c>Refresh</c>.</param>
public sealed record InputDescription(
    string Name, string TypeName, string DisplayName, string Description, float Order, bool IsBrowsable, bool IsSerializable, bool IsSynthetic,
    bool IsWrapped, string UiHint, object? DefaultValue, string? DefaultSyntax, bool IsReadOnly, bool IsSensitive, bool AutoEvaluate,
    IReadOnlyDictionary<string, JsonNode> UiSpecifications)
{
    internal static InputDescription Of(InputDescriptor input, int order, Func<string, string?> text) => new(
        MemberNames.Pascal(input.Name), input.TypeName, text($"Inputs.{input.Name}") ?? MemberNames.Pascal(input.Name), text($"Inputs.{input.Name}.Help") ?? "", order,
        IsBrowsable: true, IsSerializable: true, input.IsSynthetic, input.IsWrapped, input.UiHint, DefaultOf(input), input.DefaultSyntax,
        IsReadOnly: false, IsSensitive: false, AutoEvaluate: true, SpecificationsOf(input, text));

    /// <summary>What an editor of that kind needs to offer these choices.</summary>
    /// <param name="choices">Each value, and what people read.</param>
    public static JsonNode ChoicesFor(string uiHint, IEnumerable<KeyValuePair<string, string>> choices)
    {
        var items = new JsonArray([.. choices.Select(choice => new JsonObject { ["text"] = choice.Value, ["value"] = choice.Key })]);
        var list = new JsonObject { ["items"] = items, ["isFlagsEnum"] = false };
        return new JsonObject { [uiHint switch { "checklist" => "checkList", "radiolist" => "radioList", _ => "selectList" }] = list };
    }

    private static Dictionary<string, JsonNode> SpecificationsOf(InputDescriptor input, Func<string, string?> text)
    {
        var specifications = new Dictionary<string, JsonNode>();
        if (input.Choices is { } choices)
            specifications[input.UiHint] =
                ChoicesFor(input.UiHint, choices.Select(choice => KeyValuePair.Create(choice, text($"Inputs.{input.Name}.{choice}") ?? choice)));
        if (input.UiHint is "code-editor" or "json-editor")
            specifications["code-editor"] = new JsonObject { ["language"] = input.UiHint == "json-editor" ? "json" : "javascript" };
        if (input.IsRefreshed)
            specifications["Refresh"] = true;
        return specifications;
    }

    private static object? DefaultOf(InputDescriptor input) => input.TypeName switch
    {
        "Boolean" when input.DefaultValue is { } truth => bool.Parse(truth),
        "Int32" when input.DefaultValue is { } number => int.Parse(number, CultureInfo.InvariantCulture),
        _ => input.DefaultValue,
    };
}

/// <summary>How the designer sees an output.</summary>
/// <param name="Name">PascalCase; in definitions it is camelCase.</param>
public sealed record OutputDescription(
    string Name, string TypeName, string DisplayName, string Description, float Order, bool IsBrowsable, bool IsSerializable, bool IsSynthetic)
{
    internal static OutputDescription Of(OutputDescriptor output, int order, Func<string, string?> text) => new(
        MemberNames.Pascal(output.Name), output.TypeName, text($"Outputs.{output.Name}") ?? MemberNames.Pascal(output.Name),
        text($"Outputs.{output.Name}.Help") ?? "", order, IsBrowsable: true, IsSerializable: true, output.IsSynthetic);
}

/// <summary>How the designer sees a port.</summary>
/// <param name="Type"><c>Flow</c> (an outcome) or <c>Embedded</c> (holds an activity).</param>
public sealed record PortDescription(string Name, string DisplayName, string Type, bool IsBrowsable = true);
