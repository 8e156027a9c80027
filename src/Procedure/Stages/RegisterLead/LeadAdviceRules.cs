using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.RegisterLead;

public static class LeadAdviceRules
{
    /// <summary>Every rule of the adviser's form.</summary>
    public static IEnumerable<Ruling> Of(StageContext context, LeadAdviceForm advice) => advice switch
    {
        { Advice: LeadAdvice.Agrees } => [],
        { Opinion: LeadOpinion.ProposeLaunch } =>
        [
            SaysWhatElse(context, advice), LeadRules.HasAGround(advice.Grounds), GroundsHaveWords(advice),
            .. advice.Grounds.Select(GroundRules.IsAnItem),
        ],
        { Opinion: LeadOpinion.OutOfScope } => [SaysWhatElse(context, advice), LeadRules.IsHandedOver(advice.HandOver)],
        _ => [SaysWhatElse(context, advice)],
    };

    /// <summary>内部环节: who differs says what he holds instead.</summary>
    public static Ruling SaysWhatElse(StageContext context, LeadAdviceForm advice) => Ruling.Require(
        advice.Opinion is not null && advice.Opinion != context.Submitted<RegisterLeadForm>("register")?.Opinion, "内部环节",
        Text.Of<RegisterLeadStage>("Advice.Same.Reason"), Text.Of<RegisterLeadStage>("Advice.Same.Remedy"));

    /// <summary>第六条: items that the lead did not claim come with their facts.</summary>
    public static Ruling GroundsHaveWords(LeadAdviceForm advice) => Ruling.Require(
        advice.Grounds.TrueForAll(ground => !string.IsNullOrWhiteSpace(ground.Facts)), "第六条",
        Text.Of<RegisterLeadStage>("Advice.NoFacts.Reason"), Text.Of<RegisterLeadStage>("Advice.NoFacts.Remedy"));
}
