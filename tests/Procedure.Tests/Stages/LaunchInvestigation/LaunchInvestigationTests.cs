using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;
using WorkflowAccountability.Procedure.Stages.RegisterLead;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.LaunchInvestigation;

public class LaunchInvestigationTests
{
    private static readonly StageInputs inputs = new(Roles.Government, Deadline: "D04");
    private static readonly LaunchInvestigationStage stage = new();
    private static readonly LaunchInvestigationForm notLaunched = new()
    {
        Decision = LaunchDecision.NotLaunched, DecidedOn = new(2026, 3, 2),
        Missing = [new() { Item = LaunchGround.PollutionEvent, Limb = "转移人数经核实为四千人，未达到较大标准。" }],
    };

    private static readonly LaunchInvestigationForm leftToTheRegion =
        new() { Decision = LaunchDecision.SuperiorInvestigates, DecidedOn = new(2026, 3, 2), SuperiorOrgan = "自治区人民政府" };

    private readonly ACase matter = new ACase().Registered();

    [Fact]
    public void The_government_decides_on_the_leads_grounds_and_the_computed_level()
    {
        var seat = stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem();

        (seat.To, seat.Deadline).ShouldBe((Candidate.OfRole(Roles.Government), "D04"));
        var prefill = seat.Prefill.ShouldBeOfType<LaunchInvestigationForm>();
        prefill.Grounds.ShouldBe(Filled.Lead.Grounds);
        (prefill.OfficialLevel, prefill.EmergencyEndedOn).ShouldBe(("Ⅲ", new DateOnly(2026, 2, 28)));
    }

    [Theory]
    [InlineData(Roles.LeadEnv)]
    [InlineData(Roles.PartyCommittee)]
    public void 第七条第一句_A_definition_that_lets_anybody_else_launch_is_refused_aloud(string role) =>
        Should.Throw<InvalidOperationException>(() => stage.Enter(matter.Enter(new(role)))).Message.ShouldContain("第七条第一句");

    [Fact]
    public void 第六条第七项_The_catch_all_needs_its_reasons_in_the_lead_and_at_the_launch_and_the_government_alone_decides_on_it()
    {
        var other = new ClaimedGround { Item = LaunchGround.Other };
        var lead = new RegisterLeadStage();
        matter.Refusals(lead, matter.Enter(new(Roles.AnyOffice, Roles.LeadEnv)), "register", Filled.Lead with { Grounds = [other] })
            .ShouldBe(["第六条第（七）项 Ground.Other.Reason"]);
        matter.Refusals(stage, matter.Enter(inputs), "form", Filled.Launch with { Grounds = [other], OfficialLevel = null, LevelReason = null })
            .ShouldBe(["第六条第（七）项 Ground.NoFacts.Reason"]);
        matter.Refusals(stage, matter.Enter(inputs), "form", Filled.Launch with { Grounds = [other with { Facts = "长期未整改，影响面广。" }], OfficialLevel = null, LevelReason = null })
            .ShouldBeEmpty();

        stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem().To.ShouldBe(Candidate.OfRole(Roles.Government));
        Should.Throw<InvalidOperationException>(() => stage.Enter(matter.Enter(new(Roles.LeadEnv))));
    }

    [Fact]
    public void A_launch_is_told_to_the_leading_bureau_and_the_supervision_organ()
    {
        Submit(Filled.Launch).ShouldBe("Launched");

        matter.File.Notices.Select(notice => notice.Role).ShouldBe([Roles.LeadEnv, Roles.Supervision]);
    }

    [Fact]
    public void A_launch_about_the_leading_bureau_is_not_told_to_it()
    {
        matter.File.ConcernsLeadBureau = true;

        Submit(Filled.Launch);

        matter.File.Notices.Select(notice => notice.Role).ShouldBe([Roles.Supervision]);
    }

    [Fact]
    public void A_lead_that_is_not_launched_is_told_to_the_supervision_organ_and_the_Party_committee()
    {
        Submit(notLaunched).ShouldBe("NotLaunched");

        matter.File.Notices.Select(notice => notice.Role).ShouldBe([Roles.Supervision, Roles.PartyCommittee]);
    }

    [Fact]
    public void A_lead_may_be_left_to_a_superior_organ() =>
        Submit(leftToTheRegion with { SuperiorDocument = "新政函1号" })
            .ShouldBe("SuperiorInvestigates");

    [Fact]
    public void A_whole_launch_is_allowed() => Refusals(Filled.Launch).ShouldBeEmpty();

    [Fact]
    public void A_launch_needs_a_ground_and_a_document() =>
        Refusals(Filled.Launch with { Grounds = [], DocumentNumber = " " })
            .ShouldBe(["第六条 Grounds.None.Reason", "第七条第一句 Document.Missing.Reason"]);

    [Fact]
    public void A_ground_that_the_lead_did_not_claim_needs_its_facts_in_words()
    {
        Refusals(Filled.Launch with { Grounds = [new() { Item = LaunchGround.Dereliction }] })
            .ShouldBe(["第六条第（三）项 Ground.NoFacts.Reason"]);
        Refusals(Filled.Launch with { Grounds = [new() { Item = LaunchGround.Dereliction, Facts = "群众聚集三日。" }] }).ShouldBeEmpty();
    }

    [Fact]
    public void A_ground_whose_facts_are_in_the_lead_needs_no_words() =>
        Refusals(Filled.Launch with { Grounds = [new() { Item = LaunchGround.PollutionEvent }] }).ShouldBeEmpty();

    [Theory]
    [InlineData(null)]
    [InlineData("Ⅳ")]
    public void An_event_below_level_three_cannot_be_launched_under_the_second_item(string? level) =>
        Refusals(Filled.Launch with { OfficialLevel = level })
            .ShouldBe(["第六条第（二）项、第十六条第一款 Level.TooLow.Reason"]);

    [Fact]
    public void A_determined_level_needs_its_basis() =>
        Refusals(Filled.Launch with { LevelReason = null }).ShouldBe(["第十六条第一款 Level.NoBasis.Reason"]);

    [Fact]
    public void 第七条第一句_Not_launching_without_the_missing_limb_is_refused() =>
        Refusals(notLaunched with { Missing = [] }).ShouldBe(
            ["第七条第一句、第六条 Missing.None.Reason", "第七条第一句、第六条第（二）项 Missing.Unanswered.Reason"]);

    [Fact]
    public void Not_launching_answers_every_claimed_ground() =>
        Refusals(notLaunched with { Missing = [new() { Item = LaunchGround.Other, Limb = "无。" }] })
            .ShouldBe(["第七条第一句、第六条第（二）项 Missing.Unanswered.Reason"]);

    [Fact]
    public void A_superior_without_a_document_is_refused() =>
        Refusals(leftToTheRegion)
            .ShouldBe(["第七条第二句 Superior.Missing.Reason"]);

    [Fact]
    public void A_decision_cannot_be_dated_ahead() =>
        Refusals(Filled.Launch with { DecidedOn = new(2026, 3, 3) }).ShouldBe(["内部环节 DecidedOn.Ahead.Reason"]);

    [Fact]
    public void The_grounds_of_an_adviser_who_differed_are_the_ones_to_decide_on()
    {
        var other = new ACase();
        var lead = Filled.Lead with { Opinion = LeadOpinion.Insufficient, Grounds = [] };
        var advice = new LeadAdviceForm
        {
            Advice = LeadAdvice.Differs, Opinion = LeadOpinion.ProposeLaunch, Reasons = "应当启动。",
            Grounds = [new() { Item = LaunchGround.Other, Facts = "理由。" }],
        };

        other.Play(new RegisterLeadStage(), new(Roles.AnyOffice, Roles.LeadEnv), ("register", lead), ("advise", advice));

        other.File.ClaimedGrounds().ShouldBe(advice.Grounds);
    }

    private string Submit(LaunchInvestigationForm form) =>
        matter.Submit(stage, matter.Enter(inputs), "form", form).ShouldBeOfType<StageStep.Leaving>().Outcome;

    private IReadOnlyList<string> Refusals(LaunchInvestigationForm form) => matter.Refusals(stage, matter.Enter(inputs), "form", form);
}
