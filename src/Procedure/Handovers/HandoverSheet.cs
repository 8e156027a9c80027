using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Handovers;

/// <summary>
/// A handover as one person may read it. The giver reads everything that is his, with the reason of what stays; the receiver what comes to him and
/// nothing else; the head of the office what lies in front of the wall and does not concern himself; an administrator numbers only.
/// </summary>
public sealed record HandoverSheet(Handover Handover, Viewer Viewer, IReadOnlyList<HandoverRow> Rows, int Going)
{
    /// <summary>Today in Beijing.</summary>
    public DateOnly Today => BeijingTime.DayOf(Viewer.Now);

    /// <summary>Whether the reader hands over.</summary>
    public bool IsGiver => Handover.GiverId == Viewer.Actor.PersonId;

    /// <summary>Whether the reader takes over.</summary>
    public bool IsReceiver => Handover.ReceiverId == Viewer.Actor.PersonId;

    /// <summary>Whether the reader may call it off.</summary>
    public bool IsWitness => HandoverRules.Witnesses(Viewer.Actor, Handover, Viewer.Directory, Today);

    /// <summary>Whether the reader reads numbers only.</summary>
    public bool IsCountedOnly => !IsGiver && !IsReceiver && !HandoverRules.IsHeadOver(Viewer.Actor, Handover.GiverId, Viewer.Directory, Today);

    /// <summary>What goes.</summary>
    public IReadOnlyList<HandoverRow> Goes => [.. Rows.Where(row => row.Line.Obstacle is null)];

    /// <summary>What stays.</summary>
    public IReadOnlyList<HandoverRow> Stays => [.. Rows.Where(row => row.Line.Obstacle is not null)];

    /// <summary>Reads it; null where it does not exist for this person.</summary>
    public static async Task<HandoverSheet?> ReadAsync(string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var handover = await db.Set<Handover>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (handover is null || !HandoverRules.Sees(viewer.Actor, handover, viewer.Directory, BeijingTime.DayOf(viewer.Now)))
            return null;
        var list = new HandoverList(db, viewer.Directory, viewer.Now);
        var rows = handover.Status is HandoverStatus.Prepared ? await list.NowAsync(handover, cancellationToken) : await list.ConfirmedAsync(handover, cancellationToken);
        var cases = rows.Select(row => row.Line.CaseId).OfType<string>().Distinct().ToList();
        var seen = await db.Cases.Where(CaseAccess.Sees(viewer.Actor, db)).Select(file => file.Id).Where(caseId => cases.Contains(caseId)).ToListAsync(cancellationToken);
        var sheet = new HandoverSheet(handover, viewer, [], rows.Count(row => row.Line.Obstacle is null));
        return sheet with { Rows = [.. rows.Where(sheet.MayRead).Select(row => Told(row, seen))] };
    }

    private bool MayRead(HandoverRow row) => !IsCountedOnly && (row.File is not { } file || (!file.Concerns(Viewer.Actor.PersonId)
        && (IsGiver || (row.Line.Obstacle is null && (IsReceiver ? Handover.Status is not HandoverStatus.Prepared : !row.Item!.Walled)))));

    // That somebody is under inquiry is told only where the case itself may be read.
    private static HandoverRow Told(HandoverRow row, List<string> seen)
    {
        if (row.Line.Obstacle is HandoverObstacle.Party && !seen.Contains(row.Line.CaseId!))
            row.Line.Obstacle = HandoverObstacle.NotCandidate;
        return row;
    }
}
