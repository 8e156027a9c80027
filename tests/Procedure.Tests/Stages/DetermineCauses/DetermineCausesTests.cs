using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.DetermineCauses;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.DetermineCauses;

public class DetermineCausesTests
{
    private static readonly StageInputs inputs = new(Roles.LeadEnv, Deadline: "D07");
    private static readonly DetermineCausesStage stage = new();

    private readonly ACase matter = new ACase().WithFacts();

    [Fact]
    public void The_leader_signs_the_causes_off()
    {
        var context = matter.Enter(inputs);
        matter.Submit(stage, context, "draft", Filled.Causes);

        matter.Submit(stage, context, "signOff", Filled.SignOff).ShouldBeOfType<StageStep.Leaving>().Outcome.ShouldBe("SignedOff");
    }

    [Fact]
    public void Proven_causes_of_both_kinds_are_allowed() => Refusals(Filled.Causes).ShouldBeEmpty();

    [Fact]
    public void A_direct_cause_is_needed() =>
        Refusals(Filled.Causes with { Causes = [Filled.Causes.Causes[1]] }).ShouldBe(["第九条第（二）项 Causes.NoDirect.Reason"]);

    [Fact]
    public void Indirect_causes_are_needed_or_a_reason_for_none()
    {
        var onlyDirect = Filled.Causes with { Causes = [Filled.Causes.Causes[0]] };

        Refusals(onlyDirect).ShouldBe(["第九条第（二）项 Causes.NoIndirect.Reason"]);
        Refusals(onlyDirect with { NoIndirectBecause = "经查无管理原因。" }).ShouldBeEmpty();
    }

    [Fact]
    public void A_cause_without_evidence_is_refused() =>
        Refusals(With(Filled.Causes.Causes[1] with { Evidence = "" })).ShouldBe(["第九条第（二）项 Cause.NoEvidence.Reason"]);

    [Fact]
    public void 第九条第二项_A_cause_without_a_link_to_a_duty_is_refused() =>
        Refusals(With(Filled.Causes.Causes[1] with { Duty = null })).ShouldBe(["第九条第（二）项、第九条第（三）项 Cause.NoDuty.Reason"]);

    [Fact]
    public void A_cause_cannot_both_touch_a_duty_and_touch_none() =>
        Refusals(With(Filled.Causes.Causes[1] with { NoDutyBecause = "无。" })).ShouldBe(["第九条第（二）项、第九条第（三）项 Cause.NoDuty.Reason"]);

    [Fact]
    public void 第九条第二项_A_cause_keeps_its_number_in_whatever_order_the_causes_are_put()
    {
        matter.Submit(stage, matter.Enter(inputs), "draft", Filled.Causes);
        Numbers().ShouldBe(["1 管线腐蚀破裂。", "2 巡查流于形式。"], "rows without a number count by their places, as they always did");
        var again = stage.Enter(matter.Enter(inputs))[0].Prefill.ShouldBeOfType<DetermineCausesForm>();
        again.Causes.ConvertAll(cause => cause.Number).ShouldBe(["1", "2"]);

        matter.Submit(stage, matter.Enter(inputs), "draft", again with { Causes = [again.Causes[1], again.Causes[0], Third] });
        Numbers().ShouldBe(["2 巡查流于形式。", "1 管线腐蚀破裂。", "3 值守缺位。"]);

        matter.Submit(stage, matter.Enter(inputs), "draft", again with { Causes = [again.Causes[0]] });
        matter.Submit(stage, matter.Enter(inputs), "draft", again with { Causes = [again.Causes[0], Third] });
        Numbers().ShouldBe(["1 管线腐蚀破裂。", "4 值守缺位。"], "a number that a cause once had is given to no other");
    }

    [Fact]
    public void A_row_of_which_only_the_number_is_left_is_no_cause()
    {
        var binding = FormBinder.Bind(typeof(DetermineCausesForm), [new("Causes[0].Number", "1"), new("Causes[0].What", ""), new("Causes[0].Kind", "")]);

        binding.Form.ShouldBeOfType<DetermineCausesForm>().Causes.ShouldBeEmpty();
    }

    private static Cause Third => Filled.Causes.Causes[1] with { What = "值守缺位。" };

    private IEnumerable<string> Numbers() => matter.File.NumberedCauses().Select(cause => $"{cause.Number} {cause.Cause.What}");

    private static DetermineCausesForm With(Cause second) => Filled.Causes with { Causes = [Filled.Causes.Causes[0], second] };

    private IReadOnlyList<string> Refusals(DetermineCausesForm form) => matter.Refusals(stage, matter.Enter(inputs), "draft", form);
}
