using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Activities;

/// <summary>Executes its activities one after the other.</summary>
public sealed class Sequence : Container
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.Sequence", "Workflows") { IsContainer = true, IsBrowsable = false };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        if (Activities is [var first, ..])
            context.Burst.Schedule(first, context.Instance, []);
        else
            context.CompleteWithOutcomes();
    }

    internal override void ChildCompleted(RunningBurst burst, ActivityInstance self, ActivityInstance child, IReadOnlyList<string> outcomes)
    {
        var next = Activities.SkipWhile(activity => activity != child.Activity).Skip(1).FirstOrDefault();
        if (next is null || child.Activity.IsTerminal)
            burst.Complete(self, Done);
        else
            burst.Schedule(next, self, []);
    }
}
