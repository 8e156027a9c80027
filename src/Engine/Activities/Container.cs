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

    /// <summary>The keys in a definition under which its contents stand.</summary>
    internal virtual IEnumerable<string> ContentKeys => ["activities", "variables", "connections", "start"];

    /// <summary>Reads its contents from a definition.</summary>
    /// <param name="part">The container in the definition.</param>
    /// <param name="read">Reads one activity within it.</param>
    internal virtual void ReadContents(DefinitionPart part, Func<DefinitionPart, Activity> read) =>
        Activities = [.. part.Parts("activities").Select(read)];

    /// <summary>One of its activities is done.</summary>
    internal abstract void ChildCompleted(
        RunningBurst burst, ActivityInstance self, ActivityInstance child, IReadOnlyList<string> outcomes);
}
