using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>
/// 内部环节: the clock tells what is due. All rungs of one deadline whose time has come fire together, each once: after an outage the handler gets one
/// notice and every office that must hear of the lateness one. A deadline whose work was done meanwhile fires nothing.
/// </summary>
/// <param name="Id">The id of the latest rung that is due, so that two nodes give the same command.</param>
public sealed record FireDeadline(string Id, string Case, string DeadlineId) : Command(Id, Actor.Clock.PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => DeadlineId;

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var file = await scope.CaseForDeadlinesAsync(Case, cancellationToken);
        var deadline = scope.Db.Deadlines.Local.SingleOrDefault(deadline => deadline.Id == DeadlineId);
        var item = scope.Db.WorkItems.Local.SingleOrDefault(item => item.Id == DeadlineId);
        var due = deadline?.Rungs.Where(rung => rung.Status is RungStatus.Pending && rung.DueAt <= scope.Now).OrderBy(rung => rung.DueAt).ThenBy(rung => rung.Id, StringComparer.Ordinal).ToList();
        if (file is null || deadline is null || (item is null && deadline.EntryId is null) || due is null or [])
            return new Answer.NotFound();
        var entry = deadline.EntryId is { } begunBy ? await scope.Db.Set<CaseEntry>().SingleAsync(row => row.Id == begunBy, cancellationToken) : null;
        // What could be entered no more, because the case is over, nobody is reminded of.
        if (entry is not null && EntryCatalog.Find(entry.Kind)?.IsInTime(file) is false)
            deadline.End(DeadlineStatus.Withdrawn, scope.Now);
        else
            await FireAsync(scope, file, deadline, item, entry, due, cancellationToken);
        // A superior follows up himself what he asked for: the supervisors are told, and need not decide on an order.
        var order = item is not null && deadline.Basis?.On is null ? await ProposeOrderAsync(scope, file, item, due, cancellationToken) : null;
        await scope.RecordAsync(file, "内部环节", JsonSerializer.Serialize(new
        {
            deadline = deadline.Code, item = deadline.Id, due = deadline.DueOn, rungs = due.Where(rung => rung.Status is RungStatus.Fired).Select(rung => rung.Name), order = order?.Id,
        }, FormJsonText.Options), deadline.Walled, cancellationToken);
        return new Answer.Done(item is null ? $"/cases/{file.Id}/deadlines" : $"/work-items/{item.Id}");
    }

    private static async Task FireAsync(
        CommandScope scope, CaseFile file, Deadline deadline, WorkItem? item, CaseEntry? entry, List<DeadlineRung> due, CancellationToken cancellationToken)
    {
        foreach (var rung in scope.Machinery.Deadlines.Continued(deadline, scope))
        {
            deadline.Rungs.Add(rung);
            scope.Db.Add(rung);
            if (rung.DueAt <= scope.Now)
                due.Add(rung);
        }
        foreach (var rung in due)
            (rung.Status, rung.FiredAt) = (RungStatus.Fired, scope.Now);
        if (deadline.DueAt < scope.Now && scope.Machinery.Deadlines.IsWindow(deadline))
            deadline.End(DeadlineStatus.Expired, scope.Now);
        if (due.Exists(rung => rung.ToHead))
            deadline.EscalatedAt ??= scope.Now;
        if (item is not null && scope.Machinery.Stages.Of(item).PublishesReport)
            file.Editions.AddRange(await CaseEdition.OfAsync(scope.Db, file.Id, cancellationToken));
        var told = item is null ? new ReminderNotices(scope, file, deadline, entry!) : new ReminderNotices(scope, file, deadline, item);
        told.ToHandlers(due[^1]);
        foreach (var copy in due.Where(rung => rung.ToRole is not null).GroupBy(rung => (rung.ToRole, rung.ToHead)))
            told.ToOffice(copy.Last());
        await told.RaiseAsync(cancellationToken);
    }

    // 内部环节: one rung lays the item before the supervisors' office, which decides whether it follows it up; nothing else happens by itself.
    private async Task<SupervisionOrder?> ProposeOrderAsync(
        CommandScope scope, CaseFile file, WorkItem item, List<DeadlineRung> due, CancellationToken cancellationToken) =>
        !item.Walled && due.Find(rung => OversightRules.Shipped.LaysBefore(rung.Name, scope.Today)) is { } rung
            && (await OrderDesk.RulingsAsync(scope.Db, item, cancellationToken)).All(ruling => ruling.IsAllowed)
            ? await OrderDesk.ProposeAsync(scope, file, item, Id, rung.Name, cancellationToken) : null;
}
