using WorkflowAccountability.Engine.Activities.Flowcharts;

namespace WorkflowAccountability.Engine.Activities;

/// <summary>The types of activity that definitions may use.</summary>
public sealed class ActivityRegistry
{
    private readonly SortedDictionary<string, Registration> registrations = new(StringComparer.Ordinal);

    /// <summary>All registered types, by name.</summary>
    public IReadOnlyCollection<ActivityDescriptor> Descriptors => [.. registrations.Values.Select(registration => registration.Descriptor)];

    /// <summary>A registry of the types that every workflow needs.</summary>
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
        return registry;
    }

    /// <summary>Adds a type. A name can be given only once.</summary>
    public void Register(ActivityDescriptor descriptor, Func<Activity> create)
    {
        if (!registrations.TryAdd(descriptor.TypeName, new(descriptor, create)))
            throw new ArgumentException($"The activity type '{descriptor.TypeName}' is registered already.", nameof(descriptor));
    }

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
