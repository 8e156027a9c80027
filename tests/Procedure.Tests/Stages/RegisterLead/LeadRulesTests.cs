using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.RegisterLead;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.RegisterLead;

public class LeadRulesTests
{
    private static readonly RegisterLeadStage stage = new();

    private readonly ACase matter = new();

    [Fact]
    public void A_whole_lead_is_allowed() => Refusals(Filled.Lead).ShouldBeEmpty();

    [Fact]
    public void A_launch_without_a_ground_is_refused() =>
        Refusals(Filled.Lead with { Grounds = [] }).ShouldBe(["第六条 Grounds.None.Reason"]);

    [Fact]
    public void A_lead_without_grounds_may_say_that_there_are_none_so_far() =>
        Refusals(Filled.Lead with { Grounds = [], Opinion = LeadOpinion.Insufficient }).ShouldBeEmpty();

    [Fact]
    public void 第六条第一项_A_quality_below_the_standard_alone_is_no_ground() =>
        Refusals(Claiming(LaunchGround.RegionalQuality) with { Quality = new() { BelowZone = true } })
            .ShouldBe(["第六条第（一）项 Ground.Quality.Second.Reason"]);

    [Fact]
    public void 第六条第一项_A_marked_deterioration_alone_is_no_ground_either() =>
        Refusals(Claiming(LaunchGround.RegionalQuality) with { Quality = new() { MarkedDeterioration = true } })
            .ShouldBe(["第六条第（一）项 Ground.Quality.First.Reason"]);

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void 第六条第一项_A_quality_below_the_standard_with_either_other_limb_is_a_ground(bool prominent, bool worse) =>
        Refusals(Claiming(LaunchGround.RegionalQuality) with
        {
            Quality = new() { BelowZone = true, ProminentProblems = prominent, MarkedDeterioration = worse },
        }).ShouldBeEmpty();

    [Fact]
    public void 第六条第二项_An_event_below_level_three_is_no_ground() =>
        Refusals(Filled.Lead with { Event = new() { Evacuated = 4999, DirectLoss = 499.99m } })
            .ShouldBe(["第六条第（二）项、第十六条第一款 Ground.Event.Reason"]);

    [Fact]
    public void 第六条第二项_One_death_caused_by_the_pollution_is_a_ground() =>
        Refusals(Filled.Lead with { Event = new() { Deaths = 1, DeathsTotal = 9 } }).ShouldBeEmpty();

    [Fact]
    public void 第六条第二项_Deaths_that_the_pollution_did_not_cause_are_no_ground() =>
        Refusals(Filled.Lead with { Event = new() { Deaths = 0, DeathsTotal = 9 } })
            .ShouldBe(["第六条第（二）项、第十六条第一款 Ground.Event.Reason"]);

    [Fact]
    public void More_deaths_by_pollution_than_in_all_are_refused() =>
        Refusals(Filled.Lead with { Event = new() { Deaths = 2, DeathsTotal = 1 } }).ShouldBe(["第十六条第一款 Event.Deaths.Reason"]);

    [Fact]
    public void Facts_that_the_scale_does_not_know_are_refused() =>
        Refusals(Filled.Lead with { Event = new() { Evacuated = 6000, Ecology = "Ⅳ" } })
            .ShouldBe(["第十六条第一款 Event.Unreadable.Reason", "第六条第（二）项、第十六条第一款 Ground.Event.Reason"]);

    [Fact]
    public void 第六条第三项_Dereliction_without_its_influence_on_society_is_no_ground() =>
        Refusals(Claiming(LaunchGround.Dereliction) with
        {
            Dereliction = new() { SeriousDereliction = true, Worsened = true, MassIncident = true },
        }).ShouldBe(["第六条第（三）项 Ground.Dereliction.Reason"]);

    [Fact]
    public void 第六条第三项_A_mishandled_sensitive_problem_is_a_ground_when_it_worsened_into_a_mass_incident() =>
        Refusals(Claiming(LaunchGround.Dereliction) with
        {
            Dereliction = new() { SensitiveProblemMishandled = true, Worsened = true, MassIncident = true },
        }).ShouldBeEmpty();

    [Theory]
    [InlineData(LaunchGround.SuperiorMeasure, "Ground.SuperiorMeasure.Reason")]
    [InlineData(LaunchGround.HeldToAccount, "Ground.HeldToAccount.Reason")]
    [InlineData(LaunchGround.Deployment, "Ground.Deployment.Reason")]
    [InlineData(LaunchGround.Other, "Ground.Other.Reason")]
    public void A_ground_without_its_document_or_reasons_is_refused(string item, string reason) =>
        Refusals(Claiming(item)).ShouldBe([$"{item} {reason}"]);

    [Fact]
    public void 第六条第四项_A_superiors_measure_without_its_document_is_no_ground() => Refusals(Claiming(LaunchGround.SuperiorMeasure) with
    {
        SuperiorMeasure = new() { Violation = "偷排。", Organ = "自治区环保厅", Measure = "区域限批" },
    }).ShouldBe(["第六条第（四）项 Ground.SuperiorMeasure.Reason"]);

    [Fact]
    public void 第六条第五项_A_prefecture_held_to_account_without_the_decision_is_no_ground() => Refusals(Claiming(LaunchGround.HeldToAccount) with
    {
        HeldToAccount = new() { DutyNotPerformed = "未完成整改。" },
    }).ShouldBe(["第六条第（五）项 Ground.HeldToAccount.Reason"]);

    [Fact]
    public void Grounds_with_their_documents_are_allowed() =>
        Refusals(Filled.Lead with
        {
            Grounds =
            [
                new() { Item = LaunchGround.SuperiorMeasure }, new() { Item = LaunchGround.HeldToAccount },
                new() { Item = LaunchGround.Deployment }, new() { Item = LaunchGround.Other, Facts = "理由。" },
            ],
            SuperiorMeasure = new() { Violation = "偷排。", Organ = "自治区环保厅", Measure = "区域限批", Document = "新环发1号" },
            HeldToAccount = new() { Decision = "新党发2号", DutyNotPerformed = "未整改。" },
            Deployment = new() { Document = "昌州党发3号", NotCarriedOut = "未关停。", Serious = true },
        }).ShouldBeEmpty();

    [Fact]
    public void 第六条第六项_A_deployment_not_carried_out_is_no_ground_unless_it_is_serious() =>
        Refusals(Claiming(LaunchGround.Deployment) with { Deployment = new() { Document = "昌州党发3号", NotCarriedOut = "未关停。" } })
            .ShouldBe(["第六条第（六）项 Ground.Deployment.Reason"]);

    [Fact]
    public void An_item_that_the_article_does_not_have_is_refused() =>
        Refusals(Claiming("第六条第（八）项")).ShouldBe(["第六条 Ground.Unknown.Reason"]);

    [Fact]
    public void 第十四条第二项第三句_Acts_wholly_before_the_issue_need_another_basis()
    {
        var lead = Filled.Lead with { ActsFrom = new(2015, 1, 1), ActsTo = new(2016, 8, 25) };

        Refusals(lead).ShouldBe(["第十四条第（二）项第三句 Acts.BeforeIssue.Reason"]);
        Refusals(lead with { OtherBasis = "《行政机关公务员处分条例》第二十条" }).ShouldBeEmpty();
        Refusals(lead with { ActsTo = new(2016, 8, 26) }).ShouldBeEmpty();
    }

    [Fact]
    public void 第三条第三款_An_out_of_scope_matter_needs_a_receiver_and_a_receipt() =>
        Refusals(Filled.Lead with { Opinion = LeadOpinion.OutOfScope, HandOver = new() { Authority = "阜康市环保局" } })
            .ShouldBe(["第三条第三款 HandOver.Missing.Reason"]);

    [Fact]
    public void Only_the_government_goes_without_the_bureaus_advice()
    {
        matter.Actor = matter.Actor with { PersonId = "env-sun", Grants = new HashSet<(string, string)> { (Roles.LeadEnv, "env") } };

        Refusals(Filled.Lead with { WithoutAdvice = true }).ShouldBe(["内部环节 Advice.Skipped.Reason"]);
        Refusals(Filled.Lead with { WithoutAdvice = true, ConcernsLeadBureau = true }).ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_registers_a_lead_about_himself() =>
        Refusals(Filled.Lead with { ConcernedPersons = [new() { PersonId = matter.Actor.PersonId }] })
            .ShouldBe(["参照《突发环境事件调查处理办法》第六条 Registrant.Concerned.Reason"]);

    [Fact]
    public void Unknown_units_and_persons_without_a_name_are_refused() =>
        Refusals(Filled.Lead with { ConcernedUnits = [new() { OrganisationId = "nowhere" }], ConcernedPersons = [new()] })
            .ShouldBe(["第三条 Unit.Unknown.Reason", "第三条 Person.Unnamed.Reason"]);

    [Fact]
    public void Dates_after_today_are_refused() =>
        Refusals(Filled.Lead with { ReceivedOn = new(2026, 3, 3) }).ShouldBe(["内部环节 Dates.Order.Reason"]);

    [Fact]
    public void Advice_that_differs_says_what_else()
    {
        var context = Registered(Filled.Lead);

        matter.Refusals(stage, context, "advise", new LeadAdviceForm
        {
            Advice = LeadAdvice.Differs, Opinion = LeadOpinion.ProposeLaunch,
            Grounds = [new() { Item = LaunchGround.Other, Facts = "理由。" }]
        }).ShouldBe(["内部环节 Advice.Same.Reason"]);
    }

    [Fact]
    public void Advice_that_proposes_a_launch_after_all_names_the_ground_with_its_facts()
    {
        var context = Registered(Filled.Lead with { Opinion = LeadOpinion.Insufficient, Grounds = [] });
        var advice = new LeadAdviceForm { Advice = LeadAdvice.Differs, Opinion = LeadOpinion.ProposeLaunch };

        matter.Refusals(stage, context, "advise", advice).ShouldBe(["第六条 Grounds.None.Reason"]);
        matter.Refusals(stage, context, "advise", advice with { Grounds = [new() { Item = LaunchGround.Other }] })
            .ShouldBe(["第六条 Advice.NoFacts.Reason"]);
        matter.Refusals(stage, context, "advise", advice with { Grounds = [new() { Item = LaunchGround.Other, Facts = "理由。" }] })
            .ShouldBeEmpty();
    }

    private static RegisterLeadForm Claiming(string item) => Filled.Lead with { Grounds = [new() { Item = item }] };

    private IReadOnlyList<string> Refusals(RegisterLeadForm lead) =>
        matter.Refusals(stage, matter.Enter(new(Roles.AnyOffice, Roles.LeadEnv)), "register", lead);

    private StageContext Registered(RegisterLeadForm lead)
    {
        var context = matter.Enter(new(Roles.AnyOffice, Roles.LeadEnv));
        matter.Submit(stage, context, "register", lead);
        return context;
    }
}
