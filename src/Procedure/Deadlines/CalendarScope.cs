namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>Whose rest days a period goes by.</summary>
public enum CalendarScope
{
    /// <summary>The State Council's and the autonomous region's, with what the office corrected.</summary>
    Prefecture,

    /// <summary>The State Council's alone, with what the office corrected: for work that is done by offices outside the region.</summary>
    National,
}
