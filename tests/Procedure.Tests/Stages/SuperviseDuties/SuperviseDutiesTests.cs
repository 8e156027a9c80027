using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.SuperviseDuties;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.SuperviseDuties;

public sealed class SuperviseDutiesTests
{
    private static readonly StageInputs inputs = new(Roles.Supervision, Deadline: "D09");
    private static readonly SuperviseDutiesStage stage = new();
    private readonly ACase matter = new ACase().WithMatrix().Supervised().By("supervision-guo");

    [Fact]
    public void The_teams_leader_as_a_person_gives_the_opinions_within_the_period_from_the_opening_of_the_inquiry()
    {
        var seat = stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem();

        (seat.To, seat.Walled, seat.Deadline, seat.DeadlineFrom)
            .ShouldBe((Candidate.Person("supervision-guo"), true, "D09", new DateOnly(2026, 3, 2)));
        seat.Prefill.ShouldBeOfType<SuperviseDutiesForm>().Duties.Select(duty => duty.PartyId).ShouldBe(["P1", "P2", "P3"]);
    }

    [Fact]
    public void A_leader_who_comes_under_inquiry_himself_is_passed_over()
    {
        matter.File.Inquire("supervision-commission", "supervision-guo", "郭守廉", "副主任", isPerson: true, matter.Now);

        stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem().To.ShouldBe(Candidate.OfRole(Roles.Supervision));
    }

    [Fact]
    public void There_are_no_opinions_without_a_team_and_the_investigation_teams_bureau_cannot_give_them()
    {
        Should.Throw<InvalidOperationException>(() => stage.Enter(new ACase().WithMatrix().Enter(inputs))).Message
            .ShouldContain("DecideSupervision");
        Should.Throw<InvalidOperationException>(() => stage.Enter(matter.Enter(new(Roles.LeadEnv)))).Message.ShouldContain("第十条第一句");
    }

    [Theory]
    [InlineData("PartyDiscipline", true)]
    [InlineData("AdministrativeDiscipline", false)]
    public void Opinions_say_whether_the_discipline_commission_and_the_organisation_department_must_be_consulted(
        string measure, bool needed)
    {
        var step = Submit(Concluding.Opinions with { Opinions = [Concluding.Opinions.Opinions[0] with { Measure = measure }] });

        (step.Outcome, step.Outputs["disciplineNeeded"]).ShouldBe(("OpinionsGiven", needed));
    }

    [Theory]
    [InlineData("《中国共产党问责条例》第七条", true)]
    [InlineData("《中华人民共和国监察法》第四十五条", true)]
    [InlineData("《中华人民共和国行政监察法》第二十四条", false)]
    public void 第一条_An_opinion_rests_on_a_law_of_the_time_of_the_acts_or_on_the_organs_own_of_today(string basis, bool isAllowed) =>
        matter.Refusals(stage, matter.Enter(inputs), "form", Concluding.Opinions with { Opinions = [Concluding.Opinions.Opinions[0] with { Basis = basis }] })
            .ShouldBe(isAllowed ? [] : ["第一条 Proposal.Basis.Reason"]);

    [Fact]
    public void An_opinion_keeps_its_number_and_no_number_is_given_twice()
    {
        Submit(Concluding.Opinions);
        var second = Concluding.Opinions.Opinions[0] with { PartyId = "P2", Measure = "AdmonitionTalk", Text = "诫勉谈话。" };
        Submit(Concluding.Opinions with { Opinions = [second] });

        var shown = stage.Enter(matter.Enter(inputs))[0].Prefill.ShouldBeOfType<SuperviseDutiesForm>();
        Submit(shown with { Opinions = [second, .. shown.Opinions] });

        shown.Opinions.Select(opinion => opinion.Id).ShouldBe(["S2"]);
        matter.File.SupervisionOpinions().Select(opinion => opinion.Id).ShouldBe(["S3", "S2"]);
    }

    [Fact]
    public void 第十条第一句_提出追责意见_Everybody_concerned_is_examined()
    {
        Refusals(Concluding.Opinions).ShouldBeEmpty();
        Refusals(Concluding.Opinions with { Duties = Concluding.Opinions.Duties[1..] }).ShouldBe(["第十条第一句 Party.NotExamined.Reason"]);
    }

    [Fact]
    public void An_inquiry_without_opinions_says_why()
    {
        Refusals(Concluding.Opinions with { Opinions = [] }).ShouldBe(["第十条第一句 Opinions.None.Reason"]);
        Refusals(Concluding.Opinions with { Opinions = [], NoOpinionsReason = "均已尽职。" }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("P9", "PartyDiscipline", "第十条第一句 Opinion.NoParty.Reason")]
    [InlineData("P1", "Removal", "第十三条 Opinion.Measure.Reason")]
    [InlineData("P3", "FundsDeduction", "第十三条 Opinion.Measure.Reason")]
    [InlineData("P3", "PublicApology", "第十三条 Opinion.Measure.Reason")]
    public void An_opinion_is_a_measure_of_the_regulation_that_fits_a_party_of_the_case(string party, string measure, string refusal) =>
        Refusals(Concluding.Opinions with { Opinions = [Concluding.Opinions.Opinions[0] with { PartyId = party, Measure = measure }] })
            .ShouldBe([refusal]);

    [Fact]
    public void A_number_that_the_system_did_not_give_is_refused() =>
        Refusals(Concluding.Opinions with { Opinions = [Concluding.Opinions.Opinions[0] with { Id = "S7" }] })
            .ShouldBe(["内部环节 Opinion.Number.Reason"]);

    private StageStep.Leaving Submit(SuperviseDutiesForm form) =>
        matter.Submit(stage, matter.Enter(inputs), "opinions", form).ShouldBeOfType<StageStep.Leaving>();

    private IReadOnlyList<string> Refusals(SuperviseDutiesForm form) => matter.Refusals(stage, matter.Enter(inputs), "opinions", form);
}
