using System.Text.Json;

namespace WorkflowAccountability.CaseRunner;

/// <summary>Which stages of the shipped definitions were left by which outcomes, over all scripts played.</summary>
internal sealed class Coverage
{
    private readonly SortedDictionary<string, SortedSet<string>> known = new(StringComparer.Ordinal);
    private readonly HashSet<(string Stage, string Outcome)> visited = [];

    /// <summary>The stages never left, and the outcomes by which a stage was never left.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. known.SelectMany(stage => stage.Value.Where(outcome => !visited.Contains((stage.Key, outcome)))
            .Select(outcome => $"{SiteRecord.Short(stage.Key)}: {outcome}")),
    ];

    /// <summary>Takes in the stages of a definition.</summary>
    public void CanVisit(string definition, Func<string, IReadOnlyList<string>> outcomesOf)
    {
        using var document = JsonDocument.Parse(definition);
        foreach (var type in StagesIn(document.RootElement).Distinct())
            known[type] = new(outcomesOf(type), StringComparer.Ordinal);
    }

    public void Visited(string type, IEnumerable<string> outcomes) => visited.UnionWith(outcomes.Select(outcome => (type, outcome)));

    public override string ToString()
    {
        var outcomes = known.SelectMany(stage => stage.Value.Select(outcome => (stage.Key, outcome))).ToList();
        return $"{known.Keys.Count(stage => visited.Any(passage => passage.Stage == stage))}/{known.Count} stages, "
            + $"{outcomes.Count(visited.Contains)}/{outcomes.Count} outcomes visited";
    }

    private static IEnumerable<string> StagesIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field =>
            field.NameEquals("type") && field.Value.ValueKind is JsonValueKind.String
                && field.Value.GetString()!.StartsWith(Vocabulary.StagePrefix, StringComparison.Ordinal)
                ? [field.Value.GetString()!] : StagesIn(field.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(StagesIn),
        _ => [],
    };
}
