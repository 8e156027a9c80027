using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Activities.Branching;

/// <summary>Executes its branches side by side and is done when all are, or when the first is.</summary>
public sealed class Fork : Container
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.Fork", "Branching")
    {
        Inputs = [new("joinMode", "ForkJoinMode", "dropdown", "WaitAll", ["WaitAll", "WaitAny"], IsWrapped: false)],
        ListsBranches = true,
        IsBrowsable = false,
    };

    internal override IEnumerable<string> ContentKeys => ["branches"];

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        if (Activities.Count == 0)
            context.CompleteWithOutcomes();
        foreach (var activity in Activities)
            context.Burst.Schedule(activity, context.Instance, []);
    }

    internal override void ReadContents(DefinitionPart part, Func<DefinitionPart, Activity> read) =>
        Activities = [.. part.Parts("branches").Select(read)];

    internal override void ChildCompleted(RunningBurst burst, ActivityInstance self, ActivityInstance child, IReadOnlyList<string> outcomes)
    {
        if (Constant<string>("joinMode") == "WaitAny" || !burst.Children(self).Any())
            burst.Complete(self, Done);
    }
}
