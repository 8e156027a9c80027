namespace WorkflowAccountability.Procedure.Handovers;

/// <summary>How far a handover has come.</summary>
public enum HandoverStatus
{
    /// <summary>Waits for whoever hands over; a sheet that was sent back waits for him again.</summary>
    Prepared,

    /// <summary>He has confirmed his sheet; it waits for whoever takes over.</summary>
    Given,

    /// <summary>Both have confirmed; the day is still ahead.</summary>
    Agreed,

    /// <summary>Carried out.</summary>
    Done,

    /// <summary>Called off; nothing was moved.</summary>
    Withdrawn,
}

/// <summary>What a line of a handover sheet is about.</summary>
public enum HandoverMatter
{
    /// <summary>A work item that was given to him by name, or that he has taken.</summary>
    Item,

    /// <summary>A draft of an item that is his office's: the item stays where it is, only the text may go along.</summary>
    Draft,

    /// <summary>A proxy that he gave or holds; it ends.</summary>
    Proxy,
}

/// <summary>Why a line stays with whoever hands over.</summary>
public enum HandoverObstacle
{
    /// <summary>第十条第一句: what lies behind the wall is given on by the supervision side itself.</summary>
    Walled,

    /// <summary>It was given to him to prepare; it goes back to who is responsible.</summary>
    Delegated,

    /// <summary>The receiver is under inquiry in this very case.</summary>
    Party,

    /// <summary>The receiver could not have been a candidate for it.</summary>
    NotCandidate,

    /// <summary>It was done, or is no longer his.</summary>
    NotHis,
}

/// <summary>
/// 内部环节 (工作移交): what somebody answers for goes to another when he changes his post. Nothing moves before both have confirmed, and not before the day.
/// </summary>
public sealed class Handover
{
    /// <summary>The id of the command that opened it.</summary>
    public required string Id { get; init; }

    /// <summary>Who hands over (移交人).</summary>
    public required string GiverId { get; init; }

    /// <summary>Who takes over (接收人).</summary>
    public required string ReceiverId { get; init; }

    /// <summary>Who started it and witnesses it (监交人).</summary>
    public required string OpenedBy { get; init; }

    /// <summary>When it was started (UTC).</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The first day in Beijing on which the receiver answers for everything.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>How far it has come.</summary>
    public HandoverStatus Status { get; set; }

    /// <summary>When the giver confirmed his sheet (UTC); null while he has not, or since it was sent back.</summary>
    public DateTimeOffset? GivenAt { get; set; }

    /// <summary>When the receiver confirmed (UTC).</summary>
    public DateTimeOffset? TakenAt { get; set; }

    /// <summary>When it was carried out or called off (UTC).</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Why the receiver sent it back last; null where he never did.</summary>
    public string? ReturnWords { get; set; }

    /// <summary>Grows with every change; a confirmation of an older sheet is refused.</summary>
    public long Version { get; set; }

    /// <summary>Whether something may still become of it.</summary>
    public bool IsOpen => Status is HandoverStatus.Prepared or HandoverStatus.Given or HandoverStatus.Agreed;
}

/// <summary>A line of the sheet as the giver confirmed it.</summary>
public sealed class HandoverLine
{
    /// <summary>The handover.</summary>
    public required string HandoverId { get; init; }

    /// <summary>The id of the work item or of the proxy.</summary>
    public required string Subject { get; init; }

    /// <summary>What it is about.</summary>
    public required HandoverMatter Matter { get; init; }

    /// <summary>The case; null for a proxy.</summary>
    public string? CaseId { get; init; }

    /// <summary>Whether the giver lets the text of his draft go along; a draft is its author's own.</summary>
    public bool WithDraft { get; init; }

    /// <summary>Why it stays; null where it goes. Asked again when it is carried out.</summary>
    public HandoverObstacle? Obstacle { get; set; }

    /// <summary>Whether it was moved, or ended.</summary>
    public bool IsMoved { get; set; }
}
