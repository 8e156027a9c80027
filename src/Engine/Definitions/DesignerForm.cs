using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>
/// What the designer is given of a definition: the newest form of everything old, an id and a <c>nodeId</c> for every activity, and for each that is
/// not known an <c>Elsa.NotFoundActivity</c>, whose ways out wait in <c>customProperties.notFoundConnections</c>. And what is kept of what it
/// sends back.
/// </summary>
public static class DesignerForm
{
    private const string Waiting = "notFoundConnections";

    /// <summary>The definition for the designer.</summary>
    /// <param name="json">As it is kept.</param>
    /// <param name="registry">The types that are known.</param>
    /// <param name="library">Workflows that may be used as activities; null for none.</param>
    public static JsonObject Of(string json, ActivityRegistry registry, WorkflowLibrary? library = null)
    {
        var definition = StrictJson.Parse(json);
        DefinitionDocument.Restore(definition);
        OldForms.RenewEnvelope(definition);
        var ids = new ActivityIds(definition);
        foreach (var root in ActivitySlots.Root(definition))
            Renew(root, "Workflow1");
        return definition;

        void Renew(ActivitySlot slot, string around)
        {
            var activity = slot.Activity;
            var type = ActivitySlots.TypeOf(activity);
            var used = registry.Find(type) is null ? library?.Find(new(activity, slot.Path, [])) : null;
            var descriptor = registry.Find(type) ?? (used is null ? null : UsedWorkflow.ActivityFor(used, new(activity, slot.Path, [])).Descriptor);
            OldForms.RenewActivity(activity, descriptor);
            if (activity["id"] is null)
                activity["id"] = ids.Next(type);
            activity["nodeId"] = $"{around}:{activity["id"]}";
            if (descriptor is null)
            {
                slot.Put(NotFound.Keep(activity));
                return;
            }
            foreach (var inner in ActivitySlots.Within(activity, slot.Path, registry.Find(type)))
                Renew(inner, activity["nodeId"]!.ToString());
            SetAside(activity);
        }
    }

    /// <summary>What is kept of an edited definition: activities that were not found are what they were, and whatever the designer does not
    /// know and therefore lost is taken from before.</summary>
    /// <param name="edited">What the designer sent.</param>
    /// <param name="before">What it was given, as it is kept; null for a new definition.</param>
    public static string Take(JsonObject edited, string? before = null)
    {
        var definition = (JsonObject)edited.DeepClone();
        definition.Remove("links");
        PutBack(definition);
        DefinitionDocument.Restore(definition);
        if (before is not null)
        {
            var known = StrictJson.Parse(before);
            DefinitionDocument.Restore(known);
            OldForms.RenewEnvelope(known);
            CarriedOver.Into(definition, known);
        }
        return StrictJson.Write(definition);
    }

    // As Elsa does: the designer would drop a way that leaves by a port which it cannot know.
    private static void SetAside(JsonObject flowchart)
    {
        if (flowchart["connections"] is not JsonArray connections || flowchart["activities"] is not JsonArray activities)
            return;
        var missing = activities.OfType<JsonObject>().Where(activity => ActivitySlots.TypeOf(activity) == NotFound.Type)
            .Select(activity => activity["id"]?.ToString()).ToHashSet();
        var aside = connections.OfType<JsonObject>().Where(connection => missing.Contains((connection["source"] as JsonObject)?["activity"]?.ToString())).ToList();
        var custom = (JsonObject)flowchart["customProperties"]!;
        var waiting = custom[Waiting] as JsonArray ?? [];
        foreach (var connection in aside)
        {
            connections.Remove(connection);
            waiting.Add(connection);
        }
        custom[Waiting] = waiting.Parent is null ? waiting : waiting.DeepClone();
    }

    // Only those whose two ends the designer left.
    private static void PutBack(JsonNode? node)
    {
        if (node is JsonObject { } flowchart && flowchart["connections"] is JsonArray connections && flowchart["activities"] is JsonArray activities
            && (flowchart["customProperties"] as JsonObject)?[Waiting] is JsonArray waiting)
        {
            var there = activities.OfType<JsonObject>().Select(activity => activity["id"]?.ToString()).ToHashSet();
            foreach (var connection in waiting.OfType<JsonObject>().ToList())
            {
                waiting.Remove(connection);
                var ends = (string[])["source", "target"];
                var isWhole = ends.All(end => (connection[end] as JsonObject)?["activity"]?.ToString() is { } id && there.Contains(id));
                if (isWhole && !connections.Any(known => JsonNode.DeepEquals(known, connection)))
                    connections.Add(connection);
            }
        }
        foreach (var child in node switch { JsonObject part => part.Select(member => member.Value), JsonArray list => list, _ => [] })
            PutBack(child);
    }
}
