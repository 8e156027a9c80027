namespace WorkflowAccountability.Engine.Activities;

/// <summary>Gives the instance a name.</summary>
public sealed class SetName : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new(
        "Elsa.SetName", "Set name", "Gives the instance a name.", "Primitives",
        [new("value", "String", "Value", "The name.")], [], [], IsContainer: false, IsTerminal: false);

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        context.InstanceName = context.GetInput<string>("value");
        context.CompleteWithOutcomes();
    }
}
