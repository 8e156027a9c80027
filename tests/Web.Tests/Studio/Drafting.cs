using System.Text.Json.Nodes;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Studio;

/// <summary>Saving as Studio saves: what it was shown, changed, and sent back whole.</summary>
internal static class Drafting
{
    public static async Task<JsonObject> ShownAsync(this Browser designer, string definitionId)
    {
        var answer = await designer.ApiAsync("GET", $"/workflow-definitions/by-definition-id/{definitionId}?versionOptions=Latest");
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Json.AsObject();
    }

    public static Task<JsonAnswer> SaveAsync(this Browser designer, JsonObject definition, bool publish = false) => designer.ApiAsync(
        "POST", "/workflow-definitions", new JsonObject { ["model"] = definition.DeepClone(), ["publish"] = publish }.ToJsonString());

    public static Task<JsonAnswer> SaveNewAsync(this Browser designer, string name) => designer.SaveAsync(new JsonObject
    {
        ["definitionId"] = null, ["name"] = name, ["root"] = new JsonObject { ["id"] = "Flowchart1", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["name"] = "Flowchart1" },
    });

    /// <summary>Puts a step into the flowchart.</summary>
    public static JsonObject With(this JsonObject definition, string id, string type = "Elsa.WriteLine")
    {
        var root = definition["root"]!.AsObject();
        var activities = root["activities"] as JsonArray ?? [];
        if (activities.Parent is null)
            root["activities"] = activities;
        activities.Add(new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1, ["metadata"] = new JsonObject() });
        return definition;
    }

    public static JsonObject Saved(this JsonAnswer answer)
    {
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Json["workflowDefinition"]!.AsObject();
    }
}
