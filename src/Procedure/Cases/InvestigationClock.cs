using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>
/// 第九条: how long the investigation may take, which the regulation leaves open and other rules answer by grounds and level (参照).
/// </summary>
public static class InvestigationClock
{
    /// <summary>The code by which a definition leaves the choice to the case.</summary>
    internal const string Choice = "D07";

    /// <summary>
    /// The row that a definition's D07 stands for in this case, and the day it counts from: for an event the end of the emergency
    /// (the launch,
    /// while that end is not known), else the launch. Any other code stands for itself and counts from the day the work opens.
    /// </summary>
    public static (string? Code, DateOnly? From) Of(CaseFile file, string? code)
    {
        if (code != Choice)
            return (code, null);
        var launch = file.Latest<LaunchInvestigationForm>() ?? throw new InvalidOperationException(
            $"Case {file.Number} was never launched, so that nothing tells how long its investigation may take.");
        var rule = file.Rules.Deadlines.Rules.FirstOrDefault(rule => rule.Code.StartsWith(Choice, StringComparison.Ordinal)
            && Validity.Covers(rule.ValidFrom, rule.ValidTo, launch.DecidedOn!.Value)
            && launch.Grounds.Exists(ground => rule.AppliesTo(ground.Item, file.LevelInForce))) ?? throw new InvalidOperationException(
            $"No row {Choice} fits the grounds of case {file.Number}: {string.Join(", ", launch.Grounds.Select(ground => ground.Item))}.");
        var isTheEvents = rule.Limbs?.Contains(LaunchGround.PollutionEvent) is true;
        return (rule.Code, isTheEvents ? launch.EmergencyEndedOn ?? launch.DecidedOn : launch.DecidedOn);
    }
}
