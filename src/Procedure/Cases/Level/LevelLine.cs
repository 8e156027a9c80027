namespace WorkflowAccountability.Procedure.Cases.Level;

/// <summary>By what a case got its level.</summary>
public enum LevelStep
{
    /// <summary>Computed from what the lead reported.</summary>
    Reported,

    /// <summary>Determined by the government at the launch.</summary>
    Determined,

    /// <summary>Determined anew by the government after it.</summary>
    DeterminedAnew,

    /// <summary>Computed from what the team established and its leader signed.</summary>
    Established,

    /// <summary>Computed anew from another scale, taken over by a decision.</summary>
    RulesTaken,
}

/// <summary>第十六条第一款: one line of the history of a level, which is never overwritten.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Level">Ⅰ–Ⅳ; null where what was stated is no event.</param>
/// <param name="By">Post and name of whoever stated or determined it.</param>
/// <param name="Reason">Which criteria were met, or on what the level was determined.</param>
public sealed record LevelLine(DateTimeOffset At, LevelStep Step, string? Level, string By, string Reason);
