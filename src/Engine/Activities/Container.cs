using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Activities;

/// <summary>An activity that consists of others and decides which of them comes next.</summary>
public abstract class Container : Activity
{
    /// <summary>What is directly inside it.</summary>
    public IReadOnlyList<Activity> Activities { get; internal set; } = [];

    /// <summary>The variables that only its contents see; made anew for each of its executions.</summary>
    public IReadOnlyList<Variable> Variables { get; internal set; } = [];

    /// <summary>One of its activities is done.</summary>
    internal abstract void ChildCompleted(
        RunningBurst burst, ActivityInstance self, ActivityInstance child, IReadOnlyList<string> outcomes);
}
