using System.Text.Json.Nodes;

namespace WorkflowAccountability.Procedure.Tests.Lawfulness;

/// <summary>The hands of the designer: each edit is made on a copy.</summary>
public static partial class Mutations
{
    private static readonly string[] roles =
        ["GOVERNMENT", "PARTY_COMMITTEE", "LEAD_ENV", "SUPERVISION", "DISCIPLINE", "ORG_DEPT", "POLICE", "AUDIT", "FINANCE", "COUNTY", "OVERSIGHT", "LEGAL_OFFICE", "ANY_OFFICE", "NOBODY"];

    private static readonly string[][] sameShapes =
    [
        ["Accountability.ReviewByPartyCommittee", "Accountability.ReviewByGovernment", "Accountability.ApproveTeam"],
        ["Accountability.EstablishFacts", "Accountability.DetermineCauses", "Accountability.DefineResponsibility", "Accountability.ProposeHandling"],
        ["Elsa.End", "Elsa.Finish"],
    ];

    private static IEnumerable<Mutant> OfInputs(string json) => Charts(json).SelectMany(chart => Activities(chart.Node).SelectMany(id => OfInputs(json, chart.Path, id)));

    private static IEnumerable<Mutant> OfInputs(string json, string path, string id)
    {
        var before = Activity(At(JsonNode.Parse(json)!.AsObject(), path), id);
        foreach (var role in (string[])["role", "secondRole", "escalateTo"])
        {
            if (before[role] is null)
                continue;
            foreach (var other in roles.Where(other => other != before[role]!["expression"]!["value"]!.ToString()))
                yield return Edit(json, path, $"gives the {role} of {id} to {other}", chart => Activity(chart, id)[role] = Literal("String", other));
            yield return Edit(json, path, $"removes the {role} of {id}", chart => Activity(chart, id).Remove(role));
            yield return Edit(json, path, $"empties the {role} of {id}", chart => Activity(chart, id)[role] = Literal("String", ""));
            yield return Edit(json, path, $"computes the {role} of {id}", chart => Activity(chart, id)[role] = Script("String", "getBackTo()"));
        }
        if (before["deadline"] is not null)
        {
            foreach (var code in (string[])["D03", "D99"])
                yield return Edit(json, path, $"sets the deadline of {id} to {code}", chart => Activity(chart, id)["deadline"] = Literal("String", code));
            yield return Edit(json, path, $"computes the deadline of {id}", chart => Activity(chart, id)["deadline"] = Script("String", "'D' + 3"));
        }
        if (before["mode"] is not null)
            foreach (var mode in (string[])["WaitAny", "WaitAllActive"])
                yield return Edit(json, path, $"lets the join {id} use {mode}", chart => Activity(chart, id)["mode"] = Literal("FlowJoinMode", mode));
        if (before["branches"] is { } branches)
            foreach (var branch in JsonNode.Parse(branches["expression"]!["value"]!.ToString())!.AsArray().Select(name => name!.ToString()).ToList())
                yield return Edit(json, path, $"takes the branch {branch} from {id}", chart =>
                {
                    var left = JsonNode.Parse(branches["expression"]!["value"]!.ToString())!.AsArray().Select(name => name!.ToString()).Where(name => name != branch);
                    Activity(chart, id)["branches"]!["expression"]!["value"] = $"[{string.Join(", ", left.Select(name => $"\"{name}\""))}]";
                    foreach (var connection in Connections(chart).Where(way => way["source"]!["activity"]!.ToString() == id && way["source"]!["port"]!.ToString() == branch))
                        ((JsonArray)chart["connections"]!).Remove(connection);
                });
        if (before["condition"] is not null)
        {
            foreach (var value in (bool[])[true, false])
                yield return Edit(json, path, $"lets {id} always be {value}", chart => Activity(chart, id)["condition"] = Literal("Boolean", value));
            foreach (var script in Variables(json).SelectMany(name => (string[])[$"get{name}()", $"!get{name}()"]).Append("true || setPartyApproved(true)").Append("new Date().getDay() > 3").Append("getNothing()"))
                yield return Edit(json, path, $"lets {id} ask {script}", chart => Activity(chart, id)["condition"] = Script("Boolean", script));
        }
        foreach (var output in before.Where(member => member.Value is JsonObject bound && bound.ContainsKey("memoryReference")).Select(member => member.Key))
        {
            yield return Edit(json, path, $"unbinds {output} of {id}", chart => Activity(chart, id).Remove(output));
            foreach (var name in Variables(json).Where(name => name != before[output]!["memoryReference"]!["id"]!.ToString()))
                yield return Edit(json, path, $"binds {output} of {id} to {name}", chart => Activity(chart, id)[output]!["memoryReference"]!["id"] = name);
        }
        if (before["customProperties"]?["citation"] is not null)
            foreach (var citation in (string[])["内部环节", "第十七条"])
                yield return Edit(json, path, $"names {citation} as the basis of {id}", chart => Activity(chart, id)["customProperties"]!["citation"] = citation);
    }

    internal static Mutant Edit(string json, string path, string edit, Action<JsonObject> change, Action<JsonObject>? changeRoot = null) => new(edit, () =>
    {
        var root = JsonNode.Parse(json)!.AsObject();
        change(At(root, path));
        changeRoot?.Invoke(root);
        return root;
    });

    private static IEnumerable<(string Path, JsonObject Node)> Charts(string json)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        yield return ("", At(root, ""));
        foreach (var inner in At(root, "")["activities"]!.AsArray().OfType<JsonObject>().Where(activity => activity.ContainsKey("connections")))
            yield return (inner["id"]!.ToString(), inner);
    }

    private static JsonObject At(JsonObject root, string path) => path.Length == 0
        ? root["root"]!.AsObject() : root["root"]!["activities"]!.AsArray().OfType<JsonObject>().Single(activity => activity["id"]!.ToString() == path);

    private static List<string> Activities(JsonObject chart) => [.. chart["activities"]!.AsArray().Select(activity => activity!["id"]!.ToString())];

    internal static JsonObject Activity(JsonObject chart, string id) => chart["activities"]!.AsArray().OfType<JsonObject>().Single(activity => activity["id"]!.ToString() == id);

    private static string TypeOf(string json, string path, string id) => Activity(At(JsonNode.Parse(json)!.AsObject(), path), id)["type"]!.ToString();

    private static IEnumerable<string> SameShape(string json, string type) => json.Length == 0 ? [] : sameShapes.Where(shape => shape.Contains(type)).SelectMany(shape => shape).Where(other => other != type);

    private static IEnumerable<string> Targets(string json, string path, string id) =>
        From(At(JsonNode.Parse(json)!.AsObject(), path), id).Select(way => way.Target).Where(target => target != id).Distinct();

    private static List<JsonObject> Connections(JsonObject chart) => [.. chart["connections"]!.AsArray().OfType<JsonObject>()];

    private static string TargetOf(JsonObject connection) => connection["target"]!["activity"]!.ToString();

    private static List<(string Source, string Port, string Target)> Ways(JsonObject chart) =>
        [.. Connections(chart).Select(way => (way["source"]!["activity"]!.ToString(), way["source"]!["port"]!.ToString(), TargetOf(way)))];

    private static List<(string Source, string Port, string Target)> Into(JsonObject chart, string id) => Ways(chart).FindAll(way => way.Target == id);

    private static List<(string Source, string Port, string Target)> From(JsonObject chart, string id) => Ways(chart).FindAll(way => way.Source == id);

    private static ILookup<string, string> Ports(string json, JsonObject chart) => json.Length == 0 ? Ways(chart).ToLookup(way => way.Source, way => way.Port)
        : Ways(chart).Select(way => (way.Source, way.Port)).Distinct().ToLookup(way => way.Source, way => way.Port);

    internal static void Remove(JsonObject chart, string id)
    {
        chart["activities"]!.AsArray().Remove(Activity(chart, id));
        foreach (var connection in Connections(chart).Where(way => TargetOf(way) == id || way["source"]!["activity"]!.ToString() == id))
            chart["connections"]!.AsArray().Remove(connection);
    }

    // What led to the first leads to the second, which leads to the first, which leads to where the second led.
    private static void Swap(JsonObject chart, string first, string second)
    {
        foreach (var way in Connections(chart))
        {
            var (source, target) = (way["source"]!["activity"]!.ToString(), TargetOf(way));
            way["target"]!["activity"] = (source, target) switch
            {
                _ when source == first && target == second => From(chart, second).Select(onward => onward.Target).FirstOrDefault(onward => onward != second && onward != first) ?? second,
                _ when target == first && source != second => second,
                _ when source == second && target != second && target != first => first,
                _ => target,
            };
        }
    }

    internal static JsonObject Add(JsonObject chart, string id, string type)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1, ["customProperties"] = new JsonObject(), ["metadata"] = new JsonObject { ["displayText"] = id } };
        chart["activities"]!.AsArray().Add(activity);
        return activity;
    }

    private static string Decision(JsonObject chart, string variable)
    {
        Add(chart, "NewDecision", "Elsa.FlowDecision")["condition"] = Script("Boolean", $"get{variable}()");
        return "NewDecision";
    }

    internal static void Connect(JsonObject chart, string source, string port, string target)
    {
        if (!Ways(chart).Contains((source, port, target)))
            chart["connections"]!.AsArray().Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = source, ["port"] = port }, ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
            });
    }

    internal static void Declare(JsonObject root, string variable) =>
        root["variables"]!.AsArray().Add(new JsonObject { ["id"] = variable, ["name"] = variable, ["typeName"] = "Boolean", ["value"] = null });

    private static List<string> Variables(string json) =>
        [.. JsonNode.Parse(json)!["variables"]!.AsArray().OfType<JsonObject>().Where(one => one["typeName"]!.ToString() == "Boolean").Select(one => one["name"]!.ToString())];

    private static JsonObject Variable(JsonObject root, string name) => root["variables"]!.AsArray().OfType<JsonObject>().Single(one => one["name"]!.ToString() == name);

    internal static JsonObject Literal(string type, JsonNode? value) => new() { ["typeName"] = type, ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };

    internal static JsonObject Script(string type, string script) => new() { ["typeName"] = type, ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script } };
}
