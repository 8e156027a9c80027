using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>Writes what older versions of Elsa wrote as the newest writes it. What is not old stays as it is, what is unknown too.</summary>
internal static class OldForms
{
    private static readonly string[] lists = ["variables", "inputs", "outputs", "outcomes"];
    private static readonly string[] envelope =
        ["id", "definitionId", "name", "description", "version", "customProperties", "options", "root", "isLatest", "isPublished", "createdAt", "toolVersion"];
    private static readonly string[] activity = ["id", "nodeId", "name", "type", "version", "customProperties", "metadata", "activities", "connections", "variables"];
    private static readonly string[] flags = ["canStartWorkflow", "runAsynchronously"];

    public static void RenewEnvelope(JsonObject definition)
    {
        Rename(definition, [.. envelope, .. lists]);
        foreach (var list in lists)
            definition[list] = ListOf(definition, list);
        RenewVariables(definition);
        foreach (var argument in ((JsonArray)definition["inputs"]!).Concat((JsonArray)definition["outputs"]!).OfType<JsonObject>())
            if (argument["type"] is JsonValue type)
                argument["type"] = TypeAlias.Of(type.ToString());
    }

    /// <param name="part">The activity's JSON.</param>
    /// <param name="descriptor">Its type; null for one that is not known, whose own members stay as they are.</param>
    public static void RenewActivity(JsonObject part, ActivityDescriptor? descriptor)
    {
        Rename(part, activity);
        if (descriptor is null)
            return;
        Rename(part, [.. descriptor.Inputs.Select(input => input.Name), .. descriptor.Outputs.Select(output => output.Name), .. descriptor.Embedded.Select(MemberNames.Camel), "branches"]);
        RenewCustomProperties(part);
        part["metadata"] ??= new JsonObject();
        part["version"] ??= descriptor.Version;
        foreach (var input in descriptor.Inputs.Where(input => input.IsWrapped))
            RenewInput(part, input);
        if (!descriptor.IsContainer)
            return;
        part["activities"] = ListOf(part, "activities");
        part["variables"] = ListOf(part, "variables");
        RenewVariables(part);
        if (!part.ContainsKey("connections"))
            return;
        part["connections"] = ListOf(part, "connections");
        foreach (var connection in ((JsonArray)part["connections"]!).OfType<JsonObject>())
            RenewConnection(connection);
    }

    private static void RenewCustomProperties(JsonObject part)
    {
        if (part["customProperties"] is not JsonObject custom)
            part["customProperties"] = custom = [];
        if (part["applicationProperties"] is JsonObject earlier)
        {
            foreach (var (key, value) in earlier.Where(member => !custom.ContainsKey(member.Key)).ToList())
                custom[key] = value?.DeepClone();
            part.Remove("applicationProperties");
        }
        foreach (var flag in flags)
        {
            custom[flag] ??= part[flag]?.DeepClone() ?? false;
            part.Remove(flag);
        }
    }

    private static void RenewInput(JsonObject part, InputDescriptor input)
    {
        if (part[input.Name] is JsonObject wrapped)
        {
            if (wrapped["typeName"] is JsonValue type)
                wrapped["typeName"] = TypeAlias.Of(type.ToString());
        }
        else if (part[input.Name] is { } bare)
            part[input.Name] = new JsonObject
            {
                ["typeName"] = input.TypeName,
                ["expression"] = new JsonObject
                {
                    ["type"] = bare is JsonArray ? "Object" : "Literal",
                    ["value"] = bare is JsonArray ? bare.ToJsonString() : bare.DeepClone(),
                },
            };
    }

    private static void RenewVariables(JsonObject holder)
    {
        foreach (var variable in ((JsonArray)holder["variables"]!).OfType<JsonObject>())
        {
            Rename(variable, ["id", "name", "typeName", "isArray", "value", "storageDriverTypeName"]);
            variable["id"] ??= variable["name"]?.DeepClone();
            if (variable["typeName"] is JsonValue type)
                variable["typeName"] = TypeAlias.Of(type.ToString());
        }
    }

    private static void RenewConnection(JsonObject connection)
    {
        Rename(connection, ["source", "target", "sourcePort", "targetPort", "vertices"]);
        foreach (var (side, otherwise) in ((string, string)[])[("source", "Done"), ("target", "In")])
        {
            if (connection[side] is JsonValue flat)
                connection[side] = new JsonObject { ["activity"] = flat.DeepClone(), ["port"] = connection[side + "Port"]?.DeepClone() };
            connection.Remove(side + "Port");
            if (connection[side] is not JsonObject end)
                continue;
            Rename(end, ["activity", "port"]);
            end["port"] ??= otherwise;
        }
        connection["vertices"] ??= new JsonArray();
    }

    // An array, {"$values": []}, or the single item itself.
    private static JsonArray ListOf(JsonObject holder, string key) => holder[key] switch
    {
        JsonArray list => (JsonArray)list.DeepClone(),
        JsonObject wrapped when wrapped["$values"] is JsonArray list => (JsonArray)list.DeepClone(),
        JsonObject lone when !lone.ContainsKey("$values") => [lone.DeepClone()],
        _ => [],
    };

    private static void Rename(JsonObject part, IReadOnlyCollection<string> names)
    {
        if (!part.Any(member => member.Key.Length > 0 && char.IsUpper(member.Key[0]) && names.Contains(MemberNames.Camel(member.Key))))
            return;
        var members = part.ToList();
        part.Clear();
        foreach (var (key, value) in members)
        {
            var name = key.Length > 0 && names.Contains(MemberNames.Camel(key)) && members.TrueForAll(member => member.Key != MemberNames.Camel(key))
                ? MemberNames.Camel(key) : key;
            part[name] = value;
        }
    }
}
