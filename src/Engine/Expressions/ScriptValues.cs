using System.Globalization;
using System.Text.Json.Nodes;
using Jint;
using Jint.Native;
using Jint.Native.Json;

namespace WorkflowAccountability.Engine.Expressions;

/// <summary>The border between scripts and the workflow: only JSON crosses it, always as a copy.</summary>
internal sealed class ScriptValues(Jint.Engine engine, JsValue stringify, ScriptLimits limits)
{
    public JsValue FromJson(JsonNode? value) => value is null ? JsValue.Null : new JsonParser(engine).Parse(value.ToJsonString());

    public JsonNode? ToJson(JsValue value)
    {
        if (value.IsNull() || value.IsUndefined())
            return null;
        if (value.IsBoolean())
            return value.AsBoolean();
        if (value.IsNumber())
            return Number(value.AsNumber());
        if (value.IsString())
            return Bounded(value.AsString());
        return stringify.Call(value) is var json && json.IsString()
            ? JsonNode.Parse(Bounded(json.AsString()))
            : throw new ExpressionException($"The script gave a value that JSON cannot hold.");
    }

    private string Bounded(string text) =>
        text.Length <= limits.Size
            ? text
            : throw new ExpressionException($"The script gave a value of more than {limits.Size} characters.");

    private static JsonNode Number(double number)
    {
        if (!double.IsFinite(number))
            throw new ExpressionException($"The script gave {number.ToString(CultureInfo.InvariantCulture)}, which is no value.");
        var isWhole = number == Math.Truncate(number) && Math.Abs(number) < 1e15;
        return isWhole ? (long)number : number;
    }
}
