namespace WorkflowAccountability.Engine.Activities.Looping;

/// <summary>Executes its body as long as its condition holds.</summary>
public sealed class While : Loop
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.While", "Looping")
    {
        Inputs = [new("condition", "Boolean")],
        Embedded = ["Body"],
    };

    /// <summary>What decides, asked before each pass.</summary>
    public Input<bool> Condition { get; } = new("condition");

    /// <inheritdoc/>
    public override IReadOnlyList<Choice> Choices => [new("Body", Given(Condition.Name))];

    /// <inheritdoc/>
    public override string OtherwisePort => "Done";

    private protected override bool Go(ActivityExecutionContext context) => context.Get(Condition) && Pass(context);
}
