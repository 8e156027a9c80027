using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.ImplementDecision;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.ImplementDecision;

public sealed class ImplementDecisionTests
{
    private static readonly StageInputs inputs = new(Roles.AnyOffice, Deadline: "D18");
    private static readonly ImplementDecisionStage stage = new();
    private readonly ACase matter = new ACase().WithReport().Consulted().Approved().By("gov-zhang");

    [Fact]
    public void 第十一条第二款第一句_Every_measure_goes_to_the_organ_that_owns_it()
    {
        var seats = stage.Enter(matter.Enter(inputs));

        seats.Select(seat => (seat.Key, seat.To.Role, seat.About, seat.Form.Name, seat.Deadline)).ShouldBe(
        [
            ("M1", Roles.Government, "通报：阜康市人民政府", nameof(ImplementMeasureForm), "D18"),
            ("M2", Roles.Government, "约谈：裴立言", nameof(ImplementTalkForm), "D18"),
            ("M3", Roles.OrgDept, "免职：颜清和", nameof(ImplementMeasureForm), "D18"),
        ]);
    }

    [Theory]
    [InlineData("AdmonitionTalk", typeof(ImplementTalkForm))]
    [InlineData("OrderedRectification", typeof(ImplementRectificationForm))]
    [InlineData("FundsRecovery", typeof(ImplementFundsForm))]
    [InlineData("FundsDeduction", typeof(ImplementFundsForm))]
    [InlineData("FundsSuspension", typeof(ImplementFundsForm))]
    [InlineData("ProjectApprovalRestriction", typeof(ImplementApprovalRestrictionForm))]
    [InlineData("Demotion", typeof(ImplementMeasureForm))]
    public void Each_kind_of_measure_has_its_own_report(string code, Type form) => stage.Enter(Deciding(code))[^1].Form.ShouldBe(form);

    [Fact]
    public void The_stage_is_left_when_the_last_measure_is_carried_out()
    {
        var context = matter.Enter(inputs);

        matter.Submit(stage, context, "M3", Concluding.Executed).ShouldBe(StageStep.Wait);
        matter.Submit(stage, context, "M1", Concluding.Executed).ShouldBe(StageStep.Wait);
        matter.Submit(stage, context, "M2", Concluding.Talk).ShouldBeOfType<StageStep.Leaving>().Outcome.ShouldBe("Done");

        matter.File.Measures.ShouldAllBe(measure => measure.Status == MeasureStatus.Executed);
    }

    [Fact]
    public void What_a_follower_found_undone_opens_again_with_the_last_report()
    {
        matter.Executed();
        matter.File.Measures[0].Status = MeasureStatus.Decided;

        var seat = stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem();

        seat.Key.ShouldBe("M1");
        seat.Prefill.ShouldBeEquivalentTo(Concluding.Executed);
    }

    [Fact]
    public void 第十一条第二款第一句_A_measure_is_carried_out_after_the_decision_and_before_it_is_reported_with_evidence()
    {
        Refusals("M1", Concluding.Executed).ShouldBeEmpty();
        Refusals("M1", Concluding.Executed with { DoneOn = new(2026, 3, 1) }).ShouldBe(["第十一条第二款第一句 Date.Wrong.Reason"]);
        Refusals("M1", Concluding.Executed with { DoneOn = new(2026, 3, 3) }).ShouldBe(["第十一条第二款第一句 Date.Wrong.Reason"]);
        Refusals("M1", Concluding.Executed with { Evidence = " " }).ShouldBe(["第十一条第二款第一句 Evidence.Missing.Reason"]);
    }

    [Fact]
    public void A_talk_leaves_a_record() =>
        Refusals("M2", Concluding.Talk with { Record = "" }).ShouldBe(["第十三条第一款第（一）项 Talk.NoRecord.Reason"]);

    [Fact]
    public void 第十三条第一款第一项_Rectification_has_a_plan_and_was_accepted()
    {
        var form = Report(new ImplementRectificationForm
        {
            Plan = "整改方案。", Acceptance = "通过。", AcceptedBy = "州环保局", AcceptedOn = new(2026, 3, 2),
        });
        string[] open = ["第十三条第一款第（一）项 Rectification.Open.Reason"];

        Refusals("M1", form).ShouldBeEmpty();
        Refusals("M1", form with { Plan = "" }).ShouldBe(open);
        Refusals("M1", form with { Acceptance = "" }).ShouldBe(open);
        Refusals("M1", form with { AcceptedOn = new(2026, 3, 3) }).ShouldBe(open);
    }

    [Fact]
    public void Funds_are_moved_in_the_decided_mode_and_by_an_amount_above_zero()
    {
        Deciding("FundsDeduction");
        var form = Report(new ImplementFundsForm
        {
            Fund = "生态补偿", BudgetYear = 2026, AmountInYuan = 0.01m, Mode = FundsMode.Deducted, Voucher = "财记1号",
        });

        Refusals("M9", form).ShouldBeEmpty();
        Refusals("M9", form with { AmountInYuan = 0 }).ShouldBe(["第十三条第一款第（二）项 Funds.Wrong.Reason"]);
        Refusals("M9", form with { Mode = FundsMode.Suspended }).ShouldBe(["第十三条第一款第（二）项 Funds.Wrong.Reason"]);
    }

    [Fact]
    public void A_restriction_of_approvals_has_an_end_or_a_condition_for_lifting_it()
    {
        var form = Report(new ImplementApprovalRestrictionForm
        {
            AreaOrIndustry = "阜康市化工行业", Start = new(2026, 3, 2), End = new(2026, 9, 2),
        });
        string[] endless = ["第十三条第一款第（三）项 Restriction.NoEnd.Reason"];

        Refusals("M1", form).ShouldBeEmpty();
        Refusals("M1", form with { End = null, LiftingCondition = "整改验收合格。" }).ShouldBeEmpty();
        Refusals("M1", form with { End = null }).ShouldBe(endless);
        Refusals("M1", form with { End = form.Start }).ShouldBe(endless);
    }

    private static T Report<T>(T form) where T : MeasureReport =>
        (T)(form with { WhatWasDone = "已落实。", DoneOn = new(2026, 3, 2), DocumentNumber = "1号", Evidence = "附件。" });

    private StageContext Deciding(string code)
    {
        matter.File.Measures.Add(new()
        {
            Id = "M9", CaseId = matter.File.Id, ProposalId = "H9", PartyId = "P1", Code = code, Citation = "第十三条", Text = "。",
            OwnerRole = Roles.Finance,
            DecidedAt = matter.Now,
        });
        return matter.Enter(inputs);
    }

    private IReadOnlyList<string> Refusals(string seat, MeasureReport form) => matter.Refusals(stage, matter.Enter(inputs), seat, form);
}
