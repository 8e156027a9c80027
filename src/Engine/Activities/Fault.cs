namespace WorkflowAccountability.Engine.Activities;

/// <summary>Fails, with a reason.</summary>
public sealed class Fault : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.Fault", "Primitives")
    {
        Inputs = [new("code", "String"), new("category", "String"), new("faultType", "String"), new("message", "String")],
    };

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
