namespace WorkflowAccountability.Procedure.Oversight;

/// <summary>How an open item stands, best first; colour never stands alone, each has an icon and a word.</summary>
public enum BoardLight
{
    /// <summary>正常: more is left than the rule of the lights calls near.</summary>
    OnTime,

    /// <summary>临期: three working days, or a fifth of the period, or less are left.</summary>
    Near,

    /// <summary>逾期: the last second of the last day has passed.</summary>
    Late,

    /// <summary>已升级: late, and the head who must hear of it has been told.</summary>
    Escalated,

    /// <summary>中止: the clock stands still.</summary>
    Stopped,
}
