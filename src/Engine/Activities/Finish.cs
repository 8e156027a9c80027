namespace WorkflowAccountability.Engine.Activities;

/// <summary>Ends the whole workflow, whatever else is still open in it.</summary>
public sealed class Finish : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.Finish", "Primitives") { IsTerminal = true };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) => context.CompleteWithOutcomes();
}
