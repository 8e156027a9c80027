namespace WorkflowAccountability.Engine.Activities.Looping;

/// <summary>Ends the loop around it.</summary>
public sealed class Break : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.Break", "Looping") { IsTerminal = true };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) => context.CompleteWithOutcomes();
}
