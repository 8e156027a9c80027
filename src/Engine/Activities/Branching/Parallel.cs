using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Activities.Branching;

/// <summary>Executes its activities side by side and is done when all are.</summary>
public sealed class Parallel : Container
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.Parallel", "Workflows") { IsContainer = true, IsBrowsable = false };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        if (Activities.Count == 0)
            context.CompleteWithOutcomes();
        foreach (var activity in Activities)
            context.Burst.Schedule(activity, context.Instance, []);
    }

    internal override void ChildCompleted(RunningBurst burst, ActivityInstance self, ActivityInstance child, IReadOnlyList<string> outcomes)
    {
        if (!burst.Children(self).Any())
            burst.Complete(self, Done);
    }
}
