using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.CompileReport;
using WorkflowAccountability.Procedure.Stages.DecideSupervision;
using WorkflowAccountability.Procedure.Stages.Review;
using WorkflowAccountability.Procedure.Stages.ReviewByGovernment;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.DecideSupervision;

public sealed class DecideSupervisionTests
{
    private static readonly StageInputs inputs = new(Roles.Supervision);
    private static readonly DecideSupervisionStage stage = new();
    private static readonly DecideSupervisionForm notNeeded = new() { Decision = SupervisionDecision.NotNeeded, Reason = "未发现履职问题。" };
    private readonly ACase matter = new ACase().WithMatrix().By("supervision-he");

    [Fact]
    public void 第十条第一句_独立组成责任追究调查组_The_supervision_bureau_decides_behind_the_wall()
    {
        var seat = stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem();

        (seat.To, seat.Walled, seat.Deadline).ShouldBe((Candidate.OfRole(Roles.Supervision), true, null));
    }

    [Fact]
    public void A_definition_that_gives_the_decision_to_the_environment_bureau_is_refused_aloud() =>
        Should.Throw<InvalidOperationException>(() => stage.Enter(matter.Enter(new(Roles.LeadEnv)))).Message.ShouldContain("第十条第一句");

    [Fact]
    public void A_started_inquiry_has_its_team_and_tells_nobody_else()
    {
        matter.File.Notices.Clear();

        var step = matter.Submit(stage, matter.Enter(inputs), "form", Concluding.Started).ShouldBeOfType<StageStep.Leaving>();

        (step.Outcome, step.Outputs["supervisionStarted"]).ShouldBe(("Started", true));
        matter.File.Leader(TeamKind.Supervision)!.PersonId.ShouldBe("supervision-guo");
        matter.File.Notices.Select(notice => (notice.PersonId, notice.Walled))
            .ShouldBe([("supervision-guo", true), ("supervision-lin", true)]);
    }

    [Fact]
    public void An_inquiry_that_is_not_needed_seats_nobody_and_needs_no_team()
    {

        var step = matter.Submit(stage, matter.Enter(inputs), "form", notNeeded).ShouldBeOfType<StageStep.Leaving>();

        (step.Outcome, step.Outputs["supervisionStarted"]).ShouldBe(("NotNeeded", false));
        matter.File.Members(TeamKind.Supervision).ShouldBeEmpty();
    }

    [Fact]
    public void While_the_investigation_goes_on_an_independent_inquiry_is_not_given_up() =>
        Refusals(notNeeded).ShouldBe(["第十条第一句 NotNeeded.Early.Reason"]);

    [Fact]
    public void A_report_that_a_body_returned_keeps_the_way_open_until_it_is_released_again()
    {
        var reported = new ACase().WithReport().By("gov-ma");
        Refusals(notNeeded, reported).ShouldBeEmpty();
        reported.Review<GovernmentReviewForm>(new ReviewByGovernmentStage(), Roles.Government,
            form => form with { Decision = Approval.Returned, Remarks = "请补充。" });
        Refusals(notNeeded, reported).ShouldBe(["第十条第一句 NotNeeded.Early.Reason"]);

        reported.By("env-wang").Play(new CompileReportStage(), new(Roles.LeadEnv), ("form", Filled.Report));

        Refusals(notNeeded, reported).ShouldBeEmpty();
    }

    [Fact]
    public void A_team_has_members_and_exactly_one_leader()
    {
        Refusals(Concluding.Started).ShouldBeEmpty();
        Refusals(Concluding.Started with { Members = [] }).ShouldBe(["第十条第一句 Team.Empty.Reason", "内部环节 Team.OneLeader.Reason"]);
        Refusals(With(Member("supervision-xu") with { Function = TeamFunction.Leader })).ShouldBe(["内部环节 Team.OneLeader.Reason"]);
    }

    [Fact]
    public void An_inquiry_is_opened_in_writing_and_not_ahead_of_time()
    {
        Refusals(Concluding.Started with { DocumentNumber = " " }).ShouldBe(["内部环节 Opening.Missing.Reason"]);
        Refusals(Concluding.Started with { StartedOn = null }).ShouldBe(["内部环节 Opening.Missing.Reason"]);
        Refusals(Concluding.Started with { StartedOn = new(2026, 3, 3) }).ShouldBe(["内部环节 Opening.Missing.Reason"]);
    }

    [Fact]
    public void Nobody_sits_twice() => Refusals(With(Member("supervision-lin"))).ShouldBe(["内部环节 Member.Twice.Reason"]);

    [Fact]
    public void A_member_is_a_known_person_of_a_known_unit()
    {
        Refusals(With(Member("nobody") with { Reason = "专家。" })).ShouldBe(["第十条第一句 Member.Unknown.Reason"]);
        Refusals(With(Member("supervision-xu") with { OrganisationId = "nowhere", Reason = "专家。" }))
            .ShouldBe(["第十条第一句 Member.Unknown.Reason"]);
    }

    [Fact]
    public void Who_is_under_inquiry_sits_in_no_team() =>
        Refusals(With(Member("fukang-pei") with { Reason = "熟悉情况。" })).ShouldBe(["参照《突发环境事件调查处理办法》第六条 Member.Party.Reason"]);

    [Fact]
    public void Who_sits_in_the_investigation_team_cannot_sit_in_the_independent_one() =>
        Refusals(With(Member("supervision-tang"))).ShouldBe(["第十条第一句 Member.Investigator.Reason"]);

    [Theory]
    [InlineData("audit-xiao", "audit")]
    [InlineData("audit-xiao", "supervision-commission")]
    public void Who_is_not_of_the_supervision_bureau_is_named_with_a_reason(string person, string organisation)
    {
        var member = Member(person) with { OrganisationId = organisation };

        Refusals(With(member)).ShouldBe(["第十条第一句 Member.Foreign.Reason"]);
        Refusals(With(member with { Reason = "审计专长。" })).ShouldBeEmpty();
    }

    private static SupervisionMember Member(string person) =>
        new() { PersonId = person, OrganisationId = "supervision-commission", Function = TeamFunction.Member };

    private static DecideSupervisionForm With(SupervisionMember member) =>
        Concluding.Started with { Members = [.. Concluding.Started.Members, member] };

    private IReadOnlyList<string> Refusals(DecideSupervisionForm form) => Refusals(form, matter);

    private static IReadOnlyList<string> Refusals(DecideSupervisionForm form, ACase file) => file.Refusals(stage, file.Enter(inputs), "form", form);
}
