using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.HumanTask;

/// <summary>
/// A step that an administrator added, as its definition describes it. Every form of it carries the description, so that what was asked can be read for
/// as long as what was answered.
/// </summary>
/// <param name="Title">What it is called; in one language, its author's.</param>
/// <param name="Citation">The clause, or 内部环节.</param>
/// <param name="Outcomes">The ways out, as their author called them; at least one.</param>
public sealed record AddedStep(string Title, string Citation, IReadOnlyList<AddedField> Fields, IReadOnlyList<string> Outcomes)
{
    /// <summary>The way out of a step whose author named none.</summary>
    public const string Done = "Done";

    /// <summary>The longest title, and the longest name of a field or a way out.</summary>
    public const int LongestTitle = 60;

    /// <summary>Begins the name of a way out that sends the work back.</summary>
    public const string Back = "退回";

    /// <summary>What is to be done, in its author's words.</summary>
    public string? Instructions { get; init; }

    /// <summary>Why the house has the step, where no clause orders it.</summary>
    public string? Reason { get; init; }

    /// <summary>第十条第一句: whether it lies behind the wall.</summary>
    public bool Walled { get; init; }
}

/// <summary>What an added step asks.</summary>
/// <param name="Key">Its name in conditions; a variable of that name takes the answer.</param>
/// <param name="Label">Its name for people.</param>
public sealed record AddedField(string Key, string Label, AddedKind Kind)
{
    /// <summary>Whether it must be filled in.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What to write, in its author's words.</summary>
    public string? Help { get; init; }

    /// <summary>Among what is chosen; empty for every other kind.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>The kinds of answers.</summary>
public enum AddedKind
{
    /// <summary>A line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    Paragraph,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An amount in 元, to the 分.</summary>
    Money,

    /// <summary>A day.</summary>
    Date,

    /// <summary>One of the author's choices.</summary>
    Choice,

    /// <summary>A person in office.</summary>
    Person,

    /// <summary>An organisation.</summary>
    Unit,

    /// <summary>Files.</summary>
    File,
}

/// <summary>What is wrong with an added step, and where in it.</summary>
/// <param name="Path">The input, and the line and column in it: <c>fields[2].kind</c>.</param>
public sealed record StepFault(string Path, Text Message);
