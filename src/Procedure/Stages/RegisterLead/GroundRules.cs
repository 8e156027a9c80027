using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.RegisterLead;

public static class GroundRules
{
    /// <summary>第六条: an item is claimed with the facts of each of its limbs.</summary>
    public static Ruling HasItsFacts(RegisterLeadForm lead, ClaimedGround ground, RuleSet scale) => ground.Item switch
    {
        LaunchGround.RegionalQuality => HasBothQualityLimbs(lead.Quality),
        LaunchGround.PollutionEvent => ReachesTheLevel(lead.Event, scale),
        LaunchGround.Dereliction => HasOneWholeAlternative(lead.Dereliction),
        LaunchGround.SuperiorMeasure => HasTheMeasure(lead.SuperiorMeasure),
        LaunchGround.HeldToAccount => HasTheDecision(lead.HeldToAccount),
        LaunchGround.Deployment => HasASeriousGap(lead.Deployment),
        LaunchGround.Other => HasReasons(ground),
        _ => IsAnItem(ground),
    };

    /// <summary>第六条: the article has seven items.</summary>
    public static Ruling IsAnItem(ClaimedGround ground) => Ruling.Require(LaunchGround.All.Contains(ground.Item), "第六条",
        Text.Of<RegisterLeadStage>("Ground.Unknown.Reason", ground.Item), Text.Of<RegisterLeadStage>("Ground.Unknown.Remedy"));

    /// <summary>第六条第（一）项: below the standard of the zone, and besides problems are prominent or the state has clearly worsened.</summary>
    [Clause("第六条第（一）项")]
    public static Ruling HasBothQualityLimbs(QualityFacts facts) => facts switch
    {
        { BelowZone: false } => Ruling.Refuse(LaunchGround.RegionalQuality,
            Text.Of<RegisterLeadStage>("Ground.Quality.First.Reason"), Text.Of<RegisterLeadStage>("Ground.Quality.First.Remedy")),
        { ProminentProblems: false, MarkedDeterioration: false } => Ruling.Refuse(LaunchGround.RegionalQuality,
            Text.Of<RegisterLeadStage>("Ground.Quality.Second.Reason"), Text.Of<RegisterLeadStage>("Ground.Quality.Second.Remedy")),
        _ => Ruling.Allowed,
    };

    /// <summary>第六条第（二）项, 第十六条第一款: the event is of level Ⅲ or above.</summary>
    [Clause("第六条第（二）项")]
    public static Ruling ReachesTheLevel(StatedEvent stated, RuleSet scale)
    {
        var answer = stated.Classify(scale);
        return Ruling.Require(answer.MeetsTrigger, LaunchGround.PollutionEvent + "、第十六条第一款",
            Text.Of<RegisterLeadStage>("Ground.Event.Reason", answer.Level?.Symbol() ?? "—"),
            Text.Of<RegisterLeadStage>("Ground.Event.Remedy"));
    }

    /// <summary>第六条第（三）项: dereliction with its influence, or the sensitive problem with the worsening and the mass incident.</summary>
    [Clause("第六条第（三）项")]
    public static Ruling HasOneWholeAlternative(DerelictionFacts facts) => Ruling.Require(
        facts is { SeriousDereliction: true, BadSocialInfluence: true }
            or { SensitiveProblemMishandled: true, Worsened: true, MassIncident: true }, LaunchGround.Dereliction,
        Text.Of<RegisterLeadStage>("Ground.Dereliction.Reason"), Text.Of<RegisterLeadStage>("Ground.Dereliction.Remedy"));

    /// <summary>第六条第（四）项: a serious violation, and the measure by which the state or the region answered it.</summary>
    [Clause("第六条第（四）项")]
    public static Ruling HasTheMeasure(SuperiorMeasureFacts facts) => Ruling.Require(
        AreSaid(facts.Violation, facts.Organ, facts.Measure, facts.Document), LaunchGround.SuperiorMeasure,
        Text.Of<RegisterLeadStage>("Ground.SuperiorMeasure.Reason"), Text.Of<RegisterLeadStage>("Ground.SuperiorMeasure.Remedy"));

    /// <summary>第六条第（五）项: the duty that was not performed, and the region's decision.</summary>
    [Clause("第六条第（五）项")]
    public static Ruling HasTheDecision(HeldToAccountFacts facts) => Ruling.Require(
        AreSaid(facts.Decision, facts.DutyNotPerformed), LaunchGround.HeldToAccount,
        Text.Of<RegisterLeadStage>("Ground.HeldToAccount.Reason"), Text.Of<RegisterLeadStage>("Ground.HeldToAccount.Remedy"));

    /// <summary>第六条第（六）项: the deployment, what was not carried out, and that it is serious.</summary>
    [Clause("第六条第（六）项")]
    public static Ruling HasASeriousGap(DeploymentFacts facts) => Ruling.Require(
        AreSaid(facts.Document, facts.NotCarriedOut) && facts.Serious, LaunchGround.Deployment,
        Text.Of<RegisterLeadStage>("Ground.Deployment.Reason"), Text.Of<RegisterLeadStage>("Ground.Deployment.Remedy"));

    /// <summary>第六条第（七）项: the catch-all needs its reasons in words.</summary>
    public static Ruling HasReasons(ClaimedGround ground) => Ruling.Require(AreSaid(ground.Facts), LaunchGround.Other,
        Text.Of<RegisterLeadStage>("Ground.Other.Reason"), Text.Of<RegisterLeadStage>("Ground.Other.Remedy"));

    private static bool AreSaid(params string?[] words) => !Array.Exists(words, string.IsNullOrWhiteSpace);
}
