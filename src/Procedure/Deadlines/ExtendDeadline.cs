using System.Text.Json;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>A deadline is extended, by whom and as far as its row of the table allows, before it has passed, with a reason.</summary>
/// <param name="DeadlineId">The deadline.</param>
/// <param name="Length">How much, in the unit of the limit.</param>
/// <param name="DocumentNumber">The document that decided it; needed unless the limit is internal.</param>
public sealed record ExtendDeadline(string Id, string PersonId, string Case, string DeadlineId, int Length, string Reason, string? DocumentNumber)
    : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{DeadlineId}|{Length}|{Reason}|{DocumentNumber}";

    /// <summary>Whether this actor enters extensions of this deadline: by the table, and behind the wall only as a member.</summary>
    public static bool MayEnter(Deadline deadline, CaseFile file, Actor actor, DateOnly today) =>
        RuleOf(deadline, file, today)?.Extension?.EnteredBy is { } role && actor.Holds(role) && !file.Concerns(actor.PersonId)
        && (!deadline.Walled || CaseAccess.IsBehindWall(file, actor.PersonId));

    /// <summary>The row of the table that the deadline stands on.</summary>
    public static DeadlineRule? RuleOf(Deadline deadline, CaseFile file, DateOnly today) =>
        file.PeriodRow(deadline.Code, deadline.RuleOn(today));

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var file = await scope.CaseForLevelAsync(Case, cancellationToken);
        var deadline = scope.Db.Deadlines.Local.SingleOrDefault(deadline => deadline.Id == DeadlineId && deadline.CaseId == Case);
        var item = scope.Db.WorkItems.Local.SingleOrDefault(item => item.Id == DeadlineId);
        if (file is null || deadline is null || (item is null && deadline.EntryId is null) || !MayEnter(deadline, file, scope.Actor, scope.Today))
            return new Answer.NotFound();
        var rule = RuleOf(deadline, file, scope.Today)!;
        if (Refusals(deadline, rule, scope).ToList() is { Count: > 0 } refusals)
            return new Answer.Refused(refusals);

        var old = deadline.DueOn;
        var extension = new DeadlineExtension
        {
            Id = Id, DeadlineId = deadline.Id, Length = Length, Unit = UnitOf(rule, deadline), Reason = Reason.Trim(), DocumentNumber = DocumentNumber?.Trim(),
            ApprovedBy = $"{scope.Actor.PostText} {scope.Actor.Name}", At = scope.Now,
        };
        deadline.Extensions.Add(extension);
        scope.Db.Add(extension);
        scope.Machinery.Deadlines.Recount(deadline, scope, wholeLadder: true);
        item?.TakeDueFrom(deadline);
        await scope.RecordAsync(file, rule.Citation, JsonSerializer.Serialize(new
        {
            deadline = deadline.Code, item = deadline.Id, old, now = deadline.DueOn, why = Reason.Trim(), document = DocumentNumber,
        }, FormJsonText.Options), deadline.Walled, cancellationToken);
        return new Answer.Done($"/cases/{file.Id}/deadlines");
    }

    private IEnumerable<Ruling> Refusals(Deadline deadline, DeadlineRule rule, CommandScope scope) => new[]
    {
        Require(Length > 0, "Length"),
        Require(!string.IsNullOrWhiteSpace(Reason), "NoReason"),
        Require(deadline.Origin is DeadlineOrigin.Internal || !string.IsNullOrWhiteSpace(DocumentNumber), "NoDocument"),
        Require(deadline.DueAt >= scope.Now, "Passed"),
        Require(deadline.StoppedOn is null, "Stopped"),
        Require(rule.Extension!.Max is not { } most || deadline.Extensions.Sum(extension => extension.Length) + Length <= most.Length, "TooLong",
            rule.Extension.Max?.ToString(), rule.Extension.Said),
    }.Where(ruling => !ruling.IsAllowed);

    private static PeriodUnit UnitOf(DeadlineRule rule, Deadline deadline) => rule.Extension!.Max?.Unit ?? deadline.Basis?.Unit ?? rule.Period!.Unit;

    private static Ruling Require(bool holds, string key, params IReadOnlyList<object?> arguments) => Ruling.Require(holds, "内部环节",
        Text.Of<DeadlineTexts>($"Extend.{key}.Reason", arguments), Text.Of<DeadlineTexts>($"Extend.{key}.Remedy", arguments));
}
