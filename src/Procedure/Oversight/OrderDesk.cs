using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Oversight;

/// <summary>How an order is laid before the supervisors' office: by hand or by a rung of the ladder, once for an open item at a time.</summary>
internal static class OrderDesk
{
    private static readonly CultureInfo chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>Every rule an item must meet before it can be followed up.</summary>
    public static async Task<IReadOnlyList<Ruling>> RulingsAsync(AccountabilityDb db, WorkItem item, CancellationToken cancellationToken) =>
    [
        Ruling.Require(item.Status is WorkItemStatus.Open, Citations.InternalStep, Text.Of<OversightTexts>("Order.Closed.Reason"), Text.Of<OversightTexts>("Order.Closed.Remedy")),
        Ruling.Require(item.DeadlineCode is not null, Citations.InternalStep, Text.Of<OversightTexts>("Order.NoDeadline.Reason"), Text.Of<OversightTexts>("Order.NoDeadline.Remedy")),
        Ruling.Require(!await IsOfAnOrderAsync(db, item, cancellationToken), Citations.InternalStep,
            Text.Of<OversightTexts>("Order.Own.Reason"), Text.Of<OversightTexts>("Order.Own.Remedy")),
        Ruling.Require(!await AliveAsync(db, item.Id, cancellationToken), Citations.InternalStep,
            Text.Of<OversightTexts>("Order.Twice.Reason"), Text.Of<OversightTexts>("Order.Twice.Remedy")),
    ];

    /// <summary>Starts the workflow of an order: its filing opens for the supervisors' office. Null where no such workflow is published.</summary>
    public static async Task<SupervisionOrder?> ProposeAsync(
        CommandScope scope, CaseFile file, WorkItem item, string commandId, string? rung, CancellationToken cancellationToken)
    {
        if (await scope.Machinery.Definitions.InForceAsync(scope.Db, SupervisionOrder.Definition, scope.Today, cancellationToken) is not { } definition)
            return null;
        var stage = scope.Machinery.Stages.Of(item);
        var order = new SupervisionOrder
        {
            Id = DerivedId.Of(commandId, item.Id, "order"), CaseId = file.Id, InstanceId = DerivedId.Of(commandId, item.Id, "order-instance"), WorkItemId = item.Id,
            Subject = $"{stage.Title.In(chinese)}（{stage.About.Citation}）", DueOn = item.DueAt is { } due ? Deadlines.BeijingTime.DayOf(due) : null,
            ResponsibleKey = item.CandidateKey, Responsible = await ResponsibleAsync(scope, item, cancellationToken), Rung = rung, ProposedAt = scope.Now,
        };
        file.Orders.Add(order);
        scope.Db.Add(order);
        StartCase.StartInstance(scope, file, definition, order.InstanceId);
        return order;
    }

    private static async Task<string> ResponsibleAsync(CommandScope scope, WorkItem item, CancellationToken cancellationToken)
    {
        var leader = item.CandidateKey.StartsWith("team:", StringComparison.Ordinal) ? await scope.Db.Set<TeamMember>().Where(member => member.CaseId == item.CaseId
            && member.To == null && member.Function == TeamFunction.Leader && member.Team == TeamKind.Investigation).Select(member => member.OrganisationId)
            .FirstOrDefaultAsync(cancellationToken) : null;
        var offices = new ItemOffices(scope.Directory, scope.Today);
        return offices.NameOf(offices.Of(item.CandidateKey, assigneeId: null, _ => leader));
    }

    private static Task<bool> IsOfAnOrderAsync(AccountabilityDb db, WorkItem item, CancellationToken cancellationToken) =>
        db.Set<SupervisionOrder>().AnyAsync(order => order.InstanceId == item.InstanceId, cancellationToken);

    private static Task<bool> AliveAsync(AccountabilityDb db, string itemId, CancellationToken cancellationToken) => db.Set<SupervisionOrder>()
        .AnyAsync(order => order.WorkItemId == itemId && (order.Status == OrderStatus.Proposed || order.Status == OrderStatus.Open), cancellationToken);
}
