using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>Elsa's names of types. The designer sends nearly every value as text, so text is read as what the name promises.</summary>
internal static class TypeAlias
{
    private static readonly string[] lists =
        [.. ((string[])["List", "IList", "ICollection", "IEnumerable", "IReadOnlyCollection", "IReadOnlyList"]).Select(name => "System.Collections.Generic." + name)];

    public static JsonNode? Coerce(JsonNode? value, string typeName) => value is null
        ? null
        : Short(typeName) switch
        {
            "Int16" or "Int32" or "Int64" =>
                IsText(value) ? long.Parse(Text(value), CultureInfo.InvariantCulture) : Number(value, typeName),
            "Single" or "Double" or "Decimal" =>
                IsText(value) ? decimal.Parse(Text(value), CultureInfo.InvariantCulture) : Number(value, typeName),
            "Boolean" => Truth(value),
            "String" => IsText(value) ? value : value.ToJsonString(),
            _ => value,
        };

    /// <summary>A variable's initial value: text which, for a type without a form of its own, may hold JSON.</summary>
    public static JsonNode? Initial(JsonNode? value, string typeName, bool isArray)
    {
        if (value is null || IsText(value) && Text(value).Length == 0 && Short(typeName) != "String")
            return null;
        var holdsJson = IsText(value) && (isArray || Text(value).TrimStart() is ['{' or '[', ..] && Short(typeName) != "String");
        if (holdsJson)
            return StrictJson.ParseValue(Text(value));
        return isArray ? value : Coerce(value, typeName);
    }

    /// <summary>Elsa's alias of a type that may be named as .NET names it, with its assembly; any other name as it is.</summary>
    public static string Of(string typeName)
    {
        if (typeName.Split("`1[[", 2) is [var list, var item])
            return lists.Contains(list) ? $"List<{Of(item.Split(']')[0])}>" : typeName;
        var name = typeName.Split(',')[0].Trim();
        return !name.Contains('`') && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Elsa.", StringComparison.Ordinal))
            ? name[(name.LastIndexOf('.') + 1)..] : typeName;
    }

    // "Int32", "System.Int32, System.Private.CoreLib" and the like.
    private static string Short(string typeName) => typeName.Contains('`') || typeName.Contains('<') ? "Object" : typeName.Split(',')[0].Split('.')[^1].Trim();

    private static bool IsText(JsonNode value) => value.GetValueKind() == JsonValueKind.String;

    private static string Text(JsonNode value) => value.GetValue<string>();

    private static JsonNode Number(JsonNode value, string typeName) => value.GetValueKind() == JsonValueKind.Number
        ? value
        : throw new MisfitException($"{value.ToJsonString()} is no {typeName}.");

    private static JsonNode Truth(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => value,
        JsonValueKind.String => bool.Parse(Text(value)),
        _ => throw new MisfitException($"{value.ToJsonString()} is neither true nor false."),
    };
}
