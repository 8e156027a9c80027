namespace WorkflowAccountability.Engine.Activities;

/// <summary>Says what the instance belongs to.</summary>
public sealed class Correlate : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.Correlate", "Primitives")
    {
        Inputs = [new("correlationId", "String")],
    };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        context.CorrelationId = context.GetInput<string>("correlationId");
        context.CompleteWithOutcomes();
    }
}
