using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowAccountability.Testing;

/// <summary>A step as an administrator adds it in the designer, written into a definition's JSON.</summary>
public static class AnAddedStep
{
    /// <summary>An activity with its inputs; what is null is left out.</summary>
    public static JsonObject Called(string id, string title, params (string Input, string Value)[] inputs)
    {
        var activity = new JsonObject
        {
            ["id"] = id, ["name"] = id, ["type"] = "Accountability.HumanTask", ["version"] = 1,
            ["metadata"] = new JsonObject { ["displayText"] = title, ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 100.0, ["y"] = 600.0 } } },
            ["title"] = Literal(title), ["reason"] = Literal("州领导要求。"), ["role"] = Literal("LEGAL_OFFICE"),
        };
        foreach (var (input, value) in inputs)
            activity[input] = Literal(value);
        return activity;
    }

    /// <summary>The step with ways out of its author's.</summary>
    public static JsonObject LeavingBy(this JsonObject step, params string[] outcomes)
    {
        step["outcomes"] = new JsonObject
        {
            ["typeName"] = "List<String>", ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = JsonSerializer.Serialize(outcomes) },
        };
        return step;
    }

    /// <summary>Puts a step into the way by which another is left: all its ways out lead on to where that led, but those named here, which lead back to it.</summary>
    /// <param name="chart">The flowchart.</param>
    public static void Into(this JsonObject step, JsonObject chart, string source, string port, params string[] back)
    {
        var connections = chart["connections"]!.AsArray();
        var way = connections.OfType<JsonObject>().Single(one => One(one, "source", "activity") == source && One(one, "source", "port") == port);
        var (id, target) = ((string)step["id"]!, One(way, "target", "activity"));
        way["target"]!["activity"] = id;
        way.Remove("vertices");
        var outcomes = step["outcomes"] is { } named ? JsonSerializer.Deserialize<string[]>((string)named["expression"]!["value"]!)! : ["Done"];
        foreach (var outcome in outcomes)
            connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = id, ["port"] = outcome },
                ["target"] = new JsonObject { ["activity"] = back.Contains(outcome) ? source : target, ["port"] = "In" },
            });
        chart["activities"]!.AsArray().Add(step);
    }

    /// <summary>The flowchart of an id, the outermost for its own.</summary>
    public static JsonObject ChartOf(this JsonNode definition, string? id = null) => id is null ? definition["root"]!.AsObject()
        : definition["root"]!["activities"]!.AsArray().OfType<JsonObject>().Single(activity => (string)activity["id"]! == id);

    /// <summary>An activity of a flowchart.</summary>
    public static JsonObject ActivityOf(this JsonObject chart, string id) => chart["activities"]!.AsArray().OfType<JsonObject>().Single(activity => (string)activity["id"]! == id);

    /// <summary>A value as the designer writes it.</summary>
    public static JsonObject Literal(string value) => new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };

    private static string One(JsonObject way, string end, string what) => (string)way[end]![what]!;
}
