using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.MonitorFollowUp;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Ledgers.FollowUp;

/// <summary>
/// 内部环节: one of the offices that follow up (第十一条第二款第二句) reports how far the handling has come. Where its item of following up is open, the report
/// moves that item's day, reminders and all, by one more period: so the next report is due in its turn, until 销号.
/// </summary>
[Entry(Named, Citations.InternalStep)]
public sealed class ReportFollowUp : EntryKind<ReportFollowUpForm>
{
    /// <summary>Its name.</summary>
    public const string Named = "report-follow-up";

    /// <inheritdoc/>
    public override bool May(EntryContext context) => context.File.IsApproved && (context.Actor.Holds(Roles.Supervision)
        || (context.Actor.Holds(Roles.LeadEnv) && !context.File.ConcernsLeadBureau));

    /// <inheritdoc/>
    public override object? Prefill(EntryContext context) => new ReportFollowUpForm
    {
        From = (FollowUpReports.Of(context.File) is [.., var last] ? last.Form.To : context.File.ApprovedOn)?.AddDays(1) is { } next && next <= context.Today ? next : context.Today,
        To = context.Today,
        Measures = [.. FollowUpReports.Open(context.File).Select(measure => new MeasureProgress { MeasureId = measure.Id })],
    };

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, ReportFollowUpForm form)
    {
        yield return Ruling.Require(form.From <= form.To && form.To <= context.Today && form.From >= context.File.ApprovedOn, Citations.InternalStep,
            Text.Of<ReportFollowUp>("Span.Unsound.Reason", context.File.ApprovedOn), Text.Of<ReportFollowUp>("Span.Unsound.Remedy"));
        var missing = FollowUpReports.Open(context.File).Where(measure => !form.Measures.Exists(row => row.MeasureId == measure.Id)).Select(measure => measure.Id).ToList();
        yield return Ruling.Require(missing.Count == 0, Citations.InternalStep,
            Text.Of<ReportFollowUp>("Measures.LeftOut.Reason", string.Join("、", missing)), Text.Of<ReportFollowUp>("Measures.LeftOut.Remedy"));
        yield return Ruling.Require(form.Measures.TrueForAll(row => context.File.Measures.Exists(measure => measure.Id == row.MeasureId)), Citations.InternalStep,
            Text.Of<ReportFollowUp>("Measure.Unknown.Reason"), Text.Of<ReportFollowUp>("Measure.Unknown.Remedy"));
    }

    /// <summary>The other office, and the government where something has not begun.</summary>
    protected override void Apply(EntryContext context, CaseEntry entry, ReportFollowUpForm form)
    {
        var other = context.Actor.Holds(Roles.Supervision) ? Roles.LeadEnv : Roles.Supervision;
        var told = form.Measures.Exists(row => row.Progress is FollowUpProgress.NotBegun) ? new[] { other, Roles.Government } : [other];
        foreach (var role in told.Where(role => role != Roles.LeadEnv || !context.File.ConcernsLeadBureau))
            context.File.Notify(new Recipient(role), Text.Of<ReportFollowUp>("Notice.Reported", context.File.Number, form.From, form.To,
                form.Measures.Count(row => row.Progress is FollowUpProgress.Done), form.Measures.Count), context.Now, page: $"/cases/{context.File.Id}/ledgers");
    }

    internal override Task CarryOutAsync(CommandScope scope, EntryContext context, CaseEntry entry, object form, CancellationToken cancellationToken)
    {
        var type = StageAttributeOf<MonitorFollowUpStage>();
        var periods = scope.Db.Deadlines.Local.Where(deadline => deadline.CaseId == context.File.Id && deadline.Code == FollowUpReports.Code && deadline.Status is DeadlineStatus.Running)
            .Join(context.Open.Where(item => item.StageType == type && item.IsFor(context.Actor, context.File)), deadline => deadline.Id, item => item.Id, (deadline, item) => (deadline, item)).ToList();
        foreach (var (deadline, item) in periods)
            OnePeriodMore(scope, deadline, item, entry);
        return Task.CompletedTask;
    }

    private static void OnePeriodMore(CommandScope scope, Deadline deadline, WorkItem item, CaseEntry entry)
    {
        var basis = deadline.Basis ?? throw new InvalidOperationException($"The deadline {deadline.Id} holds no period.");
        var more = new DeadlineExtension
        {
            Id = $"{entry.Id}-{deadline.Id}", DeadlineId = deadline.Id, Length = basis.Length, Unit = basis.Unit,
            Reason = Text.Of<ReportFollowUp>("Next.Period", entry.Label).In(System.Globalization.CultureInfo.GetCultureInfo("zh-CN")), ApprovedBy = entry.PersonText, At = entry.At,
        };
        deadline.Extensions.Add(more);
        scope.Db.Add(more);
        scope.Machinery.Deadlines.Recount(deadline, scope, wholeLadder: true);
        item.TakeDueFrom(deadline);
    }

    private static string StageAttributeOf<TStage>() where TStage : Stage =>
        System.Reflection.CustomAttributeExtensions.GetCustomAttribute<StageAttribute>(typeof(TStage))!.Type;
}
