using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Oversight;

/// <summary>Where a supervision order stands.</summary>
public enum OrderStatus
{
    /// <summary>待立项: laid before the supervisors' office, which decides.</summary>
    Proposed,

    /// <summary>不予立项.</summary>
    Declined,

    /// <summary>事项已办结: the item was done before the office decided.</summary>
    Settled,

    /// <summary>督办中: filed and given to the responsible unit.</summary>
    Open,

    /// <summary>已销号.</summary>
    WrittenOff,

    /// <summary>已终止: its workflow failed, and an administrator ended it.</summary>
    Ended,
}

/// <summary>
/// 内部环节 (督办单): the supervisors' office follows up an open item of a case by a workflow of its own. It hangs on the case; the item itself, its
/// deadline and whoever answers for it stay as they are.
/// </summary>
public sealed class SupervisionOrder
{
    /// <summary>The definition of its workflow.</summary>
    public const string Definition = "supervision-order";

    /// <summary>16 hex digits.</summary>
    public required string Id { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The workflow instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The item that is followed up.</summary>
    public required string WorkItemId { get; init; }

    /// <summary>What is to be done there, with its clause, as printed on the order.</summary>
    public required string Subject { get; init; }

    /// <summary>The last day of that item when the order was laid before the office; null where none ran.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>To whom the item goes, and so the order: an <see cref="AddressKey"/>.</summary>
    public required string ResponsibleKey { get; init; }

    /// <summary>The responsible unit, as printed.</summary>
    public required string Responsible { get; init; }

    /// <summary>The rung that laid it before the office, as T+3; null where somebody did by hand.</summary>
    public string? Rung { get; init; }

    /// <summary>When it was laid before the office (UTC).</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>Proposed, declined, open or written off.</summary>
    public OrderStatus Status { get; set; }

    /// <summary>The number of the order; null before it is filed.</summary>
    public string? Number { get; set; }

    /// <summary>What the office demands; null before it is filed.</summary>
    public string? Demands { get; set; }

    /// <summary>How many working days the unit has to carry it out; null before it is filed.</summary>
    public int? WorkingDays { get; set; }

    /// <summary>How often it was carried out anew after a verification.</summary>
    public int Returns { get; set; }

    /// <summary>What the last verification found missing; null while none did.</summary>
    public string? ReturnedBecause { get; set; }

    /// <summary>The activation in which it was last carried out; null before.</summary>
    public string? LastHandling { get; set; }

    /// <summary>The activation in which it was last reported on; null before.</summary>
    public string? LastReport { get; set; }

    /// <summary>When it was declined or written off (UTC); null while it is not.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Whether it may still lead to something.</summary>
    public bool IsAlive => Status is OrderStatus.Proposed or OrderStatus.Open;

    /// <summary>What was submitted in an activation of its workflow; null where nothing was.</summary>
    internal static T? Submitted<T>(StageContext context, string? activityInstanceId) where T : class =>
        context.File.Submissions.FindLast(submission => submission.ActivityInstanceId == activityInstanceId)?.Read<T>();

    /// <summary>The order that a stage belongs to.</summary>
    internal static SupervisionOrder Of(StageContext context) => context.File.Orders.SingleOrDefault(order => order.InstanceId == context.InstanceId)
        ?? throw new InvalidOperationException($"The instance '{context.InstanceId}' of case {context.File.Number} is no supervision order: start it by its command.");
}
