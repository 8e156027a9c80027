namespace WorkflowAccountability.Engine.Activities;

/// <summary>Stands for an activity of a type that is not known here, as in Elsa: it holds the original, and a definition with it does not
/// run.</summary>
internal sealed class NotFoundActivity : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.NotFoundActivity", "System") { IsBrowsable = false };

    protected internal override void Execute(ActivityExecutionContext context) =>
        throw new InvalidOperationException("A definition with faults does not run.");
}
