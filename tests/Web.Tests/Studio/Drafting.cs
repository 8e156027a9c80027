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

    /// <summary>What was handed in is found in order by the legal office and published by a third.</summary>
    public static async Task PublishDraftAsync(this RunningSite site, string definitionId)
    {
        using var legal = await site.SignedInAsync("legal-jiang");
        using var publisher = await site.SignedInAsync("gov-zhang");
        foreach (var (official, act) in new[] { (legal, "check"), (publisher, "publish") })
        {
            var answer = await official.SubmitAsync(await official.GetAsync($"/definitions/{definitionId}"), $"/definitions/{definitionId}/{act}",
                act == "check" ? [new KeyValuePair<string, string>("Answer", "in-order")] : []);
            answer.Status.ShouldBe(303, answer.Text);
        }
    }

    public static JsonObject Saved(this JsonAnswer answer)
    {
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Json["workflowDefinition"]!.AsObject();
    }
}
