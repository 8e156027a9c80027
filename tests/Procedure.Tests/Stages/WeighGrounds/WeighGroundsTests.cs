using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.WeighGrounds;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.WeighGrounds;

public class WeighGroundsTests
{
    private static readonly StageInputs inputs = new(Roles.LeadEnv, Deadline: "D07");
    private static readonly WeighGroundsStage stage = new();

    private readonly ACase matter = new ACase().WithMatrix();

    [Fact]
    public void 第五条_Both_sides_are_opened_for_every_person_of_the_matrix_and_for_no_unit()
    {
        var seat = stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem();

        (seat.To, seat.Deadline).ShouldBe((Candidate.MembersOf(TeamKind.Investigation), "D07b"));
        var template = seat.Prefill.ShouldBeOfType<WeighGroundsForm>();
        template.Aggravating.Select(row => row.PartyId).ShouldBe(["P2", "P3"]);
        template.Mitigating.Select(row => row.PartyId).ShouldBe(["P2", "P3"]);
    }

    [Fact]
    public void Nothing_is_weighed_before_there_is_a_team() =>
        Should.Throw<InvalidOperationException>(() => stage.Enter(new ACase().Launched().Enter(inputs))).Message
            .ShouldContain("ApproveTeam");

    [Fact]
    public void Weighed_grounds_are_known_to_the_case()
    {
        matter.Submit(stage, matter.Enter(inputs), "draft", Filled.Weighing).ShouldBeOfType<StageStep.Leaving>().Outcome
            .ShouldBe("Weighed");

        matter.File.Parties.Where(matter.File.IsAggravated).Select(party => party.Id).ShouldBe(["P3"]);
        matter.File.Parties.Where(matter.File.IsExempt).ShouldBeEmpty();
    }

    [Fact]
    public void A_later_round_keeps_what_was_weighed()
    {
        matter.Submit(stage, matter.Enter(inputs), "draft", Filled.Weighing);

        stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem().Prefill.ShouldBeOfType<WeighGroundsForm>().Aggravating
            .ShouldBe(Filled.Weighing.Aggravating);
    }

    [Fact]
    public void Both_sides_of_both_persons_are_allowed() => Refusals(Filled.Weighing).ShouldBeEmpty();

    [Fact]
    public void A_person_who_was_passed_over_is_named()
    {
        var form = Filled.Weighing with { Mitigating = [Filled.Weighing.Mitigating[0]], Aggravating = [Filled.Weighing.Aggravating[0]] };

        var rulings = stage.Check(matter.Enter(inputs), "draft", form).Where(ruling => !ruling.IsAllowed).ToList();

        rulings.Select(ruling => ruling.Citation).ShouldBe(["第十四条第（一）项", "第十四条第（三）项"]);
        rulings.ShouldAllBe(ruling => ruling.Reason!.ToString().Contains("颜清和"));
    }

    [Fact]
    public void An_aggravating_ground_needs_seriousness_intent_and_evidence()
    {
        var ground = Filled.Weighing.Aggravating[1];

        Aggravation[] partials = [ground with { Seriousness = null }, ground with { Intent = null }, ground with { Evidence = null }];
        foreach (var partial in partials)
            Refusals(Filled.Weighing with { Aggravating = [Filled.Weighing.Aggravating[0], partial] })
                .ShouldBe(["第十四条第（一）项第5目 Aggravation.NotWhole.Reason"]);
    }

    [Fact]
    public void 第十四条第三项_A_mitigating_ground_needs_its_effect_and_evidence()
    {
        var ground = Filled.Weighing.Mitigating[0];

        foreach (var partial in new[] { ground with { Effect = null }, ground with { Evidence = null } })
            Refusals(Filled.Weighing with { Mitigating = [partial, Filled.Weighing.Mitigating[1]] })
                .ShouldBe(["第十四条第（三）项第3目 Mitigation.NotWhole.Reason"]);
    }

    [Fact]
    public void 第十四条第三项_A_natural_disaster_mitigates_only_with_the_measures_that_could_not_avert_it()
    {
        var disaster = Filled.Weighing.Mitigating[0] with { Ground = MitigatingGround.NaturalDisaster };

        Refusals(Filled.Weighing with { Mitigating = [disaster, Filled.Weighing.Mitigating[1]] })
            .ShouldBe(["第十四条第（三）项第4目 Mitigation.NotWhole.Reason"]);
        Refusals(Filled.Weighing with { Mitigating = [disaster with { MeasuresTaken = "提前泄洪。" }, Filled.Weighing.Mitigating[1]] })
            .ShouldBeEmpty();
    }

    [Fact]
    public void Finding_no_ground_needs_a_reason() =>
        Refusals(Filled.Weighing with { Aggravating = [new() { PartyId = "P2" }, Filled.Weighing.Aggravating[1]] })
            .ShouldBe(["第十四条第（一）项 Aggravation.NotWhole.Reason"]);

    [Fact]
    public void Only_parties_are_weighed() =>
        Refusals(Filled.Weighing with { Mitigating = [.. Filled.Weighing.Mitigating, new() { PartyId = "P9", NoneBecause = "无。" }] })
            .ShouldBe(["内部环节 Row.NoParty.Reason"]);

    private IReadOnlyList<string> Refusals(WeighGroundsForm form) => matter.Refusals(stage, matter.Enter(inputs), "draft", form);
}
