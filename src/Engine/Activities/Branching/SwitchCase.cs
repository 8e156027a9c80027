using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Expressions;

namespace WorkflowAccountability.Engine.Activities.Branching;

/// <summary>One of the cases that a definition gives a switch: a condition and what it is called.</summary>
/// <param name="Label">What people call it; of a switch in a flowchart also its port.</param>
/// <param name="Condition">What decides.</param>
/// <param name="Activity">What it executes; null where the flowchart's connections say so.</param>
internal sealed record SwitchCase(string Label, Expression Condition, Activity? Activity)
{
    public static readonly InputDescriptor Mode = new("mode", "SwitchMode", "dropdown", "MatchFirst", ["MatchFirst", "MatchAny"]);

    public bool Holds(ActivityExecutionContext context) => JsonConversion.To<bool>(Condition.Evaluate(context));

    /// <summary>The cases whose condition holds: the first of them, or all.</summary>
    public static List<SwitchCase> Matching(IReadOnlyList<SwitchCase> cases, ActivityExecutionContext context)
    {
        var holding = cases.Where(candidate => candidate.Holds(context));
        return [.. context.GetInput<string>("mode") == "MatchAny" ? holding : holding.Take(1)];
    }

    public static IReadOnlyList<SwitchCase> Read(DefinitionPart part, ExpressionReader expressions, Func<DefinitionPart, Activity>? read) =>
        [.. part.Parts("cases").Select(one => new SwitchCase(
            one.Text("label") ?? "",
            expressions.ReadBare("cases", one["condition"]) ?? new Literal(JsonValue.Create(false)),
            read is not null && one.Part("activity") is { } activity ? read(activity) : null))];
}
