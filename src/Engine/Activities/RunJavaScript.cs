using WorkflowAccountability.Engine.Expressions;

namespace WorkflowAccountability.Engine.Activities;

/// <summary>Runs a script; it may choose the outcomes with <c>setOutcome</c> and <c>setOutcomes</c>.</summary>
public sealed class RunJavaScript : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.RunJavaScript", "Scripting")
    {
        Inputs = [new("script", "String", "code-editor") { DefaultSyntax = "JavaScript" }, new("possibleOutcomes", "List<String>", "dynamic-outcomes") { DefaultSyntax = "Object" }],
        Outputs = [new("result", "Object")],
    };

    private JavaScript? script;

    /// <summary>Those that the definition names; with them, or alone, <c>Done</c>.</summary>
    public override IReadOnlyList<string> Outcomes => field ??= [.. new HashSet<string>([.. Constant<string[]>("possibleOutcomes") ?? [], .. Done])];

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var result = script is null && Inputs.ContainsKey("script")
            ? new JavaScript(context.GetInput<string>("script") ?? "").Evaluate(context)
            : script?.Evaluate(context);
        context.SetOutput("result", result);
        context.CompleteWithOutcomes(context.ChosenOutcomes);
    }

    /// <inheritdoc/>
    protected internal override IEnumerable<FormattableString> Faults()
    {
        try
        {
            script = Constant<string>("script") is { Length: > 0 } text ? new(text) : null;
        }
        catch (ExpressionException fault)
        {
            return [$"the script cannot be used: {fault.Words}"];
        }
        return [];
    }
}
