namespace WorkflowAccountability.Engine.Activities;

/// <summary>Stands, while a definition is read, for an activity that could not be: so that only its own fault is reported, not those that
/// follow.</summary>
internal sealed class NotFoundActivity : Activity
{
    protected internal override void Execute(ActivityExecutionContext context) =>
        throw new InvalidOperationException("A definition with faults does not run.");
}
