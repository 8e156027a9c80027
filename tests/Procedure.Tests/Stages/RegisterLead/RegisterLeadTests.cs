using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.RegisterLead;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.RegisterLead;

public class RegisterLeadTests
{
    private static readonly StageInputs inputs = new(Roles.AnyOffice, Roles.LeadEnv, "D03", Roles.Oversight);
    private static readonly RegisterLeadStage stage = new();

    private readonly ACase matter = new();

    [Fact]
    public void Whoever_opened_the_case_registers_the_lead()
    {
        var seat = stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem();

        (seat.Key, seat.To, seat.Deadline, seat.EscalateTo).ShouldBe(("register", Candidate.Person("env-sun"), "D03", Roles.Oversight));
    }

    [Fact]
    public void A_definition_that_lets_another_office_advise_is_refused_aloud() =>
        Should.Throw<InvalidOperationException>(() => stage.Enter(matter.Enter(inputs with { SecondRole = Roles.Supervision })))
            .Message.ShouldContain("LEAD_ENV");

    [Fact]
    public void A_registered_lead_goes_to_the_leading_bureau_for_advice()
    {
        var context = matter.Enter(inputs);

        var step = matter.Submit(stage, context, "register", Filled.Lead).ShouldBeOfType<StageStep.Opening>();

        step.Seats.ShouldHaveSingleItem().To.ShouldBe(Candidate.OfRole(Roles.LeadEnv));
        (matter.File.Title, matter.File.Level).ShouldBe((Filled.Lead.Title, "Ⅲ"));
        matter.File.Parties.Select(party => (party.Id, party.Name)).ShouldBe([("P1", "阜康市人民政府"), ("P2", "裴立言")]);
    }

    [Fact]
    public void A_lead_that_the_bureau_agrees_with_leaves_by_the_registrants_opinion() =>
        Advised(Filled.Lead, Filled.Advice).ShouldBe("ProposeLaunch");

    [Fact]
    public void The_bureau_advises_and_cannot_keep_a_proposed_launch_from_the_government() =>
        Advised(Filled.Lead, new() { Advice = LeadAdvice.Differs, Opinion = LeadOpinion.Insufficient, Reasons = "转移人数未核实。" })
            .ShouldBe("ProposeLaunch");

    [Fact]
    public void A_launch_that_only_the_bureau_proposes_comes_before_the_government_too() =>
        Advised(Filled.Lead with { Opinion = LeadOpinion.Insufficient },
            new() { Advice = LeadAdvice.Differs, Opinion = LeadOpinion.ProposeLaunch, Reasons = "转移人数已核实。" }).ShouldBe("ProposeLaunch");

    [Fact]
    public void A_matter_outside_the_regulation_is_handed_over_and_its_receipt_is_kept()
    {
        var lead = Filled.Lead with
        {
            Opinion = LeadOpinion.OutOfScope,
            OpinionReasons = "民营企业违法排污。",
            HandOver = new() { Authority = "阜康市环保局", Receipt = "回执3号", On = new(2026, 3, 2) },
        };

        Advised(lead, Filled.Advice).ShouldBe("OutOfScope");

        var referral = matter.File.Referrals.ShouldHaveSingleItem();
        (referral.Authority, referral.Receipt, referral.Citation, referral.Reason).ShouldBe(("阜康市环保局", "回执3号", "第三条第三款", "民营企业违法排污。"));
    }

    [Fact]
    public void A_lead_about_the_leading_bureau_bypasses_it_and_the_government_and_the_supervision_organ_are_told()
    {
        var context = matter.Enter(inputs);

        var step = matter.Submit(stage, context, "register", Filled.Lead with { ConcernedUnits = [new() { OrganisationId = "env" }] });

        step.ShouldBeOfType<StageStep.Leaving>().Outcome.ShouldBe("ProposeLaunch");
        matter.File.ConcernsLeadBureau.ShouldBeTrue();
        matter.File.Notices.Select(notice => notice.Role).ShouldBe([Roles.Government, Roles.Supervision]);
        matter.File.Notices.ShouldAllBe(notice => notice.Text.ToString().Contains("昌环追〔2026〕1号"));
    }

    [Fact]
    public void A_lead_about_an_official_of_the_bureau_bypasses_it_too()
    {
        var lead = Filled.Lead with { ConcernedPersons = [new() { PersonId = "env-chen", OrganisationId = "env", PostThen = "局长" }] };

        matter.Submit(stage, matter.Enter(inputs), "register", lead);

        matter.File.ConcernsLeadBureau.ShouldBeTrue();
    }

    [Fact]
    public void The_government_may_register_a_lead_without_advice()
    {
        var step = matter.Submit(stage, matter.Enter(inputs), "register", Filled.Lead with { WithoutAdvice = true });

        step.ShouldBeOfType<StageStep.Leaving>().Outcome.ShouldBe("ProposeLaunch");
    }

    [Fact]
    public void A_lead_that_is_no_event_has_no_level()
    {
        var lead = Filled.Lead with { Event = new(), Grounds = [new() { Item = LaunchGround.Other, Facts = "理由。" }] };

        matter.Submit(stage, matter.Enter(inputs), "register", lead);

        matter.File.Level.ShouldBeNull();
    }

    private string Advised(RegisterLeadForm lead, LeadAdviceForm advice)
    {
        var context = matter.Enter(inputs);
        matter.Submit(stage, context, "register", lead);
        return matter.Submit(stage, context, "advise", advice).ShouldBeOfType<StageStep.Leaving>().Outcome;
    }
}
