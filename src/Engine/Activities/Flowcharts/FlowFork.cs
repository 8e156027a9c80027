using WorkflowAccountability.Engine.Expressions;

namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>Leaves by all its branches at once.</summary>
public sealed class FlowFork : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.FlowFork", "Branching")
    {
        Inputs = [new("branches", "List<String>", "dynamic-outcomes") { DefaultSyntax = "Object" }],
    };

    /// <summary>The branches that the definition names; just <c>Done</c> if it names none.</summary>
    public override IReadOnlyList<string> Outcomes =>
        field ??= Constant<string[]>("branches") is { Length: > 0 } branches ? branches : Done;

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) => context.CompleteWithOutcomes(Outcomes);

    /// <inheritdoc/>
    protected internal override IEnumerable<FormattableString> Faults()
    {
        if (Inputs.TryGetValue("branches", out var branches) && branches is not Literal)
            yield return $"its branches must be given outright (Literal or Object): they are its ports.";
        else if (Outcomes.Count > MostPorts)
            yield return $"has {Outcomes.Count} branches; at most {MostPorts} are possible.";
    }
}
