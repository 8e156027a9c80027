using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Activities.Looping;

/// <summary>Executes its body again and again, one pass after the other. An <c>Elsa.Break</c> in it ends it.</summary>
public abstract class Loop : PortedContainer
{
    /// <inheritdoc/>
    protected internal sealed override void Execute(ActivityExecutionContext context)
    {
        if (!Go(context))
            context.CompleteWithOutcomes();
    }

    internal sealed override void ChildCompleted(RunningBurst burst, ActivityInstance self, ActivityInstance child, IReadOnlyList<string> outcomes)
    {
        if (!Go(new(burst, self)))
            burst.Complete(self, Done);
    }

    /// <summary>Begins the next pass with <see cref="Pass"/>, or answers that there is none.</summary>
    private protected abstract bool Go(ActivityExecutionContext context);

    private protected bool Pass(ActivityExecutionContext context, Dictionary<string, JsonNode?>? locals = null)
    {
        if (At("Body") is not { } body)
            return false;
        context.Burst.Schedule(body, context.Instance, [], locals);
        return true;
    }
}
