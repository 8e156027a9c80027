namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>Where a flowchart begins.</summary>
public sealed class Start : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.Start", "Flow") { IsStart = true };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) => context.CompleteWithOutcomes();
}
