using System.Text.Json.Serialization;

namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>The level of an event, the gravest first: a smaller value is graver.</summary>
public enum EventLevel
{
    [JsonStringEnumMemberName("Ⅰ")] I = 1,
    [JsonStringEnumMemberName("Ⅱ")] II,
    [JsonStringEnumMemberName("Ⅲ")] III,
    [JsonStringEnumMemberName("Ⅳ")] IV,
}

public static class EventLevels
{
    /// <summary>The level as the rules write it, one character: Ⅰ, Ⅱ, Ⅲ, Ⅳ.</summary>
    public static string Symbol(this EventLevel level) => ((char)('Ⅰ' + (int)level - 1)).ToString();

    /// <summary>The level that <paramref name="symbol"/> stands for, or null.</summary>
    public static EventLevel? Parse(string? symbol) =>
        Enum.GetValues<EventLevel>().Cast<EventLevel?>().SingleOrDefault(level => level!.Value.Symbol() == symbol);
}
