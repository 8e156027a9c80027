using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.WorkItems.Verbs;

/// <summary>
/// 内部环节 (撤回): whoever submitted takes his submission back while nobody has seen or touched what it opened. The workflow waits again where
/// it waited before; the text that was taken back is kept and opens again in the form.
/// </summary>
/// <param name="Words">Why.</param>
public sealed record RecallSubmission(string Id, string PersonId, string Case, string WorkItemId, string Words) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{WorkItemId}|{Words}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var file = await scope.CaseAsync(Case, cancellationToken);
        var item = await scope.Db.WorkItems.FindAsync([WorkItemId], cancellationToken);
        if (file is null || item is null || item.CaseId != file.Id || !IsHis(item, file, scope.Actor))
            return new Answer.NotFound();
        if (file.Status is CaseStatus.Suspended && !Ledgers.Life.SuspendCase.LeavesOpen(file, item))
            return new Answer.Refused([CommandScope.Resting(file)]);
        var point = await RecallableItem.FindAsync(scope.Db, item, file, cancellationToken);
        if (VerbDesk.Refusal(point.May, VerbDesk.SaysWhy(Words)) is { } refusal)
            return refusal;
        // Whoever opens one of them at this moment is either before us, and then it is too late, or finds it gone.
        if (await scope.Db.WorkItems.Where(each => point.Opened.Contains(each.Id) && each.SeenAt == null && each.Status == WorkItemStatus.Open)
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.SeenAt, each => each.SeenAt), cancellationToken) != point.Opened.Count)
            return new Answer.Refused([RecallableItem.Seen]);

        await BackAsync(scope, file, item, point, cancellationToken);
        await scope.RecordAsync(file, "内部环节", JsonSerializer.Serialize(new { stage = item.StageType, item = item.Id, words = Words },
            FormJsonText.Options), item.Walled, cancellationToken);
        return new Answer.Done($"/work-items/{item.Id}");
    }

    internal static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/work-items/{id}/recall", async (string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
            await VerbDesk.FindAsync(id, viewer, db, (item, file) => IsHis(item, file, viewer.Actor), cancellationToken) is (WorkItem item, CaseFile file)
                ? VerbDesk.Show(await SheetAsync(item, file, db, cancellationToken), viewer) : Pages.NotFound(viewer.Actor));
        site.MapPost("/work-items/{id}/recall", async (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands,
            CancellationToken cancellationToken) =>
        {
            var (item, file) = await VerbDesk.FindAsync(id, viewer, db, (item, file) => IsHis(item, file, viewer.Actor), cancellationToken);
            if (item is null || file is null || Spoken.Of(posted) is not { } spoken)
                return Pages.NotFound(viewer.Actor);
            var sheet = await SheetAsync(item, file, db, cancellationToken);
            return VerbDesk.Answered(await commands.RunAsync(new RecallSubmission(spoken.Envelope.CommandId, viewer.Actor.PersonId, item.CaseId, item.Id,
                spoken.Words), cancellationToken), sheet with { Obstacles = [] }, viewer, spoken);
        });
    }

    private static async Task<VerbSheet> SheetAsync(WorkItem item, CaseFile file, AccountabilityDb db, CancellationToken cancellationToken) =>
        new("recall", item, file)
        {
            Effects = [Text.Of<VerbTexts>("recall.Effect"), Text.Of<VerbTexts>("recall.Kept"), Text.Of<VerbTexts>("recall.Deadline")],
            Obstacles = (await RecallableItem.FindAsync(db, item, file, cancellationToken)).May is { IsAllowed: false } no ? [no] : [],
        };

    private async Task BackAsync(CommandScope scope, CaseFile file, WorkItem item, RecallableItem point, CancellationToken cancellationToken)
    {
        var db = scope.Db;
        var instance = await db.Instances.SingleAsync(row => row.Id == item.InstanceId, cancellationToken);
        await db.Bookmarks.Where(row => row.InstanceId == instance.Id).LoadAsync(cancellationToken);
        var lapsed = await db.WorkItems.Where(each => point.Lapsed.Contains(each.Id)).ToListAsync(cancellationToken);
        var effects = new BurstEffects(scope, file, instance);
        foreach (var opened in db.WorkItems.Local.Where(each => point.Opened.Contains(each.Id)).ToList())
            effects.Close(opened, WorkItemStatus.Lapsed, by: null);
        if (point.Row!.StateBefore != instance.State)
        {
            var definition = await scope.Machinery.Definitions.VersionAsync(db, instance.DefinitionVersionId, cancellationToken);
            effects.Take(scope.Machinery.Engine.Recall(definition, WorkflowState.Parse(instance.State), WorkflowState.Parse(point.Row.StateBefore),
                item.BookmarkId, Id, scope.Now));
        }
        foreach (var again in lapsed.Append(item))
            await effects.ReopenAsync(again, cancellationToken);

        var submission = file.Submissions.Single(each => each.Id == item.Id);
        item.Prefill = submission.FormJson;
        item.AssigneeId = item.IsByName ? null : scope.Actor.PersonId;
        db.Add(RecalledSubmission.Of(submission, Id, scope.Now, Words));
        db.Remove(submission);
        db.Remove(point.Row);
    }

    private static bool IsHis(WorkItem item, CaseFile file, Actor actor) => actor.IsInOffice && !file.Concerns(actor.PersonId)
        && file.Submissions.Exists(submission => submission.Id == item.Id && submission.PersonId == actor.PersonId);
}

/// <summary>A completed item with what can be said about taking its submission back.</summary>
internal sealed record RecallableItem(RecallPoint? Row, IReadOnlyList<string> Opened, IReadOnlyList<string> Lapsed, Ruling May)
{
    /// <summary>Somebody has opened what the submission brought him.</summary>
    public static Ruling Seen { get; } = Ruling.Refuse("内部环节", Text.Of<VerbTexts>("Recall.Seen.Reason"), Text.Of<VerbTexts>("Recall.Seen.Remedy"));

    public static async Task<RecallableItem> FindAsync(AccountabilityDb db, WorkItem item, CaseFile file, CancellationToken cancellationToken)
    {
        if (item.Status is not WorkItemStatus.Completed
            || await db.Set<RecallPoint>().SingleOrDefaultAsync(row => row.WorkItemId == item.Id, cancellationToken) is not { } row)
            return new(null, [], [], Ruling.Refuse("内部环节", Text.Of<VerbTexts>("Recall.Effects.Reason"), Text.Of<VerbTexts>("Recall.Effects.Remedy")));
        var (opened, lapsed) = (RecallPoint.Read(row.Opened), RecallPoint.Read(row.Lapsed));
        var version = await db.Instances.Where(each => each.Id == row.InstanceId).Select(each => each.Version).SingleAsync(cancellationToken);
        var own = file.Submissions.Single(submission => submission.Id == item.Id);
        var isLatest = version == row.InstanceVersion && !file.Submissions.Exists(later => later.Sequence > own.Sequence
            && later.ActivityInstanceId == item.ActivityInstanceId);
        var isUnseen = await db.WorkItems.CountAsync(each => opened.Contains(each.Id) && each.Status == WorkItemStatus.Open && each.SeenAt == null
            && each.AssigneeId == null && each.DelegateId == null, cancellationToken) == opened.Count;
        return new(row, opened, lapsed, !isLatest
            ? Ruling.Refuse("内部环节", Text.Of<VerbTexts>("Recall.WentOn.Reason"), Text.Of<VerbTexts>("Recall.WentOn.Remedy"))
            : isUnseen ? Ruling.Allowed : Seen);
    }
}
