using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Documents;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers.Recusal;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.FileOrder;
using WorkflowAccountability.Procedure.WorkItems.Verbs;

namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>What happens when a form is submitted for an open item: rules, submission, stage, burst, audit.</summary>
internal sealed class Completion(CommandScope scope, CaseFile file, WorkItem item)
{
    /// <summary>Takes the form in; a refusal leaves everything as it was.</summary>
    /// <param name="formHash">The hash of what was posted, for the audit.</param>
    public async Task<Answer> TakeAsync(object form, string formHash, CancellationToken cancellationToken)
    {
        var instance = await scope.Db.Instances.SingleAsync(row => row.Id == item.InstanceId, cancellationToken);
        await scope.Db.Bookmarks.Where(row => row.InstanceId == instance.Id).LoadAsync(cancellationToken);
        await scope.Db.WorkItems.Where(each => each.ActivityInstanceId == item.ActivityInstanceId).LoadAsync(cancellationToken);
        var state = WorkflowState.Parse(instance.State);
        var opening = OpeningOf(item, state);
        var stage = scope.Machinery.Stages.Of(item);
        var context = opening.Context(file, scope);
        var awaited = await scope.Db.Set<AskedOpinion>().Where(asked => asked.WorkItemId == item.Id).ToListAsync(cancellationToken);
        if (VerbDesk.Refusal([.. HandRules(awaited), .. stage.Check(context, item.Seat, form), .. RulesOfPrincipal(stage, context, form)]) is { } refusal)
            return refusal;

        var (documents, unknown) = await FormFiles.LinkAsync(scope, file, item, form, cancellationToken);
        if (unknown.Count > 0)
            return new Answer.Refused(unknown);

        var ties = stage.TiesLaidBefore(file, scope.Directory);
        var recall = new RecallPoint
        {
            WorkItemId = item.Id, CaseId = file.Id, InstanceId = instance.Id, PersonId = scope.Actor.PersonId, At = scope.Now, StateBefore = instance.State,
        };
        var effects = new BurstEffects(scope, file, instance);
        if (await scope.Db.Drafts.FindAsync([item.Id, scope.Actor.PersonId], cancellationToken) is { } draft)
            scope.Db.Drafts.Remove(draft);
        effects.Close(item, WorkItemStatus.Completed, $"{scope.Actor.PostText} {scope.Actor.Name}");
        file.Submissions.Add(SubmissionOf(form));
        var step = stage.Submit(context, item.Seat, form);
        effects.CausedBy(item, stage.SendsBack(step));
        IReadOnlyList<string> submitted = [];
        switch (step)
        {
            case StageStep.Opening { Seats: var seats }:
                foreach (var seat in seats)
                    effects.Open(stage, opening, seat);
                break;
            case StageStep.Leaving leaving:
                var definition = await scope.Machinery.Definitions.VersionAsync(scope.Db, instance.DefinitionVersionId, cancellationToken);
                var burst = scope.Machinery.Engine.Resume(definition, state, item.BookmarkId, StageActivity.Left(leaving), scope.Now);
                submitted = effects.OpensReview(burst) ? await SubmittedReports.LockAsync(scope, file, cancellationToken) : [];
                effects.Take(burst);
                break;
        }
        await SettleProposalsAsync(cancellationToken);
        recall.Keep(scope.Db, stage, file, instance, item);
        if (ties.Count > 0 && !item.Walled)
            await TieAlarm.KeepAsync(scope, file, raise: true, cancellationToken);
        await scope.RecordAsync(file, stage.About.Citation, Details(instance, step, formHash, documents, submitted, [.. ties.Where(tie => tie.Decision is null).Select(tie => tie.Mark)]),
            item.Walled, cancellationToken);
        return new Answer.Done("/");
    }

    /// <summary>Where in the workflow an open item stands.</summary>
    internal static StageOpening OpeningOf(WorkItem item, WorkflowState state) => new(item.InstanceId, item.BookmarkId, item.ActivityId, item.ActivityInstanceId,
        StageActivity.InputsOf(state.Bookmarks.Single(bookmark => bookmark.Id == item.BookmarkId)));

    // 内部环节: what the ladder laid before the supervisors' office and is done meanwhile needs no decision any more.
    private async Task SettleProposalsAsync(CancellationToken cancellationToken)
    {
        foreach (var order in file.Orders.Where(order => order.Status is OrderStatus.Proposed && order.Rung is not null).ToList())
        {
            var filing = scope.Db.WorkItems.Local.SingleOrDefault(each => each.InstanceId == order.InstanceId && each.Status is WorkItemStatus.Open);
            if (filing is null || await scope.Db.WorkItems.FindAsync([order.WorkItemId], cancellationToken) is { Status: WorkItemStatus.Open })
                continue;
            var instance = await scope.Db.Instances.SingleAsync(row => row.Id == order.InstanceId, cancellationToken);
            await scope.Db.Bookmarks.Where(row => row.InstanceId == instance.Id).LoadAsync(cancellationToken);
            var definition = await scope.Machinery.Definitions.VersionAsync(scope.Db, instance.DefinitionVersionId, cancellationToken);
            (order.Status, order.ClosedAt) = (OrderStatus.Settled, scope.Now);
            new BurstEffects(scope, file, instance).Take(scope.Machinery.Engine.Resume(definition, WorkflowState.Parse(instance.State), filing.BookmarkId,
                StageActivity.Left(new StageStep.Leaving(FileOrderStage.Settled, new Dictionary<string, object?>())), scope.Now));
        }
    }

    // 内部环节: who prepares it does not decide, who sent it does not decide as a proxy, and who was asked is heard first.
    private IEnumerable<Ruling> HandRules(IReadOnlyList<AskedOpinion> awaited) =>
    [
        Ruling.Require(item.DelegateId != scope.Actor.PersonId || item.IsAddressedTo(scope.Actor, file), "内部环节",
            Text.Of<VerbTexts>("Delegate.Decides.Reason"), Text.Of<VerbTexts>("Delegate.Decides.Remedy")),
        Ruling.Require(scope.Actor.PrincipalId is null || item.SentById != scope.Actor.PersonId, "内部环节",
            Text.Of<VerbTexts>("Proxy.OwnWork.Reason"), Text.Of<VerbTexts>("Proxy.OwnWork.Remedy")),
        .. awaited.Where(asked => asked.IsAwaited).Select(asked => Ruling.Refuse("内部环节",
            Text.Of<VerbTexts>("Opinion.Awaited.Reason", scope.Directory.NameOfPerson(asked.AskedOf)), Text.Of<VerbTexts>("Opinion.Awaited.Remedy"))),
    ];

    // What the principal himself could not do, for instance because he gave the other key, his proxy cannot do for him.
    private IEnumerable<Ruling> RulesOfPrincipal(Stage stage, StageContext context, object form) => scope.Actor.PrincipalId is { } principal
        ? stage.Check(context with { Actor = scope.Directory.ActorOf(principal, scope.Now) }, item.Seat, form) : [];

    private Submission SubmissionOf(object form) => new()
    {
        Id = item.Id, CaseId = file.Id, Sequence = file.Submissions.Count == 0 ? 1 : file.Submissions[^1].Sequence + 1, StageType = item.StageType,
        ActivityInstanceId = item.ActivityInstanceId, Seat = item.Seat, FormName = form.GetType().Name, FormJson = FormJsonText.Write(form),
        PersonId = scope.Actor.PersonId, PersonName = scope.Actor.Name, PostText = scope.Actor.PostText, At = scope.Now, Walled = item.Walled,
    };

    private string Details(WorkflowInstance instance, StageStep step, string formHash, IReadOnlyList<Document> documents, IReadOnlyList<string> submitted, IReadOnlyList<string> ties) => JsonSerializer.Serialize(new
    {
        stage = item.StageType, activity = item.ActivityId, seat = item.Seat, item = item.Id, form = formHash,
        outcome = (step as StageStep.Leaving)?.Outcome, definition = instance.DefinitionVersionId, onBehalfOf = scope.Actor.PrincipalId,
        files = documents.Count == 0 ? null : documents.Select(document => document.Sha256),
        submitted = submitted.Count == 0 ? null : submitted,
        undecidedTies = ties.Count == 0 ? null : ties,
    }, FormJsonText.Options);
}
