using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.MonitorFollowUp;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.MonitorFollowUp;

public sealed class MonitorFollowUpTests
{
    private static readonly StageInputs inputs = new(Roles.Supervision, Roles.LeadEnv, "D23");
    private static readonly MonitorFollowUpStage stage = new();
    private readonly ACase matter = new ACase().WithReport().Consulted().Approved().Executed().By("supervision-xu");

    [Fact]
    public void The_supervision_bureau_and_the_environment_bureau_follow_up_side_by_side()
    {
        var seats = stage.Enter(matter.Enter(inputs));

        seats.Select(seat => (seat.Key, seat.To.Role, seat.Deadline)).ShouldBe(
            [("supervision", Roles.Supervision, "D23"), ("leadEnv", Roles.LeadEnv, "D23")]);
        seats[0].Prefill.ShouldBeOfType<FollowUpForm>().Measures.Select(row => row.MeasureId).ShouldBe(["M1", "M2", "M3"]);
    }

    [Fact]
    public void No_other_offices_can_be_put_in_their_place()
    {
        Should.Throw<InvalidOperationException>(() => stage.Enter(matter.Enter(new(Roles.Oversight, Roles.LeadEnv)))).Message
            .ShouldContain("SUPERVISION");
        Should.Throw<InvalidOperationException>(() => stage.Enter(matter.Enter(new(Roles.Supervision)))).Message.ShouldContain("LEAD_ENV");
    }

    [Fact]
    public void 第十一条第二款第二句_One_confirmation_settles_nothing()
    {
        var context = matter.Enter(inputs);

        matter.Submit(stage, context, "supervision", Confirming).ShouldBe(StageStep.Wait);

        matter.File.Measures.ShouldAllBe(measure => measure.Status == MeasureStatus.Executed);
    }

    [Fact]
    public void What_both_confirm_is_settled()
    {
        var context = matter.Enter(inputs);
        matter.Submit(stage, context, "leadEnv", Confirming);

        matter.Submit(stage, context, "supervision", Confirming).ShouldBeOfType<StageStep.Leaving>().Outcome.ShouldBe("Confirmed");

        matter.File.Measures.ShouldAllBe(measure => measure.Status == MeasureStatus.Confirmed);
    }

    [Fact]
    public void What_either_finds_undone_goes_back_to_its_organ_and_the_rest_is_settled()
    {
        var context = matter.Enter(inputs);
        matter.Submit(stage, context, "supervision", NotYet);

        matter.Submit(stage, context, "leadEnv", Confirming).ShouldBeOfType<StageStep.Leaving>().Outcome.ShouldBe("NotYet");

        matter.File.Measures.Select(measure => measure.Status)
            .ShouldBe([MeasureStatus.Decided, MeasureStatus.Confirmed, MeasureStatus.Confirmed]);
    }

    [Fact]
    public void Nobody_confirms_for_both_offices()
    {
        var context = matter.Enter(inputs);
        matter.Submit(stage, context, "supervision", Confirming);

        matter.Refusals(stage, context, "leadEnv", Confirming).ShouldBe(["第十一条第二款第二句 Follower.Both.Reason"]);
        matter.By("env-chen").Refusals(stage, context, "leadEnv", Confirming).ShouldBeEmpty();
    }

    [Fact]
    public void Every_measure_is_looked_at()
    {
        Refusals(Confirming).ShouldBeEmpty();
        Refusals(Confirming with { Measures = Confirming.Measures[1..] }).ShouldBe(["第十一条第二款第二句 Measures.NotAll.Reason"]);
        Refusals(Confirming with { Measures = [.. Confirming.Measures, new() { MeasureId = "M9", Result = FollowUpResult.Confirmed }] })
            .ShouldBe(["第十一条第二款第二句 Measures.NotAll.Reason"]);
    }

    [Fact]
    public void The_whole_is_confirmed_exactly_when_every_measure_is()
    {
        Refusals(NotYet).ShouldBeEmpty();
        Refusals(NotYet with { Result = FollowUpResult.Confirmed }).ShouldBe(["第十一条第二款第二句 Result.Contradicts.Reason"]);
        Refusals(Confirming with { Result = FollowUpResult.NotYet, Remarks = "未到位。" }).ShouldBe(["第十一条第二款第二句 Result.Contradicts.Reason"]);
    }

    [Fact]
    public void What_is_missing_is_said_in_words() => Refusals(NotYet with { Remarks = "" }).ShouldBe(["内部环节 NotYet.NoRemarks.Reason"]);

    private FollowUpForm Confirming => Concluding.Confirming(stage.Enter(matter.Enter(inputs))[0].Prefill);

    private FollowUpForm NotYet => Confirming with
    {
        Result = FollowUpResult.NotYet,
        Remarks = "通报尚未印发到位。",
        Measures = [Confirming.Measures[0] with { Result = FollowUpResult.NotYet }, .. Confirming.Measures[1..]],
    };

    private IReadOnlyList<string> Refusals(FollowUpForm form) => matter.Refusals(stage, matter.Enter(inputs), "supervision", form);
}
