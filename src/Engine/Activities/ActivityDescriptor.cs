using System.Globalization;

namespace WorkflowAccountability.Engine.Activities;

/// <summary>A text that people read about a type of activity, in a language; null where there is none under this key.</summary>
/// <param name="key">
/// <c>Name</c>, <c>Help</c> or <c>Category</c>; <c>Inputs.mode</c>, <c>Inputs.mode.Help</c> and, of a choice, <c>Inputs.mode.WaitAll</c>;
/// <c>Outputs.result</c>, <c>Outputs.result.Help</c>; <c>Ports.Done</c>.
/// </param>
public delegate string? DescriptorTexts(string key, CultureInfo culture);

/// <summary>What a type of activity is and offers: the designer's toolbox is made from these (<see cref="Descriptions.ActivityDescription"/>),
/// and definitions are checked against them.</summary>
/// <param name="TypeName">The name in definitions, such as <c>Elsa.WriteLine</c>.</param>
/// <param name="Category">Where the toolbox keeps it, in English; its texts may say it in other languages.</param>
public sealed record ActivityDescriptor(string TypeName, string Category)
{
    /// <summary>The version of the type; a definition that names none, or another, means it too.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Elsa's kind: <c>Action</c>, <c>Trigger</c> (may start a workflow), <c>Task</c> (may take long).</summary>
    public string Kind { get; init; } = "Action";

    /// <summary>What may be set in the designer, in the order in which it is shown.</summary>
    public IReadOnlyList<InputDescriptor> Inputs { get; init; } = [];

    /// <summary>What may be bound to variables.</summary>
    public IReadOnlyList<OutputDescriptor> Outputs { get; init; } = [];

    /// <summary>The ports by which it is left; empty means just <c>Done</c>.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>The ports at which other activities are embedded, such as <c>Body</c>; in definitions their names are camelCase.</summary>
    public IReadOnlyList<string> Embedded { get; init; } = [];

    /// <summary>Whether it is drawn as a canvas of other activities.</summary>
    public bool IsContainer { get; init; }

    /// <summary>Whether it holds a list of activities as its branches.</summary>
    public bool ListsBranches { get; init; }

    /// <summary>Whether a flowchart begins with it.</summary>
    public bool IsStart { get; init; }

    /// <summary>Whether it completes its container at once.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether the toolbox offers it.</summary>
    public bool IsBrowsable { get; init; } = true;

    /// <summary>The workflow that it stands for; null for every other type.</summary>
    public UsedWorkflowVersion? Workflow { get; init; }

    /// <summary>What people read about it; null for the texts of the types that are built in.</summary>
    public DescriptorTexts? Texts { get; init; }
}

/// <summary>The version of a workflow that may be used as an activity.</summary>
public sealed record UsedWorkflowVersion(string DefinitionId, string VersionId);

/// <summary>An input of a type of activity.</summary>
/// <param name="Name">The camelCase name in definitions.</param>
/// <param name="TypeName">Elsa's alias of its type.</param>
/// <param name="UiHint">Elsa's name of the editor: <c>singleline</c>, <c>checkbox</c>, <c>dropdown</c> …</param>
/// <param name="DefaultValue">The value if the definition sets none.</param>
/// <param name="Choices">What a <c>dropdown</c>, <c>checklist</c> or <c>radiolist</c> offers; null if anything goes.</param>
/// <param name="IsWrapped">Whether the definition wraps it in an expression, as Elsa does with all but a few.</param>
public sealed record InputDescriptor(
    string Name, string TypeName, string UiHint = "singleline", string? DefaultValue = null, IReadOnlyList<string>? Choices = null,
    bool IsWrapped = true)
{
    /// <summary>The language that its editor begins with; null for a plain value.</summary>
    public string? DefaultSyntax { get; init; }

    /// <summary>Whether the designer asks for the choices anew each time.</summary>
    public bool IsRefreshed { get; init; }

    /// <summary>Whether a workflow declares it, rather than a type of activity.</summary>
    public bool IsSynthetic { get; init; }
}

/// <summary>An output of a type of activity.</summary>
/// <param name="Name">The camelCase name in definitions.</param>
/// <param name="TypeName">Elsa's alias of its type.</param>
public sealed record OutputDescriptor(string Name, string TypeName)
{
    /// <summary>Whether a workflow declares it, rather than a type of activity.</summary>
    public bool IsSynthetic { get; init; }
}
