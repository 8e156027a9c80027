using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Incidents;

/// <summary>内部环节: an administrator lets what failed run once more, after its cause was mended.</summary>
public sealed record RetryIncident(string Id, string PersonId, string Case, string IncidentId) : MendWorkflow(Id, PersonId, Case, IncidentId)
{
    /// <inheritdoc/>
    protected override string Payload => IncidentId;

    private protected override Burst? Mend(
        WorkflowRunner engine, WorkflowDefinition definition, WorkflowState state, Incident incident, CommandScope scope) =>
        // A join that waits in vain names its flowchart, which runs and is not to be executed again.
        state.MayRetry(incident.ActivityInstanceId) ? engine.Retry(definition, state, incident.ActivityInstanceId, scope.Now) : null;
}

/// <summary>内部环节: an administrator ends a workflow that runs beside the procedure and cannot be mended.</summary>
/// <param name="Words">Why.</param>
public sealed record CancelWorkflow(string Id, string PersonId, string Case, string IncidentId, string Words) : MendWorkflow(Id, PersonId, Case, IncidentId)
{
    /// <inheritdoc/>
    protected override string Payload => $"{IncidentId}|{Words}";

    private protected override string? Why => Words;

    private protected override Ruling May(WorkflowInstance instance, CaseFile file) =>
        !IncidentDesk.MayCancel(instance, file.RunningWorkflows) ? Refusal("NotEnded")
        : string.IsNullOrWhiteSpace(Words) ? Refusal("NoWords") : Ruling.Allowed;

    private protected override Burst Mend(
        WorkflowRunner engine, WorkflowDefinition definition, WorkflowState state, Incident incident, CommandScope scope) =>
        engine.Cancel(definition, state, "An administrator ended it.", scope.Now);

    private protected override void After(CaseFile file, WorkflowInstance instance, CommandScope scope)
    {
        if (file.Orders.SingleOrDefault(order => order.InstanceId == instance.Id) is { IsAlive: true } order)
            (order.Status, order.ClosedAt) = (OrderStatus.Ended, scope.Now);
    }
}

/// <summary>What an administrator does about a workflow that failed. The case stays closed to him: he is told its number and nothing else.</summary>
public abstract record MendWorkflow(string Id, string PersonId, string Case, string IncidentId) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    private protected virtual string? Why => null;

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var db = scope.Db;
        var file = !scope.Actor.Holds(Roles.Administrator) ? null : await scope.CaseAsync(Case, cancellationToken);
        var row = await db.Incidents.FindAsync([IncidentId], cancellationToken);
        var instance = row is null ? null : await db.Instances.SingleAsync(each => each.Id == row.InstanceId, cancellationToken);
        if (file is null || row is null || instance is null || instance.CaseId != file.Id || file.Concerns(PersonId))
            return new Answer.NotFound();
        var state = WorkflowState.Parse(instance.State);
        if (row.ResolvedAt is not null || IncidentDesk.Find(row, state) is not { } incident)
            return new Answer.Refused([Refusal("Gone")]);
        if (May(instance, file) is { IsAllowed: false } no)
            return new Answer.Refused([no]);

        await db.Bookmarks.Where(bookmark => bookmark.InstanceId == instance.Id).LoadAsync(cancellationToken);
        var definition = await scope.Machinery.Definitions.VersionAsync(db, instance.DefinitionVersionId, cancellationToken);
        if (Mend(scope.Machinery.Engine, definition, state, incident, scope) is not { } burst)
            return new Answer.Refused([Refusal("WaitsInVain")]);
        var effects = new BurstEffects(scope, file, instance);
        var submitted = effects.OpensReview(burst) ? await SubmittedReports.LockAsync(scope, file, cancellationToken) : [];
        effects.Take(burst);
        foreach (var open in await db.Incidents.Where(each => each.InstanceId == instance.Id && each.ResolvedAt == null).ToListAsync(cancellationToken))
            open.ResolvedAt = IncidentDesk.IsOpen(open, burst.State) ? null : scope.Now;
        After(file, instance, scope);
        var isHidden = new IncidentDesk(scope.Machinery.Stages, scope.Machinery.Definitions).IsBehindWall(definition, row.ActivityId);
        await scope.RecordAsync(file, Citations.InternalStep, JsonSerializer.Serialize(
            new { workflow = instance.DefinitionId, activity = row.ActivityId, words = Why, submitted = submitted.Count == 0 ? null : submitted }, FormJsonText.Options), isHidden, cancellationToken);
        return new Answer.Done("/alarms");
    }

    private protected virtual Ruling May(WorkflowInstance instance, CaseFile file) => Ruling.Allowed;

    private protected abstract Burst? Mend(
        WorkflowRunner engine, WorkflowDefinition definition, WorkflowState state, Incident incident, CommandScope scope);

    private protected virtual void After(CaseFile file, WorkflowInstance instance, CommandScope scope)
    {
    }

    private protected static Ruling Refusal(string why) =>
        Ruling.Refuse(Citations.InternalStep, Text.Of<IncidentTexts>(why + ".Reason"), Text.Of<IncidentTexts>(why + ".Remedy"));
}
