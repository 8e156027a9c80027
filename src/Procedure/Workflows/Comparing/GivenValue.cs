using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Workflows.Comparing;

/// <summary>What a version gives an input, and how it is said.</summary>
/// <param name="Canonical">Equal where the same is given.</param>
/// <param name="Text">The text itself, where it is one.</param>
/// <param name="Items">Where it is a list: what each is called, and its content.</param>
internal sealed record GivenValue(string Canonical, Said Words, string? Text, IReadOnlyDictionary<string, string>? Items)
{
    private static readonly JsonSerializerOptions plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] calledBy = ["name", "label", "title", "key", "id"];

    /// <summary>Of an input of a step; null where nothing is given.</summary>
    public static GivenValue? Of(ComparedStep step, string input) => step.Activity.Given(input) switch
    {
        null => null,
        GivenInput.Outright outright => Of(outright.Value, culture => Single(outright.Value) is { } text ? Known(step, input, text, culture) : null),
        var other => Of(other),
    };

    /// <summary>Of a condition, or of any input; null where nothing is given.</summary>
    public static GivenValue? Of(GivenInput? given) => given switch
    {
        null => null,
        GivenInput.Outright outright => Of(outright.Value, _ => null),
        GivenInput.OfVariable variable => new("variable " + variable.Name, In("Value.Variable", variable.Name), null, null),
        GivenInput.Computed { Script: { } script } => new("script " + script, In("Value.Script", script), null, null),
        _ => new("computed", In("Value.Computed"), null, null),
    };

    private static GivenValue? Of(JsonNode? value, Func<CultureInfo, string?> known)
    {
        if (value is null || Single(value) is "")
            return null;
        var items = ItemsOf(value);
        if (items is { Count: 0 })
            return null;
        if (items is not null)
            return new("list " + value.ToJsonString(plain), Said.All([.. items.Keys.Select(Said.AsItIs)]), null, items);
        var text = Single(value);
        return new("value " + (text ?? value.ToJsonString(plain)), new Said(culture => known(culture) ?? text switch
        {
            "true" or "True" => new Text(typeof(DifferenceTexts), "Value.True").In(culture),
            "false" or "False" => new Text(typeof(DifferenceTexts), "Value.False").In(culture),
            _ => text ?? value.ToJsonString(plain),
        }), text, null);
    }

    private static string? Known(ComparedStep step, string input, string text, CultureInfo culture) => input switch
    {
        "deadline" when DeadlineWords.Of(text) is { } words => words.In(culture),
        _ when Roles.Knows(text) => StepNames.RoleName(text, culture),
        _ => StepNames.Choice(step, input, text, culture),
    };

    private static string? Single(JsonNode? value) => value is JsonValue single ? single.ToString() : null;

    // Lists stand in definitions as lists, or as the text of one.
    private static Dictionary<string, string>? ItemsOf(JsonNode value)
    {
        if ((value as JsonArray ?? Parsed(value)) is not { } list)
            return null;
        var items = new Dictionary<string, string>();
        foreach (var (item, index) in list.Select((item, index) => (item, index)))
        {
            var called = item is JsonObject thing ? calledBy.Select(key => thing.FirstOrDefault(member => member.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value?.ToString())
                .FirstOrDefault(name => !string.IsNullOrEmpty(name)) : item?.ToString();
            items[called is null || items.ContainsKey(called) ? $"{called} {index + 1}".Trim() : called] = item is JsonObject ? item.ToJsonString(plain) : "";
        }
        return items;
    }

    private static JsonArray? Parsed(JsonNode value)
    {
        if (Single(value)?.TrimStart() is not ['[', ..] text)
            return null;
        try
        {
            return JsonNode.Parse(text) as JsonArray;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Said In(string key, params IReadOnlyList<object?> values) => new(new Text(typeof(DifferenceTexts), key, values).In);
}
