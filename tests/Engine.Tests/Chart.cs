using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Engine.Tests;

/// <summary>Writes flowchart definitions as short as one would draw them: <c>"A:Test.Wait"</c> is an activity, <c>"A.Returned -> B"</c> a
/// connection.</summary>
internal static class Chart
{
    public static readonly ActivityRegistry Registry = WithWait();

    public static WorkflowDefinition Read(string json) => new WorkflowDefinitionReader(Registry).Read(json);

    public static WorkflowDefinition Of(params object[] parts) => Read(Json(Flow("root", parts)));

    public static string Json(JsonObject root, JsonArray? variables = null) => new JsonObject
    {
        ["id"] = "version-1",
        ["definitionId"] = "definition",
        ["name"] = "Test",
        ["version"] = 1,
        ["variables"] = variables ?? [],
        ["outputs"] = new JsonArray(new JsonObject { ["name"] = "Result", ["type"] = "String" }),
        ["inputs"] = new JsonArray(new JsonObject { ["name"] = "Amount", ["type"] = "Int32" }),
        ["root"] = root,
    }.ToJsonString();

    public static JsonObject Flow(string id, params object[] parts) => new()
    {
        ["id"] = id,
        ["type"] = "Elsa.Flowchart",
        ["activities"] = new JsonArray([.. parts.Where(part => part is not string text || !text.Contains("->")).Select(Activity)]),
        ["connections"] = new JsonArray([.. parts.OfType<string>().Where(text => text.Contains("->")).Select(Connection)]),
    };

    public static JsonObject Join(string id, string mode = "WaitAll") => With(id, "Elsa.FlowJoin", "mode", "Literal", mode);

    public static JsonObject With(string id, string type, string input, string expressionType, JsonNode? value) => new()
    {
        ["id"] = id,
        ["type"] = type,
        [input] = new JsonObject
        {
            ["typeName"] = "Object",
            ["expression"] =
            new JsonObject { ["type"] = expressionType, ["value"] = value }
        },
    };

    private static ActivityRegistry WithWait()
    {
        var registry = ActivityRegistry.WithBuiltIns();
        registry.Register(Wait.Stage, () => new Wait());
        return registry;
    }

    private static JsonNode Activity(object part) => part is string text && text.Split(':') is [var id, var type]
        ? new JsonObject { ["id"] = id, ["type"] = type }
        : ((JsonNode)part).DeepClone();

    private static JsonNode Connection(string text)
    {
        var (from, to) = text.Split("->") is [var left, var right] ? (left.Trim(), right.Trim()) : throw new FormatException(text);
        return new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = from.Split('.')[0], ["port"] = from.Split('.') is [_, var port] ? port : "Done" },
            ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
        };
    }
}
