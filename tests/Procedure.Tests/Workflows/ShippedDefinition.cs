using System.Text.Json.Nodes;

namespace WorkflowAccountability.Procedure.Tests.Workflows;

/// <summary>A definition of <c>workflows/</c> as its JSON says it, chart by chart.</summary>
internal sealed class ShippedDefinition
{
    private ShippedDefinition(string name)
    {
        Name = name;
        Json = File.ReadAllText(SourceFiles.At($"workflows/{name}.json"));
        Charts = [.. ChartsIn(JsonNode.Parse(Json)!["root"]!)];
    }

    public static ShippedDefinition Accountability { get; } = new("accountability-procedure");

    public static ShippedDefinition SuperiorInvestigation { get; } = new("superior-investigation");

    public static ShippedDefinition SupervisionOrder { get; } = new("supervision-order");

    public static IReadOnlyList<ShippedDefinition> All { get; } = [Accountability, SuperiorInvestigation, SupervisionOrder];

    public string Name { get; }

    public string Json { get; }

    public IReadOnlyList<Chart> Charts { get; }

    public IEnumerable<JsonNode> Activities => Charts.SelectMany(chart => chart.Activities);

    public IEnumerable<JsonNode> Stages => Activities.Where(IsStage);

    public static bool IsStage(JsonNode activity) => TypeOf(activity).StartsWith("Accountability.", StringComparison.Ordinal);

    public static string TypeOf(JsonNode activity) => (string)activity["type"]!;

    public static string IdOf(JsonNode activity) => (string)activity["id"]!;

    public static string? InputOf(JsonNode activity, string input) => (string?)activity[input]?["expression"]?["value"];

    private static IEnumerable<Chart> ChartsIn(JsonNode activity) => activity["activities"] is not JsonArray children ? []
        : [
            new Chart([.. children.Select(child => child!)], [.. activity["connections"]!.AsArray().Select(way => Way.Of(way!))]),
            .. children.SelectMany(child => ChartsIn(child!)),
        ];
}

/// <summary>A flowchart: its activities and the ways between them.</summary>
internal sealed record Chart(IReadOnlyList<JsonNode> Activities, IReadOnlyList<Way> Ways);

/// <summary>A connection: from an activity by a port to an activity.</summary>
internal sealed record Way(string From, string Port, string To)
{
    public static Way Of(JsonNode connection) => new(
        (string)connection["source"]!["activity"]!, (string)connection["source"]!["port"]!, (string)connection["target"]!["activity"]!);
}
