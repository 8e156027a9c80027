using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Activities.Looping;

/// <summary>Executes its body for each item of a list, one after the other.</summary>
public sealed class ForEach : Loop
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.ForEach", "Looping")
    {
        Inputs = [Items.Descriptor],
        Outputs = [Items.CurrentValue],
        Embedded = ["Body"],
    };

    // The list is taken once: what the body does to the variable it came from does not move the loop.
    private protected override bool Go(ActivityExecutionContext context)
    {
        var progress = context.Instance.Progress;
        var index = progress is null ? 0 : progress["index"]!.GetValue<int>() + 1;
        var items = progress is null ? Items.Of(context) : (JsonArray)progress["items"]!;
        if (index >= items.Count)
            return false;
        context.Instance.Progress = new JsonObject { ["index"] = index, ["items"] = items.DeepClone() };
        context.SetOutput("currentValue", items[index]);
        return Pass(context, Items.Locals(items, index));
    }
}
