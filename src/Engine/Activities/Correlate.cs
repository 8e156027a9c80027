namespace WorkflowAccountability.Engine.Activities;

/// <summary>Says what the instance belongs to.</summary>
public sealed class Correlate : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new(
        "Elsa.Correlate", "Correlate", "Says what the instance belongs to.", "Primitives",
        [new("correlationId", "String", "Correlation id", "What it belongs to.")], [], [], IsContainer: false, IsTerminal: false);

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        context.CorrelationId = context.GetInput<string>("correlationId");
        context.CompleteWithOutcomes();
    }
}
