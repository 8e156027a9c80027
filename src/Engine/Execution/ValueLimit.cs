using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Execution;

/// <summary>How much an instance may be given or may keep as one value.</summary>
internal static class ValueLimit
{
    /// <exception cref="ValueTooLargeException">The value is larger.</exception>
    public static void Check(JsonNode? value, string what, int most)
    {
        if (Remaining(value, most) < 0)
            throw new ValueTooLargeException($"{what} is larger than {most / 1024} KB.");
    }

    // About the length of its JSON; the walk stops where the limit is reached.
    private static int Remaining(JsonNode? value, int left)
    {
        switch (value)
        {
            case JsonObject members:
                foreach (var (key, member) in members)
                    if ((left = Remaining(member, left - key.Length - 4)) < 0)
                        break;
                return left;
            case JsonArray items:
                foreach (var item in items)
                    if ((left = Remaining(item, left - 1)) < 0)
                        break;
                return left;
            case JsonValue text when text.GetValueKind() is JsonValueKind.String:
                return left - text.GetValue<string>().Length;
            default:
                return left - 8;
        }
    }
}

/// <summary>A value is larger than an instance may be given or may keep.</summary>
public sealed class ValueTooLargeException(string message) : Exception(message);
