using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Activities.Looping;

/// <summary>Executes its body for each number of a range.</summary>
public sealed class For : Loop
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.For", "Looping")
    {
        Inputs =
        [
            new("start", "Int32"),
            new("end", "Int32"),
            new("step", "Int32"),
            new("outerBoundInclusive", "Boolean", "checkbox", "true"),
        ],
        Outputs = [new("currentValue", "Object")],
        Embedded = ["Body"],
    };

    private protected override bool Go(ActivityExecutionContext context)
    {
        var step = context.GetInput<int?>("step") is { } given and not 0 ? given : 1;
        var end = context.GetInput<int>("end");
        var next = context.Instance.Progress is { } last ? last.GetValue<int>() + step : context.GetInput<int>("start");
        var isBeyond = context.GetInput<bool>("outerBoundInclusive") ? step > 0 ? next > end : next < end : step > 0 ? next >= end : next <= end;
        if (isBeyond)
            return false;
        context.Instance.Progress = JsonValue.Create(next);
        context.SetOutput("currentValue", JsonValue.Create(next));
        return Pass(context, new() { ["CurrentValue"] = JsonValue.Create(next) });
    }
}
