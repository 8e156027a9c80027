namespace WorkflowAccountability.Engine.Activities;

/// <summary>What a type of activity is and offers: the designer's toolbox is made from these, and definitions are checked against
/// them.</summary>
/// <param name="TypeName">The name in definitions, such as <c>Elsa.WriteLine</c>.</param>
/// <param name="DisplayName">What the designer calls it.</param>
/// <param name="Description">What it is for, in a sentence.</param>
/// <param name="Category">Where the toolbox keeps it.</param>
/// <param name="Inputs">What may be set in the designer.</param>
/// <param name="Outputs">What may be bound to variables.</param>
/// <param name="Outcomes">The ports by which it is left; empty means just <c>Done</c>.</param>
/// <param name="IsContainer">Whether it consists of other activities.</param>
/// <param name="IsTerminal">Whether it completes its container at once.</param>
public sealed record ActivityDescriptor(
    string TypeName, string DisplayName, string Description, string Category, IReadOnlyList<InputDescriptor> Inputs,
    IReadOnlyList<OutputDescriptor> Outputs, IReadOnlyList<string> Outcomes, bool IsContainer, bool IsTerminal)
{
    /// <summary>Elsa's kind: <c>Action</c>, <c>Trigger</c> (may start a workflow), <c>Task</c> (may take long).</summary>
    public string Kind { get; init; } = "Action";

    /// <summary>The ports at which other activities are embedded, such as <c>Body</c>; in definitions their names are camelCase.</summary>
    public IReadOnlyList<string> Embedded { get; init; } = [];
}

/// <summary>An input of a type of activity.</summary>
/// <param name="Name">The camelCase name in definitions.</param>
/// <param name="TypeName">Elsa's alias of its type.</param>
/// <param name="DisplayName">What the designer calls it.</param>
/// <param name="Description">What it means, in a sentence.</param>
/// <param name="UiHint">Elsa's name of the editor: <c>singleline</c>, <c>checkbox</c>, <c>dropdown</c> …</param>
/// <param name="DefaultValue">The value if the definition sets none.</param>
/// <param name="Choices">What a <c>dropdown</c> offers; null if anything goes.</param>
/// <param name="IsWrapped">Whether the definition wraps it in an expression, as Elsa does with all but a few.</param>
public sealed record InputDescriptor(
    string Name, string TypeName, string DisplayName, string Description, string UiHint = "singleline", string? DefaultValue = null,
    IReadOnlyList<string>? Choices = null, bool IsWrapped = true);

/// <summary>An output of a type of activity.</summary>
/// <param name="Name">The camelCase name in definitions.</param>
/// <param name="TypeName">Elsa's alias of its type.</param>
/// <param name="DisplayName">What the designer calls it.</param>
/// <param name="Description">What it means, in a sentence.</param>
public sealed record OutputDescriptor(string Name, string TypeName, string DisplayName, string Description);
