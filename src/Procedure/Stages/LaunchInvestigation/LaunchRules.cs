using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.RegisterLead;

namespace WorkflowAccountability.Procedure.Stages.LaunchInvestigation;

public static class LaunchRules
{
    /// <summary>The rules of the decision that was taken.</summary>
    public static IEnumerable<Ruling> Of(CaseFile file, LaunchInvestigationForm form) => form.Decision switch
    {
        LaunchDecision.Launched =>
        [
            LeadRules.HasAGround(form.Grounds),
            HasADocument(form),
            LevelReachesTheScale(form),
            LevelHasABasis(form),
            .. form.Grounds.Select(GroundRules.IsAnItem),
            .. form.Grounds.Select(ground => StandsOnFacts(file, ground)),
        ],
        LaunchDecision.NotLaunched => [NamesTheMissingLimb(form), .. file.ClaimedGrounds().Select(ground => AnswersTheClaim(form, ground))],
        LaunchDecision.SuperiorInvestigates => [NamesTheSuperior(form)],
        _ => throw new ArgumentOutOfRangeException(nameof(form), form.Decision,
            "A lead is launched, not launched, or left to a superior organ."),
    };

    /// <summary>第六条: an item under which the government launches has its facts in the lead, or here in words.</summary>
    public static Ruling StandsOnFacts(CaseFile file, ClaimedGround ground) => Ruling.Require(
        !string.IsNullOrWhiteSpace(ground.Facts)
            || (file.Latest<RegisterLeadForm>() is { } lead && lead.Grounds.Exists(claimed => claimed.Item == ground.Item)
                && GroundRules.HasItsFacts(lead, ground, file.ScaleFor(lead)).IsAllowed),
        ground.Item, Text.Of<LaunchInvestigationStage>("Ground.NoFacts.Reason", ground.Item),
        Text.Of<LaunchInvestigationStage>("Ground.NoFacts.Remedy"));

    /// <summary>第七条第一句: the launch is a written decision.</summary>
    [Clause("第七条第一句")]
    public static Ruling HasADocument(LaunchInvestigationForm form) => Ruling.Require(
        !string.IsNullOrWhiteSpace(form.DocumentNumber), "第七条第一句",
        Text.Of<LaunchInvestigationStage>("Document.Missing.Reason"), Text.Of<LaunchInvestigationStage>("Document.Missing.Remedy"));

    /// <summary>第十六条第一款: 第六条第（二）项 means an event of level Ⅲ or above.</summary>
    public static Ruling LevelReachesTheScale(LaunchInvestigationForm form) => Ruling.Require(
        !form.Grounds.Exists(ground => ground.Item == LaunchGround.PollutionEvent)
            || EventLevels.Parse(form.OfficialLevel) is EventLevel.I or EventLevel.II or EventLevel.III,
        LaunchGround.PollutionEvent + "、第十六条第一款", Text.Of<LaunchInvestigationStage>("Level.TooLow.Reason", form.OfficialLevel ?? "—"),
        Text.Of<LaunchInvestigationStage>("Level.TooLow.Remedy"));

    /// <summary>第十六条第一款: the level is determined by somebody, on a basis, not by a machine.</summary>
    public static Ruling LevelHasABasis(LaunchInvestigationForm form) => Ruling.Require(
        form.OfficialLevel is null || !string.IsNullOrWhiteSpace(form.LevelReason), "第十六条第一款",
        Text.Of<LaunchInvestigationStage>("Level.NoBasis.Reason"), Text.Of<LaunchInvestigationStage>("Level.NoBasis.Remedy"));

    /// <summary>第七条第一句: the launch is not at discretion, so a refusal says what is missing.</summary>
    [Clause("第七条第一句")]
    public static Ruling NamesTheMissingLimb(LaunchInvestigationForm form) => Ruling.Require(
        form.Missing.Count > 0 && form.Missing.TrueForAll(missing => !string.IsNullOrWhiteSpace(missing.Limb)), "第七条第一句、第六条",
        Text.Of<LaunchInvestigationStage>("Missing.None.Reason"), Text.Of<LaunchInvestigationStage>("Missing.None.Remedy"));

    /// <summary>第七条第一句: one item suffices for a launch, so every claimed item is answered.</summary>
    public static Ruling AnswersTheClaim(LaunchInvestigationForm form, ClaimedGround ground) => Ruling.Require(
        form.Missing.Exists(missing => missing.Item == ground.Item), "第七条第一句、" + ground.Item,
        Text.Of<LaunchInvestigationStage>("Missing.Unanswered.Reason", ground.Item),
        Text.Of<LaunchInvestigationStage>("Missing.Unanswered.Remedy"));

    /// <summary>第七条第二句: the superior organ and its document.</summary>
    public static Ruling NamesTheSuperior(LaunchInvestigationForm form) => Ruling.Require(
        !string.IsNullOrWhiteSpace(form.SuperiorOrgan) && !string.IsNullOrWhiteSpace(form.SuperiorDocument), "第七条第二句",
        Text.Of<LaunchInvestigationStage>("Superior.Missing.Reason"), Text.Of<LaunchInvestigationStage>("Superior.Missing.Remedy"));

    /// <summary>内部环节: the emergency ended after the event began and before today; the investigation's period counts from its end (参照令32第十六条).</summary>
    public static Ruling EmergencyEndIsSound(CaseFile file, LaunchInvestigationForm form, DateOnly today) => Ruling.Require(
        form.EmergencyEndedOn is not { } end || (end <= today && !(file.Latest<RegisterLeadForm>()?.ActsFrom > end)), "内部环节",
        Text.Of<LaunchInvestigationStage>("Emergency.Unsound.Reason"), Text.Of<LaunchInvestigationStage>("Emergency.Unsound.Remedy"));

    /// <summary>内部环节: nobody decides on a matter before it began.</summary>
    public static Ruling FollowsTheMatter(CaseFile file, LaunchInvestigationForm form) => Ruling.Require(
        !(form.DecidedOn < file.Latest<RegisterLeadForm>()?.ActsFrom), "内部环节",
        Text.Of<LaunchInvestigationStage>("DecidedOn.BeforeMatter.Reason", file.Latest<RegisterLeadForm>()?.ActsFrom),
        Text.Of<LaunchInvestigationStage>("DecidedOn.BeforeMatter.Remedy"));

    /// <summary>内部环节: a decision is entered after it was taken.</summary>
    public static Ruling IsNotDatedAhead(CaseFile file, LaunchInvestigationForm form, DateOnly today) => Ruling.Require(
        form.DecidedOn <= today && form.DecidedOn >= file.RegulationIssuedOn, "内部环节",
        Text.Of<LaunchInvestigationStage>("DecidedOn.Ahead.Reason"), Text.Of<LaunchInvestigationStage>("DecidedOn.Ahead.Remedy"));
}
