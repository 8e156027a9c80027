namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>Goes one way if its condition holds, the other if not.</summary>
public sealed class FlowDecision : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.FlowDecision", "Branching")
    {
        Inputs = [new("condition", "Boolean")],
        Outcomes = ["True", "False"],
    };

    /// <summary>What decides.</summary>
    public Input<bool> Condition { get; } = new("condition");

    /// <inheritdoc/>
    public override IReadOnlyList<Choice> Choices => [new("True", Given(Condition.Name))];

    /// <inheritdoc/>
    public override string OtherwisePort => "False";

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) =>
        context.CompleteWithOutcomes(context.Get(Condition) ? "True" : "False");
}
