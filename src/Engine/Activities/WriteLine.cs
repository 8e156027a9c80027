namespace WorkflowAccountability.Engine.Activities;

/// <summary>Writes a line of text, as an effect.</summary>
public sealed class WriteLine : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new(
        "Elsa.WriteLine", "Write Line", "Writes a line of text.", "Console",
        [new("text", "String", "Text", "The text to write.")], [], [], IsContainer: false, IsTerminal: false);

    /// <summary>The text to write.</summary>
    public Input<string> Text { get; } = new("text");

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        context.WriteLine(context.Get(Text) ?? "");
        context.CompleteWithOutcomes();
    }
}
