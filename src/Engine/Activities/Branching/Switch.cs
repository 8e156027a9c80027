using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Activities.Branching;

/// <summary>Executes the activity of the first case that holds, or those of all, or the default.</summary>
public sealed class Switch : PortedContainer
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.Switch", "Branching")
    {
        Inputs = [new("cases", "Object", "switch-editor", IsWrapped: false), SwitchCase.Mode],
        Outputs = [new("output", "Object")],
        Embedded = ["Default"],
    };

    private IReadOnlyList<SwitchCase> cases = [];

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var matching = SwitchCase.Matching(cases, context);
        var activities = matching.Select(match => match.Activity).OfType<Activity>().ToList();
        if (matching.Count == 0)
            Enter("Default", context);
        else if (activities.Count == 0)
            context.CompleteWithOutcomes();
        foreach (var activity in activities)
            context.Burst.Schedule(activity, context.Instance, []);
    }

    internal override void ReadCases(DefinitionPart part, ExpressionReader expressions, Func<DefinitionPart, Activity> read)
    {
        cases = SwitchCase.Read(part, expressions, read);
        Activities = [.. Activities, .. cases.Select(one => one.Activity).OfType<Activity>()];
    }

    internal override void ChildCompleted(RunningBurst burst, ActivityInstance self, ActivityInstance child, IReadOnlyList<string> outcomes)
    {
        if (!burst.Children(self).Any())
            burst.Complete(self, Done);
    }
}
