namespace WorkflowAccountability.Engine.Activities;

/// <summary>Fails, with a reason.</summary>
public sealed class Fault : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new(
        "Elsa.Fault", "Fault", "Fails, with a reason.", "Primitives",
        [
            new("code", "String", "Code", "A short sign of the fault."),
            new("category", "String", "Category", "Where it belongs."),
            new("faultType", "String", "Type", "What kind it is."),
            new("message", "String", "Message", "The reason."),
        ],
        [], [], IsContainer: false, IsTerminal: false);

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        string?[] words = [context.GetInput<string>("code"), context.GetInput<string>("category"), context.GetInput<string>("faultType")];
        var signs = string.Join(" ", words.Where(word => !string.IsNullOrEmpty(word)));
        throw new FaultException((signs.Length > 0 ? $"[{signs}] " : "") + context.GetInput<string>("message"));
    }
}

/// <summary>What an <c>Elsa.Fault</c> raises.</summary>
internal sealed class FaultException(string message) : Exception(message);
