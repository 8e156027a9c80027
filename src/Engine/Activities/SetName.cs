namespace WorkflowAccountability.Engine.Activities;

/// <summary>Gives the instance a name.</summary>
public sealed class SetName : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.SetName", "Primitives")
    {
        Inputs = [new("value", "String")],
    };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        context.InstanceName = context.GetInput<string>("value");
        context.CompleteWithOutcomes();
    }
}
