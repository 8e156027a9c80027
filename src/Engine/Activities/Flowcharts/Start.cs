namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>Where a flowchart begins.</summary>
public sealed class Start : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new(
        "Elsa.Start", "Start", "Where a flowchart begins.", "Flow", [], [], [], IsContainer: false, IsTerminal: false);

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) => context.CompleteWithOutcomes();
}
