using System.Collections.Frozen;
using WorkflowAccountability.Engine.Activities;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>One version of a workflow, read and found sound. It never changes, and many instances may run it at the same time.</summary>
public sealed class WorkflowDefinition
{
    internal WorkflowDefinition(Activity root) => Root = root;

    /// <summary>The version's own id: instances are pinned to it.</summary>
    public required string Id { get; init; }

    /// <summary>The definition's id, the same for all its versions.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The name people see.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Counts from 1.</summary>
    public int Version { get; init; }

    /// <summary>Whether it is the newest version.</summary>
    public bool IsLatest { get; init; }

    /// <summary>Whether new instances start with it.</summary>
    public bool IsPublished { get; init; }

    /// <summary>What the instance remembers, visible to every activity.</summary>
    public required IReadOnlyList<Variable> Variables { get; init; }

    /// <summary>What may be given at the start.</summary>
    public required IReadOnlyList<InputDefinition> Inputs { get; init; }

    /// <summary>What it may give back at its end.</summary>
    public required IReadOnlyList<OutputDefinition> Outputs { get; init; }

    /// <summary>The ways in which the whole workflow may be left when it is used as an activity.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }

    /// <summary>Whether it asks to be ended by a fault, as Elsa does unless told otherwise.</summary>
    public bool EndsOnFault { get; init; }

    /// <summary>What is executed; nearly always a flowchart.</summary>
    public Activity Root { get; }

    /// <summary>The root and everything inside it, containers before their contents.</summary>
    public IEnumerable<Activity> AllActivities() => WithContents(Root);

    private FrozenDictionary<string, Activity> ActivitiesByNodeId =>
        field ??= AllActivities().ToFrozenDictionary(activity => activity.NodeId);

    internal Activity? Find(string nodeId) => ActivitiesByNodeId.GetValueOrDefault(nodeId);

    internal Activity Activity(string nodeId) => ActivitiesByNodeId.GetValueOrDefault(nodeId)
        ?? throw new InvalidOperationException($"Version {Version} of the workflow '{Name}' has no activity '{nodeId}'.");

    private static IEnumerable<Activity> WithContents(Activity activity) =>
        activity is Container container ? container.Activities.SelectMany(WithContents).Prepend(activity) : [activity];
}

/// <summary>A value that may be given when an instance starts.</summary>
public sealed record InputDefinition(string Name, string Type, string DisplayName, string? Description, bool IsArray)
{
    /// <summary>Elsa's name of its editor.</summary>
    public string UiHint { get; init; } = "singleline";
}

/// <summary>A value that an instance may give back.</summary>
public sealed record OutputDefinition(string Name, string Type, string DisplayName, string? Description, bool IsArray);
