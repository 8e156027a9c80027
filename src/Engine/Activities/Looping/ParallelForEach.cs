using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Activities.Looping;

/// <summary>Executes its body for all items of a list side by side, and is done when all passes are.</summary>
public sealed class ParallelForEach : PortedContainer
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.ParallelForEach", "Looping")
    {
        Inputs = [Items.Descriptor],
        Embedded = ["Body"],
    };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var items = Items.Of(context);
        if (At("Body") is not { } body || items.Count == 0)
        {
            context.CompleteWithOutcomes();
            return;
        }
        for (var index = 0; index < items.Count; index++)
            context.Burst.Schedule(body, context.Instance, [], Items.Locals(items, index));
    }

    internal override void ChildCompleted(RunningBurst burst, ActivityInstance self, ActivityInstance child, IReadOnlyList<string> outcomes)
    {
        if (!burst.Children(self).Any())
            burst.Complete(self, Done);
    }
}
