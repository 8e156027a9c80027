using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Cases.Overview;

/// <summary>All that the page of a case shows to one person, read at one moment. Nothing in it goes beyond what he may know.</summary>
/// <param name="Open">The open items that he may know, oldest first.</param>
/// <param name="Entries">What was entered beside the procedure, as far as he may read it, newest first.</param>
/// <param name="Related">The cases that belong to it, as far as they exist for him.</param>
/// <param name="ParallelRuns">Whether he may be told that something goes on behind the wall: only once everything on this side waits for it.</param>
public sealed record CaseOverview(
    CaseFile File, Viewer Viewer, IReadOnlyList<WorkItem> Open, bool ParallelRuns, IReadOnlyList<ArticleProgress> Articles,
    IReadOnlyList<DeadlineLine> Deadlines, IReadOnlyList<AuditLine> Audit, IReadOnlyList<CaseEntry> Entries, IReadOnlyList<RelatedCase> Related)
{
    /// <summary>Whether he may read behind the wall.</summary>
    public bool IsBehindWall => CaseAccess.IsBehindWall(File, Viewer.Actor.PersonId);

    /// <summary>The open items that are his to do.</summary>
    public IReadOnlyList<WorkItem> Mine => [.. Open.Where(item => item.IsFor(Viewer.Actor, File))];

    /// <summary>The proposals that he may know.</summary>
    public IReadOnlyList<Proposal> Proposals => IsBehindWall ? File.Proposals() : File.HandlingProposals();

    /// <summary>The referrals that he may know.</summary>
    public IReadOnlyList<Referral> Referrals => [.. File.Referrals.Where(referral => !referral.Walled || IsBehindWall)];

    /// <summary>Today in Beijing.</summary>
    public DateOnly Today => BeijingTime.DayOf(Viewer.Now);

    /// <summary>Reads the overview of a case that the viewer sees.</summary>
    internal static async Task<CaseOverview> ReadAsync(
        CaseFile file, Viewer viewer, AccountabilityDb db, StageCatalog stages, WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        var behindWall = CaseAccess.IsBehindWall(file, viewer.Actor.PersonId);
        bool MayKnow(WorkItem item) => !item.Walled || behindWall || item.IsFor(viewer.Actor, file);
        var items = await db.WorkItems.AsNoTracking().Where(item => item.CaseId == file.Id).OrderBy(item => item.OpenedAt).ToListAsync(cancellationToken);
        var known = items.Where(MayKnow).ToDictionary(item => item.Id);
        var open = items.Where(item => item.Status is WorkItemStatus.Open).ToList();
        var readable = open.Where(MayKnow).ToList();
        var deadlines = await db.Deadlines.AsNoTracking().Where(deadline => deadline.CaseId == file.Id).ToListAsync(cancellationToken);
        var entries = await EntryAccess.ReadableAsync(file, viewer.Actor, db, cancellationToken);
        var begunBy = entries.ToDictionary(entry => entry.Id);
        return new CaseOverview(
            file, viewer, readable,
            ParallelRuns: !behindWall && open.Exists(item => !MayKnow(item)) && open.TrueForAll(item => item.Walled),
            ArticleProgress.Of(file, readable, stages, viewer.Actor.PersonId),
            [.. deadlines.Where(deadline => known.ContainsKey(deadline.Id)).OrderBy(deadline => deadline.DueOn).ThenBy(deadline => deadline.OpenedAt)
                .ThenBy(deadline => known[deadline.Id].StageType, StringComparer.Ordinal).ThenBy(deadline => known[deadline.Id].Seat, StringComparer.Ordinal)
                .Select(deadline => DeadlineLine.Of(deadline, known[deadline.Id], file.Rules.Deadlines, stages, viewer.Now, calendar))
                .Concat(deadlines.Where(deadline => deadline.EntryId is { } id && begunBy.ContainsKey(id)).OrderBy(deadline => deadline.DueOn).ThenBy(deadline => deadline.Id, StringComparer.Ordinal)
                    .Select(deadline => DeadlineLine.Of(deadline, begunBy[deadline.EntryId!], file, viewer.Now, calendar)))],
            await AuditTrail.OfAsync(file, viewer, db, stages, cancellationToken), entries,
            await RelatedCase.OfAsync(file, viewer.Actor, db, cancellationToken));
    }
}
