using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers.Recusal;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.ApproveTeam;
using WorkflowAccountability.Procedure.Stages.CompileReport;
using WorkflowAccountability.Procedure.Stages.ProposeTeam;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Ledgers;

/// <summary>参照《突发环境事件调查处理办法》第六条: a post that a member once held in a unit under inquiry is laid before whoever approves the team, and before the report.</summary>
public sealed class TiesAtApprovalTests
{
    private static readonly StageInputs inputs = new(Roles.Government, Deadline: "D05b");
    private static readonly ApproveTeamStage stage = new();

    private readonly ACase matter = new ACase().Launched();

    public TiesAtApprovalTests()
    {
        matter.File.Inquire("police", null, "昌吉州公安局", null, isPerson: false, matter.Now);
        matter.Submit(new ProposeTeamStage(), matter.Enter(new(Roles.LeadEnv, Deadline: "D05")), "form", Filled.Team);
        matter.As("gov-zhang");
    }

    [Fact]
    public void The_form_opens_with_a_row_for_each_ground_and_what_was_found()
    {
        var row = Opened().Ties.ShouldHaveSingleItem();

        (row.PersonId, row.Ground, row.Verdict).ShouldBe(("police-yuan", RecusalGround.FormerPost, null));
        row.Found.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_row_that_is_left_open_refuses_nothing_and_stays_an_undecided_tie_of_the_team()
    {
        var form = Filled.TeamApproval with { Ties = Opened().Ties };
        Refusals(form).ShouldBeEmpty();

        matter.Submit(stage, matter.Enter(inputs), "form", form);

        TieAlarm.Of(matter.File, OrganisationDirectory.Shipped).ShouldHaveSingleItem().Mark.ShouldStartWith("police-yuan FormerPost P");
        new CompileReportStage().TiesLaidBefore(matter.File, OrganisationDirectory.Shipped).ShouldContain(tie => tie.Decision == null);
    }

    [Fact]
    public void A_decision_in_the_form_answers_the_tie_until_a_later_party_brings_another()
    {
        Refusals(Decided(RecusalVerdict.Stays, null)).ShouldBe([RecusalRules.Clause + " Tie.NoReasons.Reason"]);
        matter.Submit(stage, matter.Enter(inputs), "form", Decided(RecusalVerdict.Stays, "离开该单位已逾十年，不影响公正。"));

        TieAlarm.Of(matter.File, OrganisationDirectory.Shipped).ShouldBeEmpty();
        RecusalCheck.Of(matter.File, OrganisationDirectory.Shipped).ShouldHaveSingleItem().Decision!.Words.ShouldBe(Filled.TeamApproval.DocumentNumber);

        matter.Now += TimeSpan.FromDays(1);
        matter.File.Inquire("police", null, "昌吉州公安局治安支队", null, isPerson: false, matter.Now);
        TieAlarm.Of(matter.File, OrganisationDirectory.Shipped).ShouldHaveSingleItem();
    }

    [Fact]
    public void Who_is_to_step_aside_is_not_approved_with_the_plan() =>
        Refusals(Decided(RecusalVerdict.Recused, "现任职务涉及。")).ShouldBe([RecusalRules.Clause + " Tie.Recused.Reason"]);

    [Fact]
    public void A_returned_plan_decides_nothing()
    {
        matter.Submit(stage, matter.Enter(inputs), "form", Decided(RecusalVerdict.Stays, "不影响公正。") with { Decision = Approval.Returned, Remarks = "请调整。" });

        stage.TiesLaidBefore(matter.File, OrganisationDirectory.Shipped).ShouldContain(tie => tie.Decision == null);
    }

    private ApproveTeamForm Opened() => stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem().Prefill.ShouldBeOfType<ApproveTeamForm>();

    private ApproveTeamForm Decided(RecusalVerdict verdict, string? reasons) =>
        Filled.TeamApproval with { Ties = [.. Opened().Ties.Select(tie => tie with { Verdict = verdict, Reasons = reasons })] };

    private IReadOnlyList<string> Refusals(ApproveTeamForm form) => matter.Refusals(stage, matter.Enter(inputs), "form", form);
}
