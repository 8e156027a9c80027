namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>Completes the flowchart that it is in at once; what is still open in there is cancelled.</summary>
public sealed class End : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.End", "Flow") { IsTerminal = true };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) => context.CompleteWithOutcomes();
}
