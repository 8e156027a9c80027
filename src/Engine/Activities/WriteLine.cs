namespace WorkflowAccountability.Engine.Activities;

/// <summary>Writes a line of text, as an effect.</summary>
public sealed class WriteLine : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.WriteLine", "Console")
    {
        Inputs = [new("text", "String")],
    };

    /// <summary>The text to write.</summary>
    public Input<string> Text { get; } = new("text");

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        context.WriteLine(context.Get(Text) ?? "");
        context.CompleteWithOutcomes();
    }
}
