using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.ProposeHandling;
using WorkflowAccountability.Procedure.Stages.WeighGrounds;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.ProposeHandling;

public class ProposeHandlingTests
{
    private static readonly StageInputs inputs = new(Roles.LeadEnv, Deadline: "D07");
    private static readonly ProposeHandlingStage stage = new();

    private readonly ACase matter = new ACase().WithWeighing();

    [Fact]
    public void Whoever_has_an_aggravating_ground_against_him_is_asked_about_from_the_start() =>
        stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem().Prefill.ShouldBeOfType<ProposeHandlingForm>()
            .Strictness.Select(row => row.PartyId).ShouldBe(["P3"]);

    [Fact]
    public void Proposals_get_numbers_and_keep_them_in_later_rounds()
    {
        matter.Submit(stage, matter.Enter(inputs), "draft", Filled.Handling);
        var draft = stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem().Prefill.ShouldBeOfType<ProposeHandlingForm>();

        var second = draft with { Proposals = [draft.Proposals[2], draft.Proposals[0], Filled.Handling.Proposals[1]] };
        Refusals(second).ShouldBeEmpty();
        matter.Submit(stage, matter.Enter(inputs), "draft", second);

        draft.Proposals.Select(proposal => proposal.Id).ShouldBe(["H1", "H2", "H3"]);
        matter.File.HandlingProposals().Select(proposal => (proposal.Id, proposal.PartyId))
            .ShouldBe([("H3", "P3"), ("H1", "P1"), ("H4", "P2")]);
    }

    [Fact]
    public void Numbers_of_ones_own_making_are_refused()
    {
        Refusals(With(Filled.Handling.Proposals[1] with { Id = "H9" })).ShouldBe(["内部环节 Proposal.Number.Reason"]);
    }

    [Fact]
    public void A_number_stands_for_one_proposal_only()
    {
        matter.Submit(stage, matter.Enter(inputs), "draft", Filled.Handling);
        var numbered = matter.File.HandlingProposals();

        Refusals(Filled.Handling with { Proposals = [.. numbered, numbered[0] with { Text = "再次通报。" }] })
            .ShouldBe(["内部环节 Proposal.Number.Reason", "内部环节 Proposal.Number.Reason"]);
    }

    [Fact]
    public void A_proposal_for_everybody_is_allowed() => Refusals(Filled.Handling).ShouldBeEmpty();

    [Fact]
    public void 第九条第四项_A_unit_without_a_proposal_needs_a_reason()
    {
        var form = Filled.Handling with { Proposals = Filled.Handling.Proposals[1..] };

        Refusals(form).ShouldBe(["第九条第（四）项、第十四条第（三）项 Party.NoProposal.Reason"]);
        Refusals(form with { NoProposals = [new() { PartyId = "P1", Reason = "已按上级决定处理。" }] }).ShouldBeEmpty();
    }

    [Fact]
    public void 第九条第四项_A_person_without_a_proposal_must_besides_be_exempt()
    {
        var form = Filled.Handling with
        {
            Proposals = [Filled.Handling.Proposals[0], Filled.Handling.Proposals[2]],
            NoProposals = [new() { PartyId = "P2", Reason = "处置及时。" }],
        };
        Refusals(form).ShouldBe(["第九条第（四）项、第十四条第（三）项 Party.NoProposal.Reason"]);

        var exempt = Filled.Weighing.Mitigating[0] with { Effect = MitigationEffect.Exempt };
        matter.Play(new WeighGroundsStage(), inputs,
            ("draft", Filled.Weighing with { Mitigating = [exempt, Filled.Weighing.Mitigating[1]] }));

        Refusals(form).ShouldBeEmpty();
    }

    [Fact]
    public void 第十四条第一项_An_aggravating_ground_is_answered_by_a_stricter_proposal_or_a_reason()
    {
        Refusals(Filled.Handling with { Strictness = [] }).ShouldBe(["第十四条第（一）项 Party.NotStricter.Reason"]);
        Refusals(Filled.Handling with
        {
            Strictness = [new() { PartyId = "P3", Answer = StrictnessAnswer.NotStricter, Explanation = "已另案处理。" }],
        }).ShouldBeEmpty();
    }

    [Fact]
    public void 第十三条第一款第一项_A_measure_for_persons_does_not_fall_on_a_unit() =>
        Refusals(With(new() { PartyId = "P1", Measure = "Removal", Text = "免职。", Basis = "第十三条" }))
            .ShouldBe(["第十三条第一款第（一）项 Proposal.Measure.Reason"]);

    [Fact]
    public void A_measure_for_units_does_not_fall_on_a_person() =>
        Refusals(With(new() { PartyId = "P2", Measure = "FundsDeduction", Text = "扣减。", Basis = "第十三条" }))
            .ShouldBe(["第十三条第一款第（二）项 Proposal.Measure.Reason"]);

    [Fact]
    public void A_measure_that_the_article_does_not_have_is_refused() =>
        Refusals(With(new() { PartyId = "P2", Measure = "Fine", Text = "罚款。", Basis = "无" })).ShouldBe(["第十三条 Proposal.Measure.Reason"]);

    [Fact]
    public void A_proposal_about_nobody_is_refused() =>
        Refusals(With(new() { PartyId = "P9", Measure = "CircularNotice", Text = "通报。", Basis = "第十三条" }))
            .ShouldBe(["第九条第（四）项 Proposal.NoParty.Reason"]);

    [Fact]
    public void Organisational_handling_awaits_consultation_and_other_measures_do_not()
    {
        matter.Submit(stage, matter.Enter(inputs), "draft", Filled.Handling);
        matter.File.ConsultationNeeded(new(2026, 3, 2)).ShouldBeTrue();

        var mild = Filled.Handling.Proposals[2] with { Measure = "AdmonitionTalk", Text = "诫勉谈话。" };
        matter.Submit(stage, matter.Enter(inputs), "draft", Filled.Handling with { Proposals = [.. Filled.Handling.Proposals[..2], mild] });

        matter.File.ConsultationNeeded(new(2026, 3, 2)).ShouldBeFalse();
    }

    [Fact]
    public void The_leader_signs_the_proposals_off()
    {
        var context = matter.Enter(inputs);
        matter.Submit(stage, context, "draft", Filled.Handling);

        matter.Submit(stage, context, "signOff", Filled.SignOff).ShouldBeOfType<StageStep.Leaving>().Outcome.ShouldBe("SignedOff");
    }

    private static ProposeHandlingForm With(Proposal proposal) =>
        Filled.Handling with { Proposals = [.. Filled.Handling.Proposals, proposal] };

    private IReadOnlyList<string> Refusals(ProposeHandlingForm form) => matter.Refusals(stage, matter.Enter(inputs), "draft", form);
}
