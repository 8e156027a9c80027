using System.Text.Json.Nodes;

namespace WorkflowAccountability.Procedure.Tests.Lawfulness;

/// <summary>A definition after one edit.</summary>
/// <param name="Edit">What was done, in the words of a designer.</param>
/// <param name="Make">Makes it: there are thousands, and few are looked at.</param>
public sealed record Mutant(string Edit, Func<JsonObject> Make)
{
    public string Json => Make().ToJsonString();
}

/// <summary>Every single edit that somebody can make in the designer: on activities, on connections, on inputs, outputs, conditions and variables.</summary>
public static partial class Mutations
{
    /// <summary>All of them, one after the other.</summary>
    public static IEnumerable<Mutant> Of(string json) =>
        OfActivities(json).Concat(OfConnections(json)).Concat(OfInputs(json)).Concat(OfVariables(json));

    private static IEnumerable<Mutant> OfActivities(string json) => Charts(json).SelectMany(chart => Activities(chart.Node).SelectMany(id => OfActivity(json, chart.Path, id)));

    private static IEnumerable<Mutant> OfActivity(string json, string path, string id)
    {
        yield return Edit(json, path, $"deletes {id}", chart => Remove(chart, id));
        yield return Edit(json, path, $"deletes {id} and connects what lay around it", chart =>
        {
            var (into, from) = (Into(chart, id), From(chart, id));
            Remove(chart, id);
            foreach (var (source, port, _) in into.Where(way => way.Source != id))
                foreach (var target in from.Select(way => way.Target).Where(target => target != id).Distinct())
                    Connect(chart, source, port, target);
        });
        foreach (var target in Targets(json, path, id))
        {
            yield return Edit(json, path, $"lets what leads to {id} lead to {target} too", chart =>
            {
                foreach (var (source, port, _) in Into(chart, id))
                    Connect(chart, source, port, target);
            });
            yield return Edit(json, path, $"makes {id} optional: else {target}", chart =>
            {
                var decision = Decision(chart, "Optional");
                foreach (var connection in Connections(chart).Where(connection => TargetOf(connection) == id))
                    connection["target"]!["activity"] = decision;
                Connect(chart, decision, "True", id);
                Connect(chart, decision, "False", target);
            }, root => Declare(root, "Optional"));
            yield return Edit(json, path, $"puts {target} before {id}", chart => Swap(chart, id, target));
        }
        yield return Edit(json, path, $"puts an end before {id}", chart =>
        {
            Add(chart, "NewEnd", "Elsa.End");
            foreach (var connection in Connections(chart).Where(connection => TargetOf(connection) == id))
                connection["target"]!["activity"] = "NewEnd";
        });
        yield return Edit(json, path, $"puts a delay beside {id} that goes on by itself", chart =>
        {
            var delay = Add(chart, "NewDelay", "Elsa.Delay");
            delay["timeSpan"] = Literal("TimeSpan", "10.00:00:00");
            foreach (var (source, port, _) in Into(chart, id))
                Connect(chart, source, port, "NewDelay");
            foreach (var target in From(chart, id).Select(way => way.Target).Distinct())
                Connect(chart, "NewDelay", "Done", target);
        });
        foreach (var mode in (string[])["Stream", "Merge", "Converge", "Cascade", "Race"])
            yield return Edit(json, path, $"sets the merge mode of {id} to {mode}", chart => Activity(chart, id)["customProperties"]!["mergeMode"] = mode);
        var type = TypeOf(json, path, id);
        foreach (var other in SameShape(json, type))
            yield return Edit(json, path, $"makes {id} a {other}", chart => Activity(chart, id)["type"] = other);
    }

    private static IEnumerable<Mutant> OfConnections(string json) => Charts(json).SelectMany(chart => Enumerable.Range(0, Connections(chart.Node).Count)
        .SelectMany(at => OfConnection(json, chart.Path, at, Activities(chart.Node), Ways(chart.Node)[at], Ports(json, chart.Node))));

    private static IEnumerable<Mutant> OfConnection(
        string json, string path, int at, List<string> activities, (string Source, string Port, string Target) way, ILookup<string, string> ports)
    {
        var name = $"{way.Source} ({way.Port}) → {way.Target}";
        yield return Edit(json, path, $"removes {name}", chart => ((JsonArray)chart["connections"]!).RemoveAt(at));
        foreach (var target in activities.Where(target => target != way.Target && !target.EndsWith("Start", StringComparison.Ordinal)))
        {
            yield return Edit(json, path, $"turns {name} to {target}", chart => Connections(chart)[at]["target"]!["activity"] = target);
            yield return Edit(json, path, $"lets {name} lead to {target} too", chart => Connect(chart, way.Source, way.Port, target));
        }
        foreach (var port in ports[way.Source].Where(port => port != way.Port))
            yield return Edit(json, path, $"lets {name} leave by {port}", chart => Connections(chart)[at]["source"]!["port"] = port);
    }

    private static IEnumerable<Mutant> OfVariables(string json)
    {
        foreach (var name in Variables(json))
        {
            foreach (var value in (string[])["true", "false"])
                yield return Edit(json, "", $"begins with {name} = {value}", _ => { }, root => Variable(root, name)["value"] = value);
            foreach (var chart in Charts(json))
                for (var at = 0; at < Connections(chart.Node).Count; at++)
                    foreach (var value in (bool[])[true, false])
                    {
                        var (index, way) = (at, Ways(chart.Node)[at]);
                        yield return Edit(json, chart.Path, $"sets {name} to {value} between {way.Source} ({way.Port}) and {way.Target}", node =>
                        {
                            Connections(node)[index]["target"]!["activity"] = "NewValue";
                            var set = Add(node, "NewValue", "Elsa.SetVariable");
                            set["variable"] = new JsonObject { ["id"] = name, ["name"] = name, ["typeName"] = "Boolean" };
                            set["value"] = Literal("Boolean", value);
                            Connect(node, "NewValue", "Done", way.Target);
                        });
                    }
        }
        yield return Edit(json, "", "gives it another name and id", _ => { }, root => (root["name"], root["definitionId"]) = ("另一流程", "another-procedure"));
    }
}
