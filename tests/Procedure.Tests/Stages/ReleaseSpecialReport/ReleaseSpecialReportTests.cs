using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.ReleaseSpecialReport;
using WorkflowAccountability.Procedure.Stages.SuperviseDuties;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.ReleaseSpecialReport;

public sealed class ReleaseSpecialReportTests
{
    private static readonly StageInputs inputs = new(Roles.Supervision);
    private static readonly ReleaseSpecialReportStage stage = new();
    private static readonly SpecialReportForm back = new() { Decision = SpecialReportDecision.BackToOpinions, Remarks = "按退回意见修改。" };
    private readonly ACase matter = new ACase().WithReport().Supervised().WithOpinions().By("supervision-guo");

    [Fact]
    public void The_teams_leader_as_a_person_releases_it_behind_the_wall()
    {
        var seat = stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem();

        (seat.To, seat.Walled).ShouldBe((Candidate.Person("supervision-guo"), true));
        Should.Throw<InvalidOperationException>(() => stage.Enter(matter.Enter(new(Roles.LeadEnv)))).Message.ShouldContain("第十一条第一款第二句");
        Should.Throw<InvalidOperationException>(() => stage.Enter(new ACase().WithReport().Enter(inputs))).Message
            .ShouldContain("DecideSupervision");
    }

    [Fact]
    public void It_is_not_released_before_its_opinions_were_consulted_on()
    {
        Refusals(Concluding.SpecialReport).ShouldBe(["第十条第二句 Opinion.NotConsulted.Reason"]);

        matter.Consulted().By("supervision-guo");

        Refusals(Concluding.SpecialReport).ShouldBeEmpty();
    }

    [Fact]
    public void It_is_not_released_before_there_are_opinions() =>
        new ACase().WithReport().Supervised().ShouldSatisfyAllConditions(early =>
            early.Refusals(stage, early.Enter(inputs), "form", Concluding.SpecialReport).ShouldBe(["第十条第一句 Opinions.Missing.Reason"]));

    [Fact]
    public void It_has_a_title_findings_and_opinions()
    {
        matter.Consulted();

        Refusals(Concluding.SpecialReport with { Title = "" }).ShouldBe(["第十一条第一款第二句 Report.Incomplete.Reason"]);
        Refusals(Concluding.SpecialReport with { Findings = null }).ShouldBe(["第十一条第一款第二句 Report.Incomplete.Reason"]);
        Refusals(Concluding.SpecialReport with { Opinions = " " }).ShouldBe(["第十一条第一款第二句 Report.Incomplete.Reason"]);
    }

    [Fact]
    public void A_released_report_says_whether_anything_of_either_team_still_waits_for_consultation()
    {
        var first = Submit(Concluding.SpecialReport);
        (first.Outcome, first.Outputs["consultationNeeded"]).ShouldBe(("Released", true));

        matter.Consulted();

        Submit(Concluding.SpecialReport).Outputs["consultationNeeded"].ShouldBe(false);
    }

    [Fact]
    public void After_a_return_the_opinions_can_be_changed_and_are_consulted_on_together_with_the_proposals()
    {
        matter.Consulted().WithSpecialReport();
        Refusals(back).ShouldBeEmpty();
        Submit(back).Outcome.ShouldBe("BackToOpinions");

        var changed = matter.File.SupervisionOpinions().Single() with { Text = "开除党籍。" };
        matter.Play(new SuperviseDutiesStage(), inputs, ("opinions", Concluding.Opinions with { Opinions = [changed] }));

        Refusals(Concluding.SpecialReport).ShouldBeEmpty();
        Submit(Concluding.SpecialReport).Outputs["consultationNeeded"].ShouldBe(true);
    }

    [Fact]
    public void Going_back_says_why() => Refusals(back with { Remarks = null }).ShouldBe(["内部环节 Back.NoRemarks.Reason"]);

    [Fact]
    public void A_later_round_opens_with_the_last_text_undecided()
    {
        matter.Consulted().WithSpecialReport();

        stage.Enter(matter.Enter(inputs))[0].Prefill.ShouldBe(Concluding.SpecialReport with { Decision = null });
    }

    private StageStep.Leaving Submit(SpecialReportForm form) =>
        matter.Submit(stage, matter.Enter(inputs), "form", form).ShouldBeOfType<StageStep.Leaving>();

    private IReadOnlyList<string> Refusals(SpecialReportForm form) => matter.Refusals(stage, matter.Enter(inputs), "form", form);
}
