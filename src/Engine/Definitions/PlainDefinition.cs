using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>
/// A definition that a stock Elsa server can run: wherever it has a type of activity that Elsa does not ship, events stand in its place, one for each
/// outcome. The first that happens, <c>Stage.Outcome</c>, goes on by that outcome and ends the waiting for the others; what comes with it is
/// taken for the variables that the activity would have set.
/// </summary>
public static class PlainDefinition
{
    /// <summary>Writes it.</summary>
    /// <param name="json">The definition, as it is kept.</param>
    /// <param name="registry">The types that are known; of others the outcomes are read off their connections.</param>
    public static string Of(string json, ActivityRegistry registry)
    {
        var definition = StrictJson.Parse(json);
        DefinitionDocument.Restore(definition);
        OldForms.RenewEnvelope(definition);
        var variables = (JsonArray)definition["variables"]!;
        var names = VariableNames(definition);
        foreach (var root in ActivitySlots.Root(definition))
            Replace(root, outcomes: []);
        return StrictJson.Write(definition);

        void Replace(ActivitySlot slot, IReadOnlyList<string> outcomes)
        {
            var type = ActivitySlots.TypeOf(slot.Activity);
            var descriptor = registry.Find(type);
            if (!IsStock(slot.Activity, type))
            {
                var known = descriptor is { Outcomes.Count: > 0 } ? descriptor.Outcomes : ["Done"];
                slot.Put(new Stage(slot.Activity, outcomes.Count == 0 ? known : outcomes).Events(variables, names));
                return;
            }
            OldForms.RenewActivity(slot.Activity, descriptor);
            var ports = slot.Activity["connections"] is JsonArray connections ? PortsBySource(connections) : [];
            foreach (var inner in ActivitySlots.Within(slot.Activity, slot.Path, descriptor).ToList())
            {
                if (inner.Activity["id"]?.ToString() is { } id && ports.TryGetValue(id, out var leaving) && !IsStock(inner.Activity, ActivitySlots.TypeOf(inner.Activity)))
                    SwitchBehind(slot.Activity, inner.Activity, [.. leaving.Union(registry.Find(ActivitySlots.TypeOf(inner.Activity))?.Outcomes ?? [])], Replace, inner);
                else
                    Replace(inner, []);
            }
        }
    }

    private static Dictionary<string, string> VariableNames(JsonNode? node)
    {
        var names = new Dictionary<string, string>();
        Collect(node);
        return names;

        void Collect(JsonNode? at)
        {
            foreach (var variable in ((at as JsonObject)?["variables"] as JsonArray ?? []).OfType<JsonObject>())
                if (variable["name"]?.ToString() is { } name)
                    names[variable["id"]?.ToString() ?? name] = name;
            foreach (var child in at switch { JsonObject part => part.Select(member => member.Value), JsonArray list => list, _ => [] })
                Collect(child);
        }
    }

    // Elsa ships it, or it is a workflow used as an activity.
    private static bool IsStock(JsonObject activity, string type) =>
        type.StartsWith("Elsa.", StringComparison.Ordinal) || activity.ContainsKey("workflowDefinitionId") || activity.ContainsKey("workflowDefinitionVersionId");

    private static IEnumerable<JsonObject> Sources(JsonArray connections) =>
        connections.OfType<JsonObject>().Select(connection => connection["source"]).OfType<JsonObject>().Where(source => source["activity"] is not null);

    private static Dictionary<string, List<string>> PortsBySource(JsonArray connections) => Sources(connections).GroupBy(source => source["activity"]!.ToString())
        .ToDictionary(same => same.Key, same => same.Select(source => source["port"]?.ToString() ?? "Done").Distinct().ToList());

    // Behind the events a switch leaves by the outcome that happened, where the activity left before.
    private static void SwitchBehind(
        JsonObject flowchart, JsonObject activity, IReadOnlyList<string> outcomes, Action<ActivitySlot, IReadOnlyList<string>> replace, ActivitySlot slot)
    {
        var id = activity["id"]!.ToString();
        replace(slot, outcomes);
        var connections = (JsonArray)flowchart["connections"]!;
        var leaving = Sources(connections).Where(source => source["activity"]!.ToString() == id).ToList();
        if (outcomes.Count == 1 || flowchart["activities"] is not JsonArray activities)
        {
            foreach (var source in leaving)
                source["port"] = "Done";
            return;
        }
        var stage = new Stage(activity, outcomes);
        activities.Add(stage.Switch());
        foreach (var source in leaving)
            source["activity"] = stage.SwitchId;
        connections.Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = id, ["port"] = "Done" },
            ["target"] = new JsonObject { ["activity"] = stage.SwitchId, ["port"] = "In" },
            ["vertices"] = new JsonArray(),
        });
    }

    private sealed class Stage(JsonObject activity, IReadOnlyList<string> outcomes)
    {
        private readonly string id = activity["id"]?.ToString() ?? ActivitySlots.TypeOf(activity).Split('.')[^1];

        public string SwitchId => id + "_Leave";

        private string Outcome => Name + "Outcome";

        private string Payload => Name + "Payload";

        // What scripts can say: getRegisterLeadOutcome().
        private string Name => string.Concat(id.Where(char.IsLetterOrDigit));

        public JsonObject Events(JsonArray variables, IReadOnlyDictionary<string, string> names)
        {
            variables.Add(Variable(Outcome, "String"));
            variables.Add(Variable(Payload, "Object"));
            var branches = outcomes.Select(outcome => Branch(outcome, names)).ToList();
            var stage = branches is [var only] ? only : new JsonObject
            {
                ["joinMode"] = "WaitAny",
                ["branches"] = new JsonArray([.. branches]),
                ["type"] = "Elsa.Fork",
            };
            Dress(stage, id, activity["metadata"]);
            if ((activity["customProperties"] as JsonObject)?["mergeMode"] is { } merge)
                stage["customProperties"]!["mergeMode"] = merge.DeepClone();
            return stage;
        }

        public JsonObject Switch()
        {
            var leave = new JsonObject
            {
                ["cases"] = new JsonArray([.. outcomes.Select(outcome => new JsonObject
                {
                    ["label"] = outcome,
                    ["condition"] = Script($"get{Outcome}() == {Quoted(outcome)}"),
                })]),
                ["mode"] = Input("SwitchMode", new JsonObject { ["type"] = "Literal", ["value"] = "MatchFirst" }),
                ["type"] = "Elsa.FlowSwitch",
            };
            Dress(leave, SwitchId, Beside(activity["metadata"]));
            return leave;
        }

        private JsonObject Branch(string outcome, IReadOnlyDictionary<string, string> names)
        {
            var steps = new JsonArray(Dressed(new JsonObject
            {
                ["eventName"] = Input("String", new JsonObject { ["type"] = "Literal", ["value"] = $"{id}.{outcome}" }),
                ["result"] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = Payload } },
                ["type"] = "Elsa.Event",
            }, $"{id}.{outcome}"));
            foreach (var (output, variable) in Outputs().Where(output => names.ContainsKey(output.Variable)))
                steps.Add(Dressed(
                    Set(variable, Script($"((get{Payload}() || {{}})[{Quoted(output)}] ?? getVariable({Quoted(names[variable])}))")), $"{id}.{outcome}.{output}"));
            steps.Add(Dressed(Set(Outcome, new JsonObject { ["type"] = "Literal", ["value"] = outcome }), $"{id}.{outcome}.Outcome"));
            return Dressed(new JsonObject { ["activities"] = steps, ["variables"] = new JsonArray(), ["type"] = "Elsa.Sequence" }, $"{id}.{outcome}.Steps");
        }

        // What the activity writes into a variable has a memory reference and no expression.
        private IEnumerable<(string Output, string Variable)> Outputs() =>
            from member in activity
            where member.Value is JsonObject output && output["expression"] is null && output["memoryReference"] is JsonObject
            select (member.Key, member.Value!["memoryReference"]!["id"]?.ToString() ?? "");

        private static JsonObject Set(string variable, JsonObject value) => new()
        {
            ["variable"] = new JsonObject { ["id"] = variable, ["name"] = variable, ["typeName"] = "Object" },
            ["value"] = Input("Object", value),
            ["type"] = "Elsa.SetVariable",
        };

        private static JsonObject Input(string typeName, JsonObject expression) => new() { ["typeName"] = typeName, ["expression"] = expression };

        private static string Quoted(string text) => JsonSerializer.Serialize(text);

        private static JsonObject Script(string script) => new() { ["type"] = "JavaScript", ["value"] = script };

        private static JsonObject Variable(string name, string typeName) => new()
        {
            ["id"] = name, ["name"] = name, ["typeName"] = typeName, ["isArray"] = false,
            ["storageDriverTypeName"] = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core",
        };

        private static JsonObject Dressed(JsonObject part, string id)
        {
            Dress(part, id, metadata: null);
            return part;
        }

        private static void Dress(JsonObject part, string id, JsonNode? metadata)
        {
            part["id"] = id;
            part["name"] = id;
            part["version"] = 1;
            part["customProperties"] = new JsonObject { ["canStartWorkflow"] = false, ["runAsynchronously"] = false };
            part["metadata"] = metadata?.DeepClone() ?? new JsonObject();
        }

        private static JsonNode? Beside(JsonNode? metadata)
        {
            if ((metadata as JsonObject)?["designer"] is not JsonObject designer || designer["position"] is not JsonObject position || position["y"] is not JsonValue value || !value.TryGetValue<double>(out var y))
                return null;
            return new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = position["x"]?.DeepClone(), ["y"] = y + 80 } } };
        }
    }
}
