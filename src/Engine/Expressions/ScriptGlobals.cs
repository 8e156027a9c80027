using System.Text.Json.Nodes;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;
using WorkflowAccountability.Engine.Activities;

namespace WorkflowAccountability.Engine.Expressions;

/// <summary>What a script finds around it, as in Elsa: <c>getVariable("X")</c>, <c>setVariable("X", v)</c>, <c>variables.X</c>,
/// <c>getX()</c>,
/// <c>setX(v)</c>, <c>getInput("X")</c>.</summary>
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
            .SetValue("getVariable", Function("getVariable", arguments => context.GetVariable(arguments.At(0).ToString())))
            .SetValue("setVariable", Function("setVariable", arguments => Set(arguments.At(0).ToString(), arguments.At(1))))
            .SetValue("getInput", Function("getInput", arguments => context.GetWorkflowInput(arguments.At(0).ToString())));
    }

    private ClrFunction Function(string name, Func<JsValue[], JsonNode?> body) =>
        new(engine, name, (_, arguments) => values.FromJson(body(arguments)));

    private JsonNode? Set(string name, JsValue value)
    {
        context.SetVariable(name, values.ToJson(value));
        return null;
    }
}
