using WorkflowAccountability.Engine.Expressions;

namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>Where branches become one again; <see cref="Flowchart"/> says how.</summary>
public sealed class FlowJoin : Activity
{
    private static readonly string[] modes = ["WaitAll", "WaitAllActive", "WaitAny"];

    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.FlowJoin", "Branching")
    {
        Inputs = [new("mode", "FlowJoinMode", "dropdown", "WaitAny", modes)],
    };

    /// <summary>Whether the first branch wins, rather than all being waited for.</summary>
    public bool TakesTheFirst => Mode == "WaitAny";

    /// <summary>Whether it goes on only if every branch was taken, rather than every branch that was.</summary>
    public bool WaitsForAll => Mode == "WaitAll";

    private string Mode => Constant<string>("mode") ?? "WaitAny";

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) => context.CompleteWithOutcomes();

    /// <inheritdoc/>
    protected internal override IEnumerable<FormattableString> Faults()
    {
        if (Inputs.TryGetValue("mode", out var mode) && mode is not Literal)
            yield return $"its mode must be given outright (Literal).";
        else if (!modes.Contains(Mode))
            yield return $"has the unknown mode '{Mode}'; known modes: {string.Join(", ", modes)}.";
    }
}
