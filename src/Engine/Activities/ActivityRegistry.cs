using WorkflowAccountability.Engine.Activities.Branching;
using WorkflowAccountability.Engine.Activities.Composition;
using WorkflowAccountability.Engine.Activities.Events;
using WorkflowAccountability.Engine.Activities.Flowcharts;
using WorkflowAccountability.Engine.Activities.Looping;
using WorkflowAccountability.Engine.Activities.Scheduling;

namespace WorkflowAccountability.Engine.Activities;

/// <summary>The types of activity that definitions may use.</summary>
public sealed class ActivityRegistry
{
    private readonly SortedDictionary<string, Registration> registrations = new(StringComparer.Ordinal);

    /// <summary>All registered types, by name.</summary>
    public IReadOnlyCollection<ActivityDescriptor> Descriptors => [.. registrations.Values.Select(registration => registration.Descriptor)];

    /// <summary>A registry of the types that every workflow needs and that ask nothing of the world.</summary>
    public static ActivityRegistry WithBuiltIns()
    {
        var registry = new ActivityRegistry();
        registry.Register(Flowchart.TypeDescriptor, () => new Flowchart());
        registry.Register(Start.TypeDescriptor, () => new Start());
        registry.Register(End.TypeDescriptor, () => new End());
        registry.Register(Finish.TypeDescriptor, () => new Finish());
        registry.Register(FlowFork.TypeDescriptor, () => new FlowFork());
        registry.Register(FlowJoin.TypeDescriptor, () => new FlowJoin());
        registry.Register(FlowDecision.TypeDescriptor, () => new FlowDecision());
        registry.Register(Sequence.TypeDescriptor, () => new Sequence());
        registry.Register(SetVariable.TypeDescriptor, () => new SetVariable());
        registry.Register(WriteLine.TypeDescriptor, () => new WriteLine());
        registry.Register(Break.TypeDescriptor, () => new Break());
        registry.Register(While.TypeDescriptor, () => new While());
        registry.Register(For.TypeDescriptor, () => new For());
        registry.Register(ForEach.TypeDescriptor, () => new ForEach());
        registry.Register(ParallelForEach.TypeDescriptor, () => new ParallelForEach());
        registry.Register(Branching.If.TypeDescriptor, () => new Branching.If());
        registry.Register(Switch.TypeDescriptor, () => new Switch());
        registry.Register(Branching.Parallel.TypeDescriptor, () => new Branching.Parallel());
        registry.Register(Fork.TypeDescriptor, () => new Fork());
        registry.Register(FlowSwitch.TypeDescriptor, () => new FlowSwitch());
        registry.Register(FlowNode.TypeDescriptor, () => new FlowNode());
        registry.Register(Complete.TypeDescriptor, () => new Complete());
        registry.Register(SetOutput.TypeDescriptor, () => new SetOutput());
        registry.Register(Correlate.TypeDescriptor, () => new Correlate());
        registry.Register(SetName.TypeDescriptor, () => new SetName());
        registry.Register(Fault.TypeDescriptor, () => new Fault());
        registry.Register(RunJavaScript.TypeDescriptor, () => new RunJavaScript());
        registry.Register(NotFoundActivity.TypeDescriptor, () => new NotFoundActivity());
        return registry;
    }

    /// <summary>
    /// A registry of all types, also of those that wait for time, events, tasks and other workflows. Who runs them must answer for what they ask:
    /// see <see cref="Execution.Ensemble"/>.
    /// </summary>
    public static ActivityRegistry WithWaits()
    {
        var registry = WithBuiltIns();
        registry.Register(ExecuteWorkflow.TypeDescriptor, () => new ExecuteWorkflow());
        registry.Register(DispatchWorkflow.TypeDescriptor, () => new DispatchWorkflow());
        registry.Register(Delay.TypeDescriptor, () => new Delay());
        registry.Register(Scheduling.Timer.TypeDescriptor, () => new Scheduling.Timer());
        registry.Register(StartAt.TypeDescriptor, () => new StartAt());
        registry.Register(Event.TypeDescriptor, () => new Event());
        registry.Register(PublishEvent.TypeDescriptor, () => new PublishEvent());
        registry.Register(RunTask.TypeDescriptor, () => new RunTask());
        return registry;
    }

    /// <summary>Adds a type. A name can be given only once.</summary>
    public void Register(ActivityDescriptor descriptor, Func<Activity> create)
    {
        if (!registrations.TryAdd(descriptor.TypeName, new(descriptor, create)))
            throw new ArgumentException($"The activity type '{descriptor.TypeName}' is registered already.", nameof(descriptor));
    }

    /// <summary>What is known of a type; null if nothing is.</summary>
    public ActivityDescriptor? Find(string type) => registrations.GetValueOrDefault(type)?.Descriptor;

    /// <summary>Whether definitions may use this type.</summary>
    public bool Knows(string type) => registrations.ContainsKey(type);

    internal Activity? Create(string type)
    {
        if (!registrations.TryGetValue(type, out var registration))
            return null;
        var activity = registration.Create();
        activity.Descriptor = registration.Descriptor;
        return activity;
    }

    private sealed record Registration(ActivityDescriptor Descriptor, Func<Activity> Create);
}
