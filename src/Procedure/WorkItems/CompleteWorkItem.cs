using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Documents;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>A person submits a work item's form: the stage takes it into the file, and where it is done, the workflow goes on.</summary>
/// <param name="Version">The version of the item that the form was opened from.</param>
/// <param name="Form">The bound and validated form.</param>
public sealed record CompleteWorkItem(string Id, string PersonId, string Case, string WorkItemId, long Version, object Form) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{WorkItemId}|{FormJsonText.Write(Form)}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var file = await scope.CaseAsync(Case, cancellationToken);
        var item = await scope.Db.WorkItems.FindAsync([WorkItemId], cancellationToken);
        if (file is null || item is null || item.CaseId != file.Id || !item.IsFor(scope.Actor, file))
            return new Answer.NotFound();
        if (item.Status is not WorkItemStatus.Open)
            return new Answer.TooLate(item);
        if (item.IsClaimedByAnother(scope, file) || item.Version != Version)
            return new Answer.Stale(item);

        var instance = await scope.Db.Instances.SingleAsync(row => row.Id == item.InstanceId, cancellationToken);
        await scope.Db.Bookmarks.Where(row => row.InstanceId == instance.Id).LoadAsync(cancellationToken);
        var state = WorkflowState.Parse(instance.State);
        var opening = new StageOpening(instance.Id, item.BookmarkId, item.ActivityId, item.ActivityInstanceId,
            StageActivity.InputsOf(state.Bookmarks.Single(bookmark => bookmark.Id == item.BookmarkId)));
        var stage = scope.Machinery.Stages[item.StageType];
        var context = opening.Context(file, scope);

        var refusals = stage.Check(context, item.Seat, Form).Where(ruling => !ruling.IsAllowed).ToList();
        if (refusals.Count > 0)
            return new Answer.Refused(refusals);

        var (documents, unknown) = await FormFiles.LinkAsync(scope, file, item, Form, cancellationToken);
        if (unknown.Count > 0)
            return new Answer.Refused(unknown);

        var effects = new BurstEffects(scope, file, instance);
        if (await scope.Db.Drafts.FindAsync([item.Id, PersonId], cancellationToken) is { } draft)
            scope.Db.Drafts.Remove(draft);
        effects.Close(item, WorkItemStatus.Completed, $"{scope.Actor.PostText} {scope.Actor.Name}");
        file.Submissions.Add(SubmissionOf(item, file, scope));
        var step = stage.Submit(context, item.Seat, Form);
        effects.CausedBy(item, stage.SendsBack(step));
        switch (step)
        {
            case StageStep.Opening { Seats: var seats }:
                foreach (var seat in seats)
                    effects.Open(stage, opening, seat);
                break;
            case StageStep.Leaving leaving:
                var definition = await scope.Machinery.Definitions.VersionAsync(scope.Db, instance.DefinitionVersionId, cancellationToken);
                effects.Take(scope.Machinery.Engine.Resume(definition, state, item.BookmarkId, StageActivity.Left(leaving), scope.Now));
                break;
        }
        await scope.RecordAsync(file, stage.About.Citation, Details(item, instance, step, documents), item.Walled, cancellationToken);
        return new Answer.Done("/");
    }

    private Submission SubmissionOf(WorkItem item, CaseFile file, CommandScope scope) => new()
    {
        Id = item.Id, CaseId = file.Id, Sequence = file.Submissions.Count + 1, StageType = item.StageType, ActivityInstanceId = item.ActivityInstanceId,
        Seat = item.Seat, FormName = Form.GetType().Name, FormJson = FormJsonText.Write(Form), PersonId = PersonId, PersonName = scope.Actor.Name,
        PostText = scope.Actor.PostText, At = scope.Now, Walled = item.Walled,
    };

    private string Details(WorkItem item, WorkflowInstance instance, StageStep step, IReadOnlyList<Document> documents) => JsonSerializer.Serialize(new
    {
        stage = item.StageType, activity = item.ActivityId, seat = item.Seat, item = item.Id, form = PayloadHash,
        outcome = (step as StageStep.Leaving)?.Outcome, definition = instance.DefinitionVersionId,
        files = documents.Count == 0 ? null : documents.Select(document => document.Sha256),
    }, FormJsonText.Options);
}
