using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Cases.Level;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.EstablishFacts;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;
using WorkflowAccountability.Procedure.Stages.RegisterLead;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Cases.Level;

/// <summary>第十六条第一款: what the page of the level tells.</summary>
public sealed class LevelOfCaseTests
{
    private static readonly StageInputs inputs = new(Procedure.Organisations.Roles.LeadEnv, Deadline: "D07");

    [Theory]
    [InlineData(0, "Ⅳ", "—")]
    [InlineData(1, "Ⅲ", "Ⅳ")]
    [InlineData(2, "Ⅲ", "Ⅳ")]
    [InlineData(3, "Ⅱ", "Ⅲ")]
    [InlineData(9, "Ⅱ", "Ⅲ")]
    [InlineData(10, "Ⅰ", "Ⅱ")]
    [InlineData(30, "Ⅰ", "Ⅰ")]
    public void 第十六条第一款_Order_17_decides_and_the_plan_of_2014_stands_beside_it_and_no_death_is_not_fewer_than_three(int deaths, string decides, string beside)
    {
        var matter = Registered(new StatedEvent { Deaths = deaths });

        var level = LevelOfCase.Of(matter.File, []);

        level.Computed!.Level?.Symbol().ShouldBe(decides);
        level.Computed.Matches.Any(match => match.CriterionId == "deaths").ShouldBe(deaths > 0);
        (level.Beside.ShouldHaveSingleItem().Answer.Level?.Symbol() ?? "—").ShouldBe(beside);
        level.InForce.ShouldBe(level.Computed.Level);
    }

    [Fact]
    public void 第十六条第一款_Each_computation_and_the_determination_stay_in_the_history_with_their_reasons()
    {
        var matter = new ACase().Registered();
        matter.Now = matter.Now.AddDays(1);
        matter.Play(new LaunchInvestigationStage(), new(Procedure.Organisations.Roles.Government), ("form", Filled.Launch with { OfficialLevel = "Ⅲ", LevelReason = "自治区环境保护厅认定。" }));
        matter.Now = matter.Now.AddDays(1);
        matter.Play(new Procedure.Stages.ProposeTeam.ProposeTeamStage(), new(Procedure.Organisations.Roles.LeadEnv), ("form", Filled.Team))
            .Play(new Procedure.Stages.ApproveTeam.ApproveTeamStage(), new(Procedure.Organisations.Roles.Government), ("form", Filled.TeamApproval));
        var graver = Filled.Facts with { DirectLoss = Filled.Facts.DirectLoss with { Amount = 20_000_000 } };
        var context = matter.Enter(inputs);
        matter.Submit(new EstablishFactsStage(), context, "draft", graver);

        LevelOfCase.Of(matter.File, []).History.ShouldNotContain(line => line.Step == LevelStep.Established, "a draft that nobody signed gives no level");
        matter.Submit(new EstablishFactsStage(), context, "signOff", Filled.SignOff);
        var level = LevelOfCase.Of(matter.File, []);

        level.History.Select(line => (line.Step, line.Level)).ShouldBe(
            [(LevelStep.Reported, "Ⅲ"), (LevelStep.Determined, "Ⅲ"), (LevelStep.Established, "Ⅱ")]);
        level.History[1].Reason.ShouldBe("自治区环境保护厅认定。");
        level.History[2].Reason.ShouldContain("2000万元（Ⅱ）");
        (level.Computed!.Level, level.Determined, level.InForce, level.Differs).ShouldBe((EventLevel.II, EventLevel.III, EventLevel.III, true));
        matter.File.Level.ShouldBe(level.Computed.Level!.Value.Symbol(), "the page computes what the stage computed");
    }

    [Fact]
    public void 第十六条第一款_A_matter_that_is_no_event_has_no_level_and_no_history()
    {
        var matter = Registered(new StatedEvent(), LaunchGround.Other);

        var level = LevelOfCase.Of(matter.File, []);

        (level.Computed, level.InForce, level.History.Count, level.Beside.Count).ShouldBe((null, null, 0, 0));
    }

    private static ACase Registered(StatedEvent stated, string ground = LaunchGround.PollutionEvent)
    {
        var matter = new ACase();
        var stage = new RegisterLeadStage();
        var context = matter.Enter(new(Procedure.Organisations.Roles.AnyOffice, Procedure.Organisations.Roles.LeadEnv));
        matter.Submit(stage, context, "register", Filled.Lead with { Event = stated, Grounds = [new ClaimedGround { Item = ground, Facts = "下游断面超标。" }] });
        return matter;
    }
}
