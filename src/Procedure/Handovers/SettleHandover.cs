using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Drafts;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Proxies;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Handovers;

/// <summary>内部环节: the day of a handover on which both agreed has come, or one of the two has left office.</summary>
/// <param name="Id">Made from the handover, so that two nodes give the same command.</param>
public sealed record SettleHandover(string Id, string Handover) : Command(Id, Actor.Clock.PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => Handover;

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var handover = await scope.Db.Set<Handover>().FindAsync([Handover], cancellationToken);
        if (handover is null || !HandoverSettlement.IsDue(handover, scope.Directory, scope.Today))
            return new Answer.NotFound();
        await new HandoverSettlement(scope, handover).EndAsync(scope.Directory, cancellationToken);
        await scope.RecordAdministrationAsync(JsonSerializer.Serialize(new { handover = handover.Id, ended = handover.Status }, FormJsonText.Options), cancellationToken);
        return new Answer.Done($"/handovers/{handover.Id}");
    }
}

/// <summary>Carries a confirmed sheet out: every line is asked again; what may not go stays, and says why.</summary>
internal sealed class HandoverSettlement(CommandScope scope, Handover handover)
{
    /// <summary>Whether it is to end now: its day has come, or one of the two can confirm nothing any more.</summary>
    public static bool IsDue(Handover handover, OrganisationDirectory directory, DateOnly today) => handover.IsOpen
        && ((handover.Status is HandoverStatus.Agreed && handover.On <= today) || directory.PostsOf(handover.GiverId, today) is []
            || (handover.On <= today && directory.PostsOf(handover.ReceiverId, today) is []));

    /// <summary>
    /// Ends one that is due. What both agreed on is carried out, even where the giver left before the day; what he never confirmed, or nobody is there
    /// to take, is called off, and his items go the way of every vacant post.
    /// </summary>
    /// <param name="directory">As it is from now on.</param>
    public async Task EndAsync(OrganisationDirectory directory, CancellationToken cancellationToken)
    {
        if (handover.Status is HandoverStatus.Agreed && directory.PostsOf(handover.ReceiverId, scope.Today) is not [])
        {
            await RunAsync(cancellationToken);
            return;
        }
        (handover.Status, handover.ClosedAt) = (HandoverStatus.Withdrawn, scope.Now);
        handover.Version++;
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var lines = await scope.Db.Set<HandoverLine>().Where(line => line.HandoverId == handover.Id).ToListAsync(cancellationToken);
        // Case after case in one order, so that two such commands cannot wait for each other in a ring.
        foreach (var ofCase in lines.Where(line => line.CaseId is not null).GroupBy(line => line.CaseId!).OrderBy(group => group.Key, StringComparer.Ordinal))
            await MoveAsync(ofCase.Key, [.. ofCase], cancellationToken);
        foreach (var line in lines.Where(line => line.Matter is HandoverMatter.Proxy))
            if (await scope.Db.Set<Proxy>().FindAsync([line.Subject], cancellationToken) is { EndedAt: null } proxy)
            {
                (proxy.EndedAt, proxy.EndedBy, line.IsMoved) = (scope.Now, handover.GiverId, true);
                await scope.MoveDirectoryAsync(cancellationToken);
            }
        (handover.Status, handover.ClosedAt) = (HandoverStatus.Done, scope.Now);
        handover.Version++;
    }

    private async Task MoveAsync(string caseId, List<HandoverLine> lines, CancellationToken cancellationToken)
    {
        await scope.Db.LockCaseAsync(caseId, cancellationToken);
        var file = (await scope.CaseAsync(caseId, cancellationToken))!;
        var list = new HandoverList(scope.Db, scope.Directory, scope.Now);
        foreach (var line in lines)
        {
            var item = scope.Db.WorkItems.Local.SingleOrDefault(item => item.Id == line.Subject && item.Status is WorkItemStatus.Open);
            line.Obstacle = item is null || (line.Matter is HandoverMatter.Item && !IsHis(item)) ? HandoverObstacle.NotHis : list.ObstacleOf(item, file, handover);
            if (line.Obstacle is not null)
                continue;
            line.IsMoved = line.Matter is HandoverMatter.Item || line.WithDraft;
            if (line.Matter is HandoverMatter.Item)
                Move(file, item!);
            if (line.WithDraft)
                await MoveDraftAsync(item!, cancellationToken);
        }
        if (lines.Where(line => line.IsMoved).Select(line => line.Subject).ToList() is { Count: > 0 } moved)
            await scope.RecordAsync(file, Citations.InternalStep, JsonSerializer.Serialize(
                new { handover = handover.Id, from = handover.GiverId, to = handover.ReceiverId, items = moved }, FormJsonText.Options), walled: false, cancellationToken);
    }

    private bool IsHis(WorkItem item) => item.CandidateKey == AddressKey.OfPerson(handover.GiverId) || item.AssigneeId == handover.GiverId;

    private void Move(CaseFile file, WorkItem item)
    {
        if (item.IsByName)
            item.CandidateKey = AddressKey.OfPerson(handover.ReceiverId);
        item.AssigneeId = item.IsByName ? null : handover.ReceiverId;
        item.DelegateId = item.DelegateId == handover.ReceiverId ? null : item.DelegateId;
        (item.LeftBy, item.SeenAt) = (AddressKey.OfPerson(handover.GiverId), null);
        item.Version++;
        file.Notify(new Recipient(PersonId: handover.ReceiverId), Text.Of<HandoverTexts>("Notice", file.Number, scope.Machinery.Stages.Of(item).Title,
            scope.Directory.NameOfPerson(handover.GiverId)), scope.Now, item.Walled, NoticeKind.Reminder, item.Id);
    }

    // What the receiver typed himself stays first; the giver's text lies beside it. Where there are two already the giver keeps his own.
    private async Task MoveDraftAsync(WorkItem item, CancellationToken cancellationToken)
    {
        if (await scope.Db.Drafts.FindAsync([item.Id, handover.GiverId], cancellationToken) is not { } draft)
            return;
        var known = await scope.Db.Drafts.FindAsync([item.Id, handover.ReceiverId], cancellationToken);
        if (known?.OtherFields is not null)
            return;
        if (known is null)
            scope.Db.Add(new Draft
            {
                WorkItemId = item.Id, PersonId = handover.ReceiverId, CommandId = DerivedId.Of(handover.Id, item.Id), Fields = draft.Fields, Revision = 1,
                SavedAt = draft.SavedAt, OtherFields = draft.OtherFields, OtherSavedAt = draft.OtherSavedAt,
            });
        else
            (known.OtherFields, known.OtherSavedAt) = (draft.Fields, draft.SavedAt);
        // Files that the text names go with it: whoever submits it hands them in.
        foreach (var staged in await scope.Db.StagedFiles.Where(file => file.Target == item.Id && file.PersonId == handover.GiverId).ToListAsync(cancellationToken))
            if (draft.Fields.Contains(staged.Id, StringComparison.Ordinal) || draft.OtherFields?.Contains(staged.Id, StringComparison.Ordinal) is true)
                staged.PersonId = handover.ReceiverId;
        if (known is null || draft.OtherFields is null)
            scope.Db.Drafts.Remove(draft);
    }
}
