using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Remedies;

/// <summary>
/// 参照其他法律法规 (D11, D24, D25): which period begins and which ends with an entry of the lane. Length, beginning and basis are rows of the case's own
/// edition of the deadline table; those of appeals end in a letter for the kind of measure and the instance.
/// </summary>
internal static class RemedyPeriods
{
    /// <summary>The time in which a person may speak, once the facts were made known to him.</summary>
    public const string Statement = "D11";

    private const string Window = "D24", Decision = "D25";

    /// <summary>The last day on which an appeal against a served measure is in time; null before it was served, or where no rule is known.</summary>
    public static DateOnly? AppealUntil(CaseFile file, string measureId, WorkingCalendar calendar) =>
        RouteOf(file, measureId) is { } route && OpensOn(file, measureId) is { } day && file.PeriodRow(Window + route, day) is { Period: { } period }
            ? calendar.Compute(day, period).Day : null;

    /// <summary>The facts were made known, or the person was heard.</summary>
    public static void Heard(CommandScope scope, CaseFile file, CaseEntry entry, HearPartyForm said)
    {
        End(scope, file, Statement, said.HeardOn is null ? DeadlineStatus.Withdrawn : DeadlineStatus.Met,
            begun => begun.Kind == HearParty.Named && begun.Read<HearPartyForm>().PartyId == said.PartyId);
        if (said is { HeardOn: null, NotifiedOn: { } notified })
            Begin(scope, file, entry, Statement, notified);
    }

    /// <summary>A decision was served: the time for an appeal begins, unless one has come already.</summary>
    public static void Served(CommandScope scope, CaseFile file, CaseEntry entry, ServeDecisionForm said)
    {
        EndWindow(scope, file, said.MeasureId, DeadlineStatus.Withdrawn);
        if (RemedyLane.AppealsOf(file).All(appeal => appeal.Form.MeasureId != said.MeasureId) && RouteOf(file, said.MeasureId) is { } route)
            Begin(scope, file, entry, Window + route, said.ServedOn!.Value);
    }

    /// <summary>An appeal came: its window is used, and the time for the decision begins.</summary>
    public static void Appealed(CommandScope scope, CaseFile file, CaseEntry entry, RecordAppealForm said)
    {
        EndWindow(scope, file, said.MeasureId, DeadlineStatus.Met);
        if (RouteOf(file, said.MeasureId) is { } route)
            Begin(scope, file, entry, Decision + route, said.ReceivedOn!.Value);
    }

    /// <summary>An appeal was decided or taken back; where the measure stands, and another instance may be asked, the time for that begins.</summary>
    public static void Decided(CommandScope scope, CaseFile file, CaseEntry entry, DecideAppealForm said)
    {
        End(scope, file, Decision, said.Outcome is AppealOutcome.TakenBack ? DeadlineStatus.Withdrawn : DeadlineStatus.Met, begun => begun.Label == said.Appeal);
        var measureId = RemedyLane.AppealsOf(file).Single(appeal => appeal.Entry.Label == said.Appeal).Form.MeasureId;
        if (said.Outcome is AppealOutcome.Upheld or AppealOutcome.Changed && RouteOf(file, measureId) is { } route)
            Begin(scope, file, entry, Window + route, said.DecidedOn!.Value);
    }

    // Which rows hold for the next appeal against a measure. 党纪处分 has none here: no text for it is at hand.
    private static string? RouteOf(CaseFile file, string measureId)
    {
        if (file.Measures.Find(measure => measure.Id == measureId) is not { } measure)
            return null;
        var decided = Standing(file, measureId).Count();
        var isSecond = decided == 1;
        return decided > 1 ? null : file.Rules.Measures.FindOrLast(measure.Code, BeijingTime.DayOf(measure.DecidedAt))?.Category switch
        {
            MeasureCategory.Accountability => isSecond ? null : "a",
            MeasureCategory.Discipline when measure.Code == MeasureCatalogue.AdministrativeDiscipline => ServiceOf(file, measureId)?.MadeBy is SanctionMaker.AppointingOrgan
                ? isSecond ? "e" : "d" : isSecond ? "c" : "b",
            _ => null,
        };
    }

    private static DateOnly? OpensOn(CaseFile file, string measureId) => Standing(file, measureId).LastOrDefault()?.DecidedOn ?? ServiceOf(file, measureId)?.ServedOn;

    private static IEnumerable<DecideAppealForm> Standing(CaseFile file, string measureId) => RemedyLane.AppealsOf(file)
        .Where(appeal => appeal.Form.MeasureId == measureId).Select(appeal => appeal.Decision).OfType<DecideAppealForm>()
        .Where(decision => decision.Outcome is AppealOutcome.Upheld or AppealOutcome.Changed);

    private static ServeDecisionForm? ServiceOf(CaseFile file, string measureId) =>
        file.EntriesOf<ServeDecisionForm>(ServeDecision.Named).LastOrDefault(row => row.Form.MeasureId == measureId).Form;

    private static void Begin(CommandScope scope, CaseFile file, CaseEntry entry, string code, DateOnly from)
    {
        if (scope.Machinery.Deadlines.Start(entry, code, from, file, scope) is { } deadline)
            scope.Db.Deadlines.Add(deadline);
    }

    private static void EndWindow(CommandScope scope, CaseFile file, string measureId, DeadlineStatus status) => End(scope, file, Window, status, begun =>
        begun.Kind == ServeDecision.Named ? begun.Read<ServeDecisionForm>().MeasureId == measureId
        : begun.Kind == DecideAppeal.Named && RemedyLane.AppealsOf(file).Any(appeal => appeal.Entry.Label == begun.Read<DecideAppealForm>().Appeal && appeal.Form.MeasureId == measureId));

    private static void End(CommandScope scope, CaseFile file, string code, DeadlineStatus status, Func<CaseEntry, bool> isBegunBy)
    {
        foreach (var deadline in scope.Db.Deadlines.Local.Where(deadline => deadline.CaseId == file.Id && deadline.Status is DeadlineStatus.Running
            && deadline.Code.StartsWith(code, StringComparison.Ordinal) && file.Entries.Exists(entry => entry.Id == deadline.EntryId && isBegunBy(entry))))
            deadline.End(status, scope.Now);
    }
}
