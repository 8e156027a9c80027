namespace WorkflowAccountability.Procedure.Papers;

/// <summary>What the author of a document may change. Organs stand in it by their ids, so that they are printed under the names of the day of signing.</summary>
public sealed record PaperText
{
    /// <summary>The longest title, text and list that are taken in, in characters.</summary>
    public const int LongestTitle = 200, LongestBody = 200_000, LongestList = 2_000;

    /// <summary>Broken into lines by its author, or in one.</summary>
    public string Title { get; init; } = "";

    /// <summary>主送机关 by id.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>A paragraph on each line; 一、（一）1. begin the headings.</summary>
    public string Body { get; init; } = "";

    /// <summary>附件: a name on each line.</summary>
    public string? Attachments { get; init; }

    /// <summary>附注.</summary>
    public string? Note { get; init; }

    /// <summary>抄送 by id.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>紧急程度: 特急 or 加急; null for neither.</summary>
    public string? Urgency { get; init; }

    /// <summary>The lines of a text without empty ones and without blanks at their ends.</summary>
    public static IReadOnlyList<string> LinesOf(string? text) =>
        (text ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
