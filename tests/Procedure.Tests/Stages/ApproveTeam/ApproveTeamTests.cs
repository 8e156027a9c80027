using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.ApproveTeam;
using WorkflowAccountability.Procedure.Stages.ProposeTeam;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.ApproveTeam;

public class ApproveTeamTests
{
    private static readonly StageInputs inputs = new(Roles.Government, Deadline: "D05b");
    private static readonly ApproveTeamStage stage = new();
    private static readonly ApproveTeamForm returned = new() { Decision = Approval.Returned, Remarks = "请增加水利专家。" };

    private readonly ACase matter = new ACase().Launched().Play(new ProposeTeamStage(), new(Roles.LeadEnv), ("form", Filled.Team));

    [Fact]
    public void The_government_approves()
    {
        var seat = stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem();

        (seat.To, seat.Deadline).ShouldBe((Candidate.OfRole(Roles.Government), "D05b"));
    }

    [Fact]
    public void 第七条第一句_第八条第二句_A_team_is_not_approved_on_a_day_before_the_launch() =>
        matter.Refusals(stage, matter.Enter(inputs), "form", Filled.TeamApproval with { ApprovedOn = new(2026, 3, 1) }).ShouldBe(["第七条第一句、第八条第二句 Approval.BeforeLaunch.Reason"]);

    [Fact]
    public void A_definition_that_lets_the_bureau_approve_its_own_plan_is_refused_aloud() =>
        Should.Throw<InvalidOperationException>(() => stage.Enter(matter.Enter(new(Roles.LeadEnv)))).Message.ShouldContain("第八条");

    [Fact]
    public void An_approved_team_takes_its_seats_and_every_member_is_told()
    {
        matter.File.Notices.Clear();

        Submit(Filled.TeamApproval).ShouldBe("Approved");

        matter.File.Members(TeamKind.Investigation).Select(member => member.PersonId).ShouldBe(Filled.Team.Members.Select(m => m.PersonId));
        matter.File.Leader(TeamKind.Investigation)!.PersonId.ShouldBe("env-wang");
        matter.File.Notices.Select(notice => notice.PersonId).ShouldBe(Filled.Team.Members.Select(m => m.PersonId));
    }

    [Fact]
    public void A_returned_plan_seats_nobody()
    {
        Submit(returned).ShouldBe("Returned");

        matter.File.Members(TeamKind.Investigation).ShouldBeEmpty();
    }

    [Fact]
    public void The_newest_plan_is_the_one_that_is_approved()
    {
        Submit(returned);
        var another = new ProposedMember { PersonId = "water-jin", OrganisationId = "water", Function = TeamFunction.Member };
        var larger = Filled.Team with { Members = [.. Filled.Team.Members, another] };
        matter.Play(new ProposeTeamStage(), new(Roles.LeadEnv), ("form", larger));

        Submit(Filled.TeamApproval);

        matter.File.Members(TeamKind.Investigation).Last().PersonId.ShouldBe("water-jin");
    }

    [Fact]
    public void An_approval_needs_document_and_date()
    {
        Refusals(Filled.TeamApproval).ShouldBeEmpty();
        Refusals(Filled.TeamApproval with { DocumentNumber = null }).ShouldBe(["第八条第二句 Approval.NoDocument.Reason"]);
        Refusals(Filled.TeamApproval with { ApprovedOn = null }).ShouldBe(["第八条第二句 Approval.NoDocument.Reason"]);
        Refusals(Filled.TeamApproval with { ApprovedOn = new(2026, 3, 3) }).ShouldBe(["第八条第二句 Approval.NoDocument.Reason"]);
    }

    [Fact]
    public void A_return_needs_remarks()
    {
        Refusals(returned).ShouldBeEmpty();
        Refusals(returned with { Remarks = "" }).ShouldBe(["内部环节 Return.NoRemarks.Reason"]);
    }

    [Fact]
    public void A_member_who_came_under_inquiry_meanwhile_cannot_be_approved()
    {
        matter.File.Inquire("police", "police-yuan", "袁立峰", "大队长", isPerson: true, matter.Now);

        Refusals(Filled.TeamApproval).ShouldBe(["参照《突发环境事件调查处理办法》第六条 Member.Party.Reason"]);
    }

    [Fact]
    public void Who_sits_in_the_independent_team_cannot_be_approved_and_the_refusal_does_not_say_why()
    {
        matter.File.Seat(TeamKind.Supervision, [("police-yuan", "police", TeamFunction.Member)], matter.Now);

        Refusals(Filled.TeamApproval).ShouldBe(["内部环节 Member.NotFree.Reason"]);
    }

    private string Submit(ApproveTeamForm form) =>
        matter.Submit(stage, matter.Enter(inputs), "form", form).ShouldBeOfType<StageStep.Leaving>().Outcome;

    private IReadOnlyList<string> Refusals(ApproveTeamForm form) => matter.Refusals(stage, matter.Enter(inputs), "form", form);
}
