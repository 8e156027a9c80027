namespace WorkflowAccountability.Procedure.Stages;

/// <summary>Marks a stage: an activity that people perform under the regulation.</summary>
/// <param name="type">The activity type in workflow definitions, <c>Accountability.…</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StageAttribute(string type) : Attribute
{
    /// <summary>The activity type in workflow definitions.</summary>
    public string Type { get; } = type;

    /// <summary>The exact clause that orders the stage, or 内部环节.</summary>
    public required string Citation { get; init; }

    /// <summary>The article that an internal stage prepares; null where the citation tells.</summary>
    public string? Under { get; init; }

    /// <summary>Whether only some cases have the stage, so that nothing is missing where it does not occur.</summary>
    public bool IsOccasional { get; init; }

    /// <summary>Whether only the supervision team may know of the stage's content (第十条第一句: 独立组成).</summary>
    public bool Walled { get; init; }

    /// <summary>Whether what is submitted here is a decision, a publication or a closing: nobody takes it back afterwards (撤回).</summary>
    public bool IsFinal { get; init; }
}
