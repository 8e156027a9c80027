using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Bookmarks;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Deadlines;

namespace WorkflowAccountability.Persistence.EngineStores;

/// <summary>One step of one instance inside its transaction: it locks the instance's row, runs a burst and leaves the rows to be written.</summary>
internal sealed class InstanceStep(AccountabilityDb db, WorkflowRunner runner, RunnableDefinitions definitions, DateTimeOffset now)
{
    private readonly List<string> errands = [];

    /// <summary>What the step asks of other instances, by id.</summary>
    public IReadOnlyList<string> Errands => errands;

    public async Task<StepAnswer> StartAsync(WorkflowStart start, Errand? cause, CancellationToken cancellationToken)
    {
        if (await db.Instances.AsNoTracking().SingleOrDefaultAsync(row => row.Id == start.InstanceId, cancellationToken) is { } known)
            return known.CaseId is null ? new StepAnswer.TooLate(WorkflowState.Parse(known.State)) : new StepAnswer.OfCase();
        WorkflowDefinition? definition;
        try
        {
            definition = await definitions.InForceAsync(db, start.DefinitionId, BeijingTime.DayOf(now), cancellationToken);
        }
        catch (InvalidWorkflowDefinitionException invalid)
        {
            return new StepAnswer.Refused(invalid.Faults);
        }
        if (definition is null)
            return new StepAnswer.NotFound();
        var waits = cause is { WaitsForEnd: true, BookmarkId: not null };
        var instance = new WorkflowInstance
        {
            Id = start.InstanceId!, DefinitionId = definition.DefinitionId, DefinitionVersionId = definition.Id, DefinitionVersion = definition.Version,
            ParentId = waits ? cause!.ParentId : null, ParentBookmarkId = waits ? cause!.BookmarkId : null, State = "", CreatedAt = now, UpdatedAt = now,
        };
        db.Instances.Add(instance);
        var trigger = start.TriggerActivityId is { } activity ? new Trigger(activity, start.Input) : null;
        return Keep(instance, runner.Start(definition, instance.Id, start.Input, now, trigger, start.CorrelationId));
    }

    public async Task<StepAnswer> ResumeAsync(string instanceId, string bookmarkId, JsonNode? input, CancellationToken cancellationToken) =>
        await GoOnAsync(await LockedInstances.ByIdAsync(db, instanceId, cancellationToken), (definition, state) =>
            state.Bookmarks.Any(bookmark => bookmark.Id == bookmarkId) ? runner.Resume(definition, state, bookmarkId, input, now) : null, cancellationToken);

    public async Task<StepAnswer> CompleteTaskAsync(string taskId, JsonNode? result, CancellationToken cancellationToken)
    {
        var stimulus = Stimulus.Task(taskId);
        return await GoOnAsync(await LockedInstances.WaitingForAsync(db, stimulus, cancellationToken), (definition, state) =>
            state.Bookmarks.FirstOrDefault(bookmark => StoredBookmark.Of(state.InstanceId, bookmark).Stimulus == stimulus) is { } waiting
                ? runner.Resume(definition, state, waiting.Id, result, now) : null, cancellationToken);
    }

    public async Task<StepAnswer> RetryAsync(string instanceId, string activityInstanceId, CancellationToken cancellationToken)
    {
        var answer = await GoOnAsync(await LockedInstances.ByIdAsync(db, instanceId, cancellationToken), (definition, state) =>
            state.Incidents.Any(incident => incident.ActivityInstanceId == activityInstanceId)
                ? runner.Retry(definition, state, activityInstanceId, now) : null, cancellationToken);
        return await ResolveIncidentsAsync(instanceId, answer, cancellationToken);
    }

    public async Task<StepAnswer> CancelAsync(string instanceId, string reason, CancellationToken cancellationToken)
    {
        var answer = await GoOnAsync(await LockedInstances.ByIdAsync(db, instanceId, cancellationToken),
            (definition, state) => runner.Cancel(definition, state, reason, now), cancellationToken);
        return await ResolveIncidentsAsync(instanceId, answer, cancellationToken);
    }

    private async Task<StepAnswer> GoOnAsync(
        WorkflowInstance? instance, Func<WorkflowDefinition, WorkflowState, Burst?> run, CancellationToken cancellationToken)
    {
        if (instance is null)
            return new StepAnswer.NotFound();
        if (instance.CaseId is not null)
            return new StepAnswer.OfCase();
        var state = WorkflowState.Parse(instance.State);
        if (state.Status is WorkflowStatus.Finished)
            return new StepAnswer.TooLate(state);
        var definition = await definitions.VersionAsync(db, instance.DefinitionVersionId, cancellationToken);
        return run(definition, state) is { } burst ? Keep(instance, burst) : new StepAnswer.TooLate(state);
    }

    private StepAnswer.Done Keep(WorkflowInstance instance, Burst burst)
    {
        var rows = new BurstRows(db, instance, now);
        rows.Take(burst);
        errands.AddRange(rows.Errands);
        return new StepAnswer.Done(burst.State);
    }

    // Those of what failed and is open no more; the step itself may have left new ones.
    private async Task<StepAnswer> ResolveIncidentsAsync(string instanceId, StepAnswer answer, CancellationToken cancellationToken)
    {
        if (answer is not StepAnswer.Done { State: var state })
            return answer;
        var open = await db.Incidents.Where(incident => incident.InstanceId == instanceId && incident.ResolvedAt == null).ToListAsync(cancellationToken);
        foreach (var resolved in open.Where(incident => !state.Incidents.Any(still => still.ActivityId == incident.ActivityId && still.Timestamp == incident.Timestamp)))
            resolved.ResolvedAt = now;
        return answer;
    }

    /// <summary>Carries an errand out and removes its row; both commit together, so it happens once. False where somebody else has done so.</summary>
    public async Task<bool> DeliverAsync(string errandId, CancellationToken cancellationToken)
    {
        if (await db.Set<Errand>().SingleOrDefaultAsync(row => row.Id == errandId, cancellationToken) is not { } errand)
            return false;
        switch (errand.Kind)
        {
            case ErrandKind.Resume:
                await ResumeAsync(errand.InstanceId!, errand.BookmarkId!, errand.Input, cancellationToken);
                break;
            case ErrandKind.Tell:
                await TellAsync(errand, cancellationToken);
                break;
            case ErrandKind.Start:
                await StartForAsync(errand, cancellationToken);
                break;
        }
        db.Remove(errand);
        return true;
    }

    /// <summary>Finds who waits for an event, and leaves an errand to each. Answers how many.</summary>
    public async Task<int> TellAsync(Errand told, CancellationToken cancellationToken)
    {
        var stimulus = Stimulus.Event(told.Name!);
        var waiting = await db.Bookmarks
            .Where(bookmark => bookmark.Stimulus == stimulus && (told.InstanceId == null || bookmark.InstanceId == told.InstanceId)
                && db.Instances.Any(instance => instance.Id == bookmark.InstanceId && instance.CaseId == null
                    && (told.CorrelationId == null || instance.CorrelationId == told.CorrelationId)))
            .OrderBy(bookmark => bookmark.CreatedAt).ThenBy(bookmark => bookmark.Id)
            .Select(bookmark => new { bookmark.Id, bookmark.InstanceId }).ToListAsync(cancellationToken);
        foreach (var bookmark in waiting)
            Leave(Errand.Resume($"{told.Id}>{bookmark.Id}", bookmark.InstanceId, bookmark.Id, told.Input, now));
        return waiting.Count;
    }

    private async Task StartForAsync(Errand errand, CancellationToken cancellationToken)
    {
        var start = new WorkflowStart(errand.Name!) { InstanceId = errand.InstanceId, Input = errand.Input as JsonObject, CorrelationId = errand.CorrelationId };
        var answer = await StartAsync(start, errand, cancellationToken);
        if (errand is not { BookmarkId: { } waiting, ParentId: { } parent })
            return;
        var result = answer switch
        {
            StepAnswer.Done { State: var state } => errand.WaitsForEnd ? null : BurstRows.ResultOf(state),
            StepAnswer.Refused { Faults: var faults } => Fault($"The workflow '{errand.Name}' cannot run: {string.Join(" ", faults)}"),
            _ => Fault($"There is no published workflow '{errand.Name}'."),
        };
        if (result is not null)
            Leave(Errand.Resume($"{errand.Id}>{waiting}", parent, waiting, result, now));
    }

    private void Leave(Errand errand)
    {
        errands.Add(errand.Id);
        db.Add(errand);
    }

    private static JsonObject Fault(string message) => new() { ["fault"] = message };
}
