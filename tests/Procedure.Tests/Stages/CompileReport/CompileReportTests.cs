using WorkflowAccountability.Procedure.Ledgers.Records;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.CompileReport;
using WorkflowAccountability.Procedure.Stages.DefineResponsibility;
using WorkflowAccountability.Procedure.Stages.DetermineCauses;
using WorkflowAccountability.Procedure.Tests.Ledgers;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.CompileReport;

public class CompileReportTests
{
    private static readonly StageInputs inputs = new(Roles.LeadEnv, Deadline: "D07");
    private static readonly CompileReportStage stage = new();

    private readonly ACase matter = new ACase().WithProposals();

    [Fact]
    public void The_leader_as_a_person_compiles_the_report()
    {
        var seat = stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem();

        (seat.To, seat.Deadline, seat.DeadlineFrom).ShouldBe((Candidate.Person("env-wang"), "D07b", new DateOnly(2026, 2, 28)));
    }

    [Fact]
    public void Nothing_is_reported_before_there_is_a_team() =>
        Should.Throw<InvalidOperationException>(() => stage.Enter(new ACase().Launched().Enter(inputs))).Message
            .ShouldContain("ApproveTeam");

    [Fact]
    public void A_released_report_says_whether_consultation_is_still_needed()
    {
        var step = matter.Submit(stage, matter.Enter(inputs), "form", Filled.Report).ShouldBeOfType<StageStep.Leaving>();

        step.Outcome.ShouldBe("Released");
        step.Outputs.ShouldBe(new Dictionary<string, object?> { ["consultationNeeded"] = true });
    }

    [Theory]
    [InlineData(ReportSection.Facts)]
    [InlineData(ReportSection.Causes)]
    [InlineData(ReportSection.Responsibility)]
    [InlineData(ReportSection.Grounds)]
    [InlineData(ReportSection.Proposals)]
    public void A_section_sent_back_is_named_for_the_definition(ReportSection section)
    {
        var back = new CompileReportForm { Decision = ReportDecision.BackToSection, BackTo = section, Remarks = "补充。" };
        Refusals(back).ShouldBeEmpty();

        var step = matter.Submit(stage, matter.Enter(inputs), "form", back).ShouldBeOfType<StageStep.Leaving>();

        step.Outcome.ShouldBe("BackToSection");
        step.Outputs.ShouldBe(new Dictionary<string, object?> { ["backTo"] = section.ToString() });
    }

    [Fact]
    public void A_report_that_was_returned_opens_with_its_last_text_undecided()
    {
        matter.Submit(stage, matter.Enter(inputs), "form", Filled.Report);

        stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem().Prefill.ShouldBe(Filled.Report with { Decision = null });
    }

    [Fact]
    public void A_whole_report_is_allowed() => Refusals(Filled.Report).ShouldBeEmpty();

    [Fact]
    public void 第五条_Every_mandatory_section_of_the_report_is_filled()
    {
        Refusals(Filled.Report with { InvestigationFacts = null }).ShouldBe(["第十一条第一款第二句 Report.Empty.Reason"]);
        Refusals(Filled.Report with { AccountabilityProposals = " " }).ShouldBe(["第十一条第一款第二句 Report.Empty.Reason"]);
        Refusals(Filled.Report with { Principles = null }).ShouldBe(["第五条 Report.Empty.Reason"]);
        Refusals(Filled.Report with { History = null }).ShouldBe(["第十四条第（二）项第二句 Report.Empty.Reason"]);
    }

    [Fact]
    public void 第九条第一句_A_section_whose_newest_text_is_not_signed_off_stops_the_report()
    {
        matter.Submit(new DetermineCausesStage(), matter.Enter(inputs), "draft", Filled.Causes);

        Refusals(Filled.Report).ShouldBe(["第九条第一句、第九条第（二）项 Section.NotSignedOff.Reason"]);
    }

    [Fact]
    public void A_section_that_was_sent_back_stops_the_report()
    {
        matter.Play(new DetermineCausesStage(), inputs, ("draft", Filled.Causes),
            ("signOff", new SectionSignOffForm { Decision = SectionDecision.BackToSection, Remarks = "补充。" }));

        Refusals(Filled.Report).ShouldBe(["第九条第一句、第九条第（二）项 Section.NotSignedOff.Reason"]);
    }

    [Fact]
    public void A_team_that_has_done_nothing_yet_cannot_report()
    {
        var early = new ACase().WithTeam();

        early.Refusals(stage, early.Enter(inputs), "form", Filled.Report).ShouldBe(
        [
            "第九条第一句、第九条第（一）项 Section.NotSignedOff.Reason", "第九条第一句、第九条第（二）项 Section.NotSignedOff.Reason",
            "第九条第一句、第九条第（三）项 Section.NotSignedOff.Reason", "第九条第一句、第九条第（四）项 Section.NotSignedOff.Reason",
            "第十四条 Grounds.NotWeighed.Reason",
        ]);
    }

    [Fact]
    public void A_person_who_came_into_the_matrix_later_must_be_weighed_first()
    {
        var another = Filled.Matrix.Matrix[1] with
        {
            PersonId = "fukang-su",
            PostThen = "市长",
            Responsibility = ResponsibilityType.FullLeadership,
        };

        matter.Play(new DefineResponsibilityStage(), inputs,
            ("draft", Filled.Matrix with { Matrix = [.. Filled.Matrix.Matrix, another] }), ("signOff", Filled.SignOff));

        Refusals(Filled.Report).ShouldBe(["第十四条 Grounds.NotWeighed.Reason"]);
    }

    [Fact]
    public void 第十四条第二项第二段_Records_that_did_not_come_are_mentioned_by_their_number_whether_missing_or_unanswered()
    {
        matter.As("env-wang");
        var request = matter.Make(new RequestRecords(), new RequestRecordsForm
        {
            OrganisationId = "county-fukang-gov", Category = RecordsCategory.EnvironmentalLaw, What = "巡查记录。", DueOn = DateOnly.FromDateTime(matter.Now.Date).AddDays(3),
        });
        Refusals(Filled.Report).ShouldBe(["第十四条第（二）项第二段 Records.Unanswered.Reason"]);
        Refusals(Filled.Report with { Records = $"{request.Label}要求的巡查记录至今没有提供，已责令说明。" }).ShouldBeEmpty();

        matter.Make(new RecordRecords(), new RecordRecordsForm { Request = request.Label, Result = RecordsResult.Received, Description = "共12份。", On = DateOnly.FromDateTime(matter.Now.Date) });
        Refusals(Filled.Report).ShouldBeEmpty();
    }

    [Fact]
    public void Sending_a_section_back_says_which_and_why() =>
        Refusals(new() { Decision = ReportDecision.BackToSection, BackTo = ReportSection.Facts })
            .ShouldBe(["内部环节 Back.Unexplained.Reason"]);

    private IReadOnlyList<string> Refusals(CompileReportForm form) => matter.Refusals(stage, matter.Enter(inputs), "form", form);
}
