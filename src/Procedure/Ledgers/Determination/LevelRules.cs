using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;

namespace WorkflowAccountability.Procedure.Ledgers.Determination;

public static class LevelRules
{
    private const string Clause = "第十六条第一款";

    /// <summary>Whether the case was launched and its report is not approved.</summary>
    public static bool MayBeDetermined(CaseFile file) => file.Latest<LaunchInvestigationForm>()?.Decision is LaunchDecision.Launched && !file.IsApproved;

    /// <summary>内部环节: both bodies approved the report with the level that it names; after that the case is taken up again first.</summary>
    public static Ruling IsInTheWindow(CaseFile file) => Ruling.Require(MayBeDetermined(file), Citations.InternalStep,
        Text.Of<DetermineLevel>("Window.Closed.Reason"), Text.Of<DetermineLevel>("Window.Closed.Remedy"));

    /// <summary>第十六条第一款: another level than the one in force.</summary>
    public static Ruling IsAnother(CaseFile file, DetermineLevelForm form) => Ruling.Require(EventLevels.Parse(form.Level) != file.LevelInForce, Clause,
        Text.Of<DetermineLevel>("Level.Same.Reason", form.Level), Text.Of<DetermineLevel>("Level.Same.Remedy"));

    /// <summary>内部环节: it is determined after the launch and entered after it was decided.</summary>
    public static Ruling FollowsTheLaunch(CaseFile file, DetermineLevelForm form, DateOnly today) => Ruling.Require(
        form.DecidedOn <= today && !(form.DecidedOn < file.Latest<LaunchInvestigationForm>()?.DecidedOn), Citations.InternalStep,
        Text.Of<DetermineLevel>("Day.Wrong.Reason", file.Latest<LaunchInvestigationForm>()?.DecidedOn), Text.Of<DetermineLevel>("Day.Wrong.Remedy"));

    /// <summary>
    /// 第六条第（二）项: a case that rests on 较大及以上 and is no longer Ⅲ or above has lost that ground: whoever determines it says on which other item it goes on,
    /// or that it is ended.
    /// </summary>
    [Clause("第六条第（二）项")]
    public static Ruling GroundIsAnswered(CaseFile file, DetermineLevelForm form) => Ruling.Require(
        EventLevels.Parse(form.Level) is not EventLevel.IV || !RestsOnTheEvent(file) || !string.IsNullOrWhiteSpace(form.WhatOfTheGround), LaunchGround.PollutionEvent + "、" + Clause,
        Text.Of<DetermineLevel>("Ground.Lost.Reason", form.Level), Text.Of<DetermineLevel>("Ground.Lost.Remedy"));

    /// <summary>第六条第（二）项: whether the case was launched for an event of level Ⅲ or above.</summary>
    public static bool RestsOnTheEvent(CaseFile file) => file.Latest<LaunchInvestigationForm>()?.Grounds.Exists(ground => ground.Item == LaunchGround.PollutionEvent) is true;

    /// <summary>The deadlines whose period is another under another level, each with the row before and after; those that run keep the row they began with.</summary>
    public static IReadOnlyList<(DeadlineRule? Before, DeadlineRule? After)> DeadlinesUnder(CaseFile file, EventLevel? before, EventLevel? after, DateOnly on)
    {
        var rules = file.Rules.Deadlines.Rules.Where(rule => rule.Levels is not null && Validity.Covers(rule.ValidFrom, rule.ValidTo, on) && rule.Limbs?.Contains(LaunchGround.PollutionEvent) is not false).ToList();
        return [.. rules.Where(rule => Holds(rule, before) != Holds(rule, after)).Select(rule => Holds(rule, before) ? (rule, (DeadlineRule?)null) : ((DeadlineRule?)null, rule))];

        static bool Holds(DeadlineRule rule, EventLevel? level) => level is { } known && rule.Levels!.Contains(known);
    }
}
