using WorkflowAccountability.Engine.Activities.Branching;
using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>Leaves by the first case that holds, or by all that hold; by <c>Default</c> if none does.</summary>
public sealed class FlowSwitch : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.FlowSwitch", "Branching")
    {
        Inputs = [new("cases", "Object", "flow-switch-editor", IsWrapped: false), SwitchCase.Mode],
        Outcomes = ["Default"],
    };

    private IReadOnlyList<SwitchCase> cases = [];

    /// <summary>One port for each case, and the default.</summary>
    public override IReadOnlyList<string> Outcomes => field ??= [.. cases.Select(one => one.Label), "Default"];

    /// <inheritdoc/>
    public override IReadOnlyList<Choice> Choices => [.. cases.Select(one => new Choice(one.Label, GivenInput.Of(one.Condition)))];

    /// <inheritdoc/>
    public override string OtherwisePort => "Default";

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var matching = SwitchCase.Matching(cases, context).ConvertAll(match => match.Label);
        context.CompleteWithOutcomes(matching.Count > 0 ? matching : ["Default"]);
    }

    internal override void ReadCases(DefinitionPart part, ExpressionReader expressions, Func<DefinitionPart, Activity> read) =>
        cases = SwitchCase.Read(part, expressions, read: null);

    /// <inheritdoc/>
    protected internal override IEnumerable<FormattableString> Faults() =>
    [
        .. cases.Count > MostPorts ? [$"has {cases.Count} cases; at most {MostPorts} are possible."] : (FormattableString[])[],
        .. from same in cases.GroupBy(one => one.Label)
           where same.Count() > 1 || same.Key.Length == 0
           select same.Key.Length == 0 ? (FormattableString)$"has a case without a label." : $"has {same.Count()} cases called '{same.Key}'.",
    ];
}
