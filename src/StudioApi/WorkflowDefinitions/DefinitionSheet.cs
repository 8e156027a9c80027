using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Designer;

namespace WorkflowAccountability.StudioApi.WorkflowDefinitions;

/// <summary>
/// A version as Studio needs it: the row's ids and states, a path on every activity, what is unknown as not found with its JSON kept, and the hash of what
/// is shown, which comes back with the next save.
/// </summary>
internal static class DefinitionSheet
{
    public static JsonObject Of(WorkflowDefinitionVersion version, ActivityRegistry activities, Designer who)
    {
        var sheet = DesignerForm.Of(version.Json, activities);
        (sheet["id"], sheet["definitionId"], sheet["version"], sheet["name"]) = (version.Id, version.DefinitionId, version.Version, version.Name);
        (sheet["isLatest"], sheet["isPublished"], sheet["createdAt"]) = (version.IsLatest, version.IsPublished, version.CreatedAt);
        sheet["materializerName"] = "Json";
        foreach (var list in new[] { "variables", "inputs", "outputs", "outcomes" })
            sheet[list] ??= new JsonArray();
        foreach (var part in new[] { "customProperties", "options" })
            sheet[part] ??= new JsonObject();
        sheet["customProperties"]![DefinitionDraft.SeenProperty] = version.Hash;
        sheet["links"] = Links(version.DefinitionId, who);
        return sheet;
    }

    /// <summary>What the person is offered to do with a definition. Without <c>publish</c> Studio shows it for reading only, so whoever drafts gets it; it then hands in.</summary>
    public static JsonArray Links(string definitionId, Designer who)
    {
        List<JsonNode?> links = [Link($"/by-definition-id/{definitionId}", "self", "GET"), Link($"/workflow-definitions/{definitionId}/export", "export", "GET")];
        if (who.MayDraft)
            links.AddRange([
                Link($"/workflow-definitions/{definitionId}/publish", "publish", "POST"), Link($"/workflow-definitions/{definitionId}", "delete", "DELETE"),
            ]);
        if (who.MayTry)
            links.Add(Link($"/workflow-definitions/{definitionId}/execute", "execute", "POST"));
        if (who.MayPublish)
            links.Add(Link($"/workflow-definitions/{definitionId}/retract", "retract", "POST"));
        return [.. links];
    }

    /// <summary>What the person is offered to do with the list.</summary>
    public static JsonArray ListLinks(Designer who) => !who.MayDraft ? [] :
    [
        Link("/workflow-definitions", "create", "POST"),
        Link("/bulk-actions/publish/workflow-definitions/by-definition-ids", "bulk-publish", "POST"),
        Link("/bulk-actions/delete/workflow-definitions/by-definition-id", "bulk-delete", "POST"),
        .. who.MayPublish ? (JsonNode[])[Link("/bulk-actions/retract/workflow-definitions/by-definition-ids", "bulk-retract", "POST")] : [],
    ];

    private static JsonObject Link(string href, string rel, string method) => new() { ["href"] = href, ["rel"] = rel, ["method"] = method };
}
