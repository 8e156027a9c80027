using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Oversight;

/// <summary>How lights and ages look: an icon, a class of the style sheet and a word, never a colour alone.</summary>
internal static class BoardMarks
{
    /// <summary>As they stand side by side: the worst first.</summary>
    public static IReadOnlyList<BoardLight> Order { get; } = [BoardLight.Escalated, BoardLight.Late, BoardLight.Near, BoardLight.OnTime, BoardLight.Stopped];

    /// <summary>The icon.</summary>
    public static string Icon(BoardLight light) => light switch
    {
        BoardLight.Escalated => "circle-arrow-up",
        BoardLight.Late => "alert-triangle",
        BoardLight.Near => "hourglass",
        BoardLight.OnTime => "circle-check",
        _ => "player-pause",
    };

    /// <summary>The class of the style sheet.</summary>
    public static string Class(BoardLight light) => light switch
    {
        BoardLight.Escalated => "esc",
        BoardLight.Late => "over",
        BoardLight.Near => "soon",
        BoardLight.OnTime => "done",
        _ => "none",
    };

    /// <summary>An age in words: 逾期4—10个工作日.</summary>
    public static Text Age(int age, IReadOnlyList<int> most) => age >= most.Count ? Text.Of<OversightTexts>("Age.Over", most[^1])
        : age == 0 ? Text.Of<OversightTexts>("Age.Within", most[0]) : Text.Of<OversightTexts>("Age.Between", most[age - 1] + 1, most[age]);
}
