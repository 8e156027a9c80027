using System.Text.Json.Nodes;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;
using WorkflowAccountability.Engine.Activities;

namespace WorkflowAccountability.Engine.Expressions;

/// <summary>What a script finds around it, as in Elsa: <c>getVariable("X")</c>, <c>setVariable("X", v)</c>, <c>variables.X</c>,
/// <c>getX()</c>, <c>setX(v)</c>, <c>getInput("X")</c>, <c>getOutputFrom("Activity", "Output")</c>, <c>setOutcome("X")</c> and the like. A new
/// GUID is made from the instance's id and a counter: the same history gives the same one.</summary>
internal sealed class ScriptGlobals(Jint.Engine engine, ScriptValues values, ActivityExecutionContext context)
{
    public void Add()
    {
        var variables = new JsObject(engine);
        foreach (var name in context.VariableNames)
        {
            var getter = Function("get" + name, _ => context.GetVariable(name));
            var setter = Function("set" + name, arguments => Set(name, arguments.At(0)));
            variables.FastSetProperty(name, new GetSetPropertyDescriptor(getter, setter, enumerable: true, configurable: false));
            engine.SetValue("get" + name, getter).SetValue("set" + name, setter);
        }
        foreach (var name in context.WorkflowInputNames)
            engine.SetValue("get" + name, Function("get" + name, _ => context.GetWorkflowInput(name)));
        engine.SetValue("variables", variables)
            .SetValue("getWorkflowInstanceId", Function("getWorkflowInstanceId", _ => context.WorkflowInstanceId))
            .SetValue("getWorkflowDefinitionId", Function("getWorkflowDefinitionId", _ => context.Definition.DefinitionId))
            .SetValue("getWorkflowDefinitionVersionId", Function("getWorkflowDefinitionVersionId", _ => context.Definition.Id))
            .SetValue("getWorkflowDefinitionVersion", Function("getWorkflowDefinitionVersion", _ => context.Definition.Version))
            .SetValue("getCorrelationId", Function("getCorrelationId", _ => context.CorrelationId))
            .SetValue("setCorrelationId", Function("setCorrelationId", arguments => Nothing(context.CorrelationId = Text(arguments.At(0)))))
            .SetValue("getWorkflowInstanceName", Function("getWorkflowInstanceName", _ => context.InstanceName))
            .SetValue("setWorkflowInstanceName", Function("setWorkflowInstanceName", arguments => Nothing(context.InstanceName = Text(arguments.At(0)))))
            .SetValue("setOutcome", Function("setOutcome", arguments => Nothing(context.ChosenOutcomes = [arguments.At(0).ToString()])))
            .SetValue("setOutcomes", Function("setOutcomes", arguments => Nothing(context.ChosenOutcomes = Texts(values.ToJson(arguments.At(0))))))
            .SetValue("getOutputFrom", Function("getOutputFrom", arguments => context.OutputOf(arguments.At(0).ToString(), Text(arguments.At(1)))))
            .SetValue("getLastResult", Function("getLastResult", _ => context.LastResult))
            .SetValue("newGuid", Function("newGuid", _ => context.NewGuid()))
            .SetValue("newGuidString", Function("newGuidString", _ => context.NewGuid()))
            .SetValue("newShortGuid", Function("newShortGuid", _ => context.NewGuid()[..12]))
            .SetValue("isNullOrEmpty", Function("isNullOrEmpty", arguments => string.IsNullOrEmpty(Text(arguments.At(0)))))
            .SetValue("isNullOrWhiteSpace", Function("isNullOrWhiteSpace", arguments => string.IsNullOrWhiteSpace(Text(arguments.At(0)))))
            .SetValue("toJson", Function("toJson", arguments => values.ToJson(arguments.At(0))?.ToJsonString() ?? "null"))
            .SetValue("getVariable", Function("getVariable", arguments => context.GetVariable(arguments.At(0).ToString())))
            .SetValue("setVariable", Function("setVariable", arguments => Set(arguments.At(0).ToString(), arguments.At(1))))
            .SetValue("getInput", Function("getInput", arguments => context.GetWorkflowInput(arguments.At(0).ToString())));
    }

    private ClrFunction Function(string name, Func<JsValue[], JsonNode?> body) =>
        new(engine, name, (_, arguments) => values.FromJson(body(arguments)));

    private static string? Text(JsValue value) => value.IsNull() || value.IsUndefined() ? null : value.ToString();

    private static IReadOnlyList<string> Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(item => item?.ToString() ?? "")];

    private static JsonNode? Nothing(object? _) => null;

    private JsonNode? Set(string name, JsValue value)
    {
        context.SetVariable(name, values.ToJson(value));
        return null;
    }
}
