using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Activities;

/// <summary>A container whose contents hang at named ports, one at each: the body of a loop, the two sides of a condition.</summary>
public abstract class PortedContainer : Container
{
    private readonly Dictionary<string, Activity> ports = [];

    internal override IEnumerable<string> ContentKeys => Descriptor.Embedded.Select(MemberNames.Camel);

    /// <summary>What hangs at a port; null if nothing does.</summary>
    public Activity? At(string port) => ports.GetValueOrDefault(port);

    internal override void ReadContents(DefinitionPart part, Func<DefinitionPart, Activity> read)
    {
        foreach (var port in Descriptor.Embedded)
            if (part.Part(MemberNames.Camel(port)) is { } child)
                ports[port] = read(child);
        Activities = [.. ports.Values];
    }

    /// <summary>Executes what hangs at a port; with nothing there the container is done.</summary>
    protected void Enter(string port, ActivityExecutionContext context)
    {
        if (At(port) is { } child)
            context.Burst.Schedule(child, context.Instance, []);
        else
            context.CompleteWithOutcomes();
    }

    internal override void ChildCompleted(RunningBurst burst, ActivityInstance self, ActivityInstance child, IReadOnlyList<string> outcomes) =>
        burst.Complete(self, Done);
}
