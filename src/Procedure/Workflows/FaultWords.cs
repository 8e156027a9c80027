using System.Text.Json;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Workflows;

/// <summary>Faults of a definition in the reader's language: the texts go by the formats of the engine's own words.</summary>
public static class FaultWords
{
    private const int MostToldAtOnce = 20;

    /// <summary>Where, and what.</summary>
    public static Text Of(DefinitionFault fault) => Text.Of<FaultTexts>("{0}: {1}", fault.Path, Of(fault.Words));

    /// <summary>All of them in one text; of very many the first.</summary>
    public static Text All(InvalidWorkflowDefinitionException broken)
    {
        var first = broken.Found.Take(MostToldAtOnce).Select(Of).Aggregate((before, next) => Text.Of<FaultTexts>("{0} {1}", before, next));
        return broken.Found.Count <= MostToldAtOnce ? first : Text.Of<FaultTexts>("{0} and {1} more.", first, broken.Found.Count - MostToldAtOnce);
    }

    /// <summary>What keeps a text from being JSON.</summary>
    public static Text Of(string json, JsonException fault, int deepest) => Of(JsonMistake.Of(json, fault, deepest));

    private static Text Of(FormattableString words) => new(typeof(FaultTexts), words.Format, [.. words.GetArguments().Select(InWords)]);

    private static object? InWords(object? part) => part switch
    {
        FormattableString words => Of(words),
        "none" => Text.Of<FaultTexts>("none"),
        _ => part,
    };
}

/// <summary>The texts of faults.</summary>
public sealed class FaultTexts;
