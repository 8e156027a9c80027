using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Ledgers.FollowUp;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Ledgers;

/// <summary>第十一条第二款第二句 orders the following up; its rhythm (D23) is the house's own.</summary>
public sealed class FollowUpTests
{
    private static readonly ReportFollowUp kind = new();

    private readonly ACase matter = new ACase().WithReport().Consulted().Approved();

    public FollowUpTests()
    {
        matter.Now = matter.Now.AddDays(20);
        matter.As("supervision-lin");
    }

    [Fact]
    public void 第十一条第二款第二句_A_report_says_of_each_measure_that_is_not_written_off_how_far_it_has_come()
    {
        var begun = kind.Prefill(matter.Context()).ShouldBeOfType<ReportFollowUpForm>();
        begun.Measures.Select(row => row.MeasureId).ShouldBe(matter.File.Measures.Select(measure => measure.Id));

        matter.Refusals(kind, Whole(begun) with { Measures = [] }).ShouldBe(["内部环节 Measures.LeftOut.Reason"]);
        matter.Refusals(kind, Whole(begun) with { To = begun.To!.Value.AddDays(1) }).ShouldBe(["内部环节 Span.Unsound.Reason"]);
        matter.Refusals(kind, Whole(begun) with { From = matter.File.ApprovedOn!.Value.AddDays(-1) }).ShouldBe(["内部环节 Span.Unsound.Reason"]);
        matter.Make(kind, Whole(begun));

        matter.File.Notices.Where(notice => notice.TextKey == "Notice.Reported").Select(notice => notice.Role).ShouldBe([Roles.LeadEnv, Roles.Government], "something has not begun");
    }

    [Fact]
    public void The_next_report_is_due_a_period_after_the_last_and_the_period_is_the_case_s_own()
    {
        var approved = matter.File.ApprovedOn!.Value;
        Next().ShouldBe(WorkingCalendar.Shipped.Compute(approved, new Period(30, PeriodUnit.Day)).Day);

        var report = Whole((ReportFollowUpForm)kind.Prefill(matter.Context())!);
        matter.Make(kind, report);

        Next().ShouldBe(WorkingCalendar.Shipped.Compute(report.To!.Value, new Period(30, PeriodUnit.Day)).Day);

        DateOnly? Next() => FollowUpReports.NextBy(matter.File, WorkingCalendar.Shipped, DateOnly.FromDateTime(matter.Now.AddHours(8).DateTime));
    }

    [Fact]
    public void Writing_off_asks_for_the_reports_where_they_were_begun_and_takes_a_reason()
    {
        AtClosing(days: 200).ShouldBeTrue("nobody began to report");
        matter.Make(kind, Whole((ReportFollowUpForm)kind.Prefill(matter.Context())!));

        AtClosing(days: 20).ShouldBeTrue("the next is not due");
        AtClosing(days: 60).ShouldBeFalse();
        AtClosing(days: 60, because: "机构改革，跟踪工作交接。").ShouldBeTrue();
        FollowUpReports.InWords(matter.File).ShouldContain(matter.File.Entries[^1].Label);

        bool AtClosing(int days, string? because = null) => FollowUpReports.AreThere(matter.File, DateOnly.FromDateTime(matter.Now.DateTime).AddDays(days), WorkingCalendar.Shipped, because).IsAllowed;
    }

    [Fact]
    public void Before_a_decision_and_for_other_offices_there_is_nothing_to_report()
    {
        matter.As("police-yuan");
        kind.May(matter.Context()).ShouldBeFalse();
        var undecided = new ACase().WithReport();
        undecided.As("supervision-lin");
        kind.May(undecided.Context()).ShouldBeFalse();
    }

    private static ReportFollowUpForm Whole(ReportFollowUpForm begun) => begun with
    {
        Findings = "逐项核查现场和资料。", Measures = [.. begun.Measures.Select(row => row with { Progress = FollowUpProgress.NotBegun })],
    };
}
