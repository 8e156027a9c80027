using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.FollowUp;

/// <summary>内部环节 (D23): the periodic reports of a case, and until when the next is owed. The regulation orders the following up, not its rhythm.</summary>
public static class FollowUpReports
{
    /// <summary>The row of the deadline table.</summary>
    public const string Code = "D23";

    /// <summary>The reports of a case, oldest first.</summary>
    public static IReadOnlyList<(CaseEntry Entry, ReportFollowUpForm Form)> Of(CaseFile file) => [.. file.EntriesOf<ReportFollowUpForm>(ReportFollowUp.Named)];

    /// <summary>What is still followed up.</summary>
    public static IReadOnlyList<Measure> Open(CaseFile file) =>
        [.. file.Measures.Where(measure => measure.Stands && measure.Status is not MeasureStatus.Confirmed)];

    /// <summary>The last day of the period that the next report covers: a period after the last report's end, or after the decision; null before it.</summary>
    public static DateOnly? NextBy(CaseFile file, WorkingCalendar calendar, DateOnly today)
    {
        if ((Of(file) is [.., var last] ? last.Form.To : file.ApprovedOn) is not { } from || file.Rules.Deadlines.Find(Code, today)?.Period is not { } period)
            return null;
        return calendar.Compute(from, period).Day;
    }

    /// <summary>内部环节: where reports were begun, none is owed when the case is closed; or it is said why.</summary>
    public static Ruling AreThere(CaseFile file, DateOnly today, WorkingCalendar calendar, string? missingBecause) => Ruling.Require(
        Of(file).Count == 0 || !string.IsNullOrWhiteSpace(missingBecause) || NextBy(file, calendar, today) is not { } by || by >= today, Citations.InternalStep,
        Text.Of<ReportFollowUp>("Report.Owed.Reason", NextBy(file, calendar, today)), Text.Of<ReportFollowUp>("Report.Owed.Remedy"));

    /// <summary>The reports in a sentence, for the closing to begin with.</summary>
    public static string InWords(CaseFile file) =>
        Text.Of<ReportFollowUp>("Report.Listed", Of(file).Count, string.Join("、", Of(file).Select(row => $"{row.Entry.Label}（{row.Form.From:yyyy-MM-dd}—{row.Form.To:yyyy-MM-dd}）"))).ToString();
}
