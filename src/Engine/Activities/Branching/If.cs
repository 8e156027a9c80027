namespace WorkflowAccountability.Engine.Activities.Branching;

/// <summary>Executes one of two activities.</summary>
public sealed class If : PortedContainer
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.If", "Branching")
    {
        Inputs = [new("condition", "Boolean")],
        Outputs = [new("result", "Boolean")],
        Embedded = ["Then", "Else"],
    };

    /// <summary>What decides.</summary>
    public Input<bool> Condition { get; } = new("condition");

    /// <summary>What the condition was.</summary>
    public Output<bool> Result { get; } = new("result");

    /// <inheritdoc/>
    public override IReadOnlyList<Choice> Choices => [new("Then", Given(Condition.Name))];

    /// <inheritdoc/>
    public override string OtherwisePort => "Else";

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var holds = context.Get(Condition);
        context.Set(Result, holds);
        Enter(holds ? "Then" : "Else", context);
    }
}
