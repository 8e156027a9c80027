using WorkflowAccountability.Procedure.Cases.Level;
using WorkflowAccountability.Procedure.Ledgers.Determination;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Ledgers;

/// <summary>第十六条第一款: the level is determined anew by the government, with reason and day, between launch and approval.</summary>
public sealed class DetermineLevelTests
{
    private readonly ACase matter = new ACase().Launched();

    private DateOnly Launched => matter.File.Latest<LaunchInvestigationForm>()!.DecidedOn!.Value;

    private DetermineLevelForm To(string level) => new() { Level = level, DecidedOn = Launched, DocumentNumber = "昌州政函〔2026〕8号", Reasons = "核定直接经济损失后变化。" };

    private string Other => matter.File.LevelInForce is EventLevel.II ? "Ⅲ" : "Ⅱ";

    [Fact]
    public void The_government_determines_it_and_what_begins_from_then_on_is_counted_by_it()
    {
        var (before, other) = (matter.File.LevelInForce, Other);
        matter.As("gov-zhang");
        matter.Now += TimeSpan.FromMinutes(1);

        matter.Make(new DetermineLevel(), To(other));

        matter.File.LevelInForce.ShouldBe(EventLevels.Parse(other));
        LevelRules.DeadlinesUnder(matter.File, EventLevel.III, EventLevel.II, Launched).SelectMany(each => new[] { each.Before?.Code, each.After?.Code }).OfType<string>()
            .ShouldBe(["D07a", "D07b"], ignoreOrder: true);
        var level = LevelOfCase.Of(matter.File, []);
        (level.Determined, level.DeterminedBecause).ShouldBe((EventLevels.Parse(other), "核定直接经济损失后变化。"));
        level.History.Count(line => line.Step is LevelStep.Determined).ShouldBe(1, "the level of the launch stays in the history");
        level.History[^1].Step.ShouldBe(LevelStep.DeterminedAnew);
        before.ShouldNotBe(matter.File.LevelInForce);
        matter.File.Notices.ShouldContain(notice => notice.TextKey == "Notice.Determined");
    }

    [Fact]
    public void Nobody_else_determines_it_and_not_before_the_launch()
    {
        matter.As("env-chen");
        new DetermineLevel().May(matter.Context()).ShouldBeFalse();

        var lead = new ACase();
        lead.As("gov-zhang");
        new DetermineLevel().May(lead.Context()).ShouldBeFalse("it was not launched");
    }

    [Fact]
    public void Once_both_bodies_approved_the_report_it_is_too_late()
    {
        var approved = new ACase().WithReport().Consulted().Approved();
        approved.As("gov-zhang");

        new DetermineLevel().May(approved.Context()).ShouldBeFalse();
        LevelRules.IsInTheWindow(approved.File).IsAllowed.ShouldBeFalse();
    }

    [Fact]
    public void The_same_level_and_a_day_before_the_launch_or_ahead_are_refused()
    {
        matter.As("gov-zhang");

        matter.Refusals(new DetermineLevel(), To(matter.File.LevelInForce!.Value.Symbol())).ShouldBe(["第十六条第一款 Level.Same.Reason"]);
        matter.Refusals(new DetermineLevel(), To(Other) with { DecidedOn = Launched.AddDays(-1) }).ShouldBe(["内部环节 Day.Wrong.Reason"]);
        matter.Refusals(new DetermineLevel(), To(Other) with { DecidedOn = new(2999, 1, 1) }).ShouldBe(["内部环节 Day.Wrong.Reason"]);
    }

    [Fact]
    public void 第六条第二项_A_case_that_rests_on_the_event_says_what_becomes_of_it_below_level_three()
    {
        matter.As("gov-zhang");
        LevelRules.RestsOnTheEvent(matter.File).ShouldBeTrue();

        matter.Refusals(new DetermineLevel(), To("Ⅳ")).ShouldBe(["第六条第（二）项、第十六条第一款 Ground.Lost.Reason"]);
        matter.Refusals(new DetermineLevel(), To("Ⅳ") with { WhatOfTheGround = "依据第六条第（三）项继续。" }).ShouldBeEmpty();
    }
}
