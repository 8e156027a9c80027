using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.DefineResponsibility;

public static class MatrixRules
{
    /// <summary>第九条第（三）项: responsibility is defined, or it is said why nobody bears any.</summary>
    [Clause("第九条第（三）项")]
    public static Ruling FindsSomebodyOrSaysWhyNot(DefineResponsibilityForm draft) => Ruling.Require(
        draft.Matrix.Count > 0 || !string.IsNullOrWhiteSpace(draft.NobodyBecause), "第九条第（三）项",
        Text.Of<DefineResponsibilityStage>("Matrix.Empty.Reason"), Text.Of<DefineResponsibilityStage>("Matrix.Empty.Remedy"));

    /// <summary>The organisations of the matrix, each with its tier.</summary>
    public static IEnumerable<(string OrganisationId, OrganisationTier Tier)> OrganisationsIn(DefineResponsibilityForm draft) =>
        draft.Matrix.Where(finding => finding is { OrganisationId: not null, Tier: not null })
            .Select(finding => (finding.OrganisationId!, finding.Tier!.Value)).Distinct();

    /// <summary>第十五条第二句: every question of the organisation's list was looked into.</summary>
    [Clause("第十五条第二句", "对州直部门")]
    [Clause("第十五条第二句", "对县市（园区）")]
    public static IEnumerable<Ruling> WasAsked(
        StageContext context, DefineResponsibilityForm draft, string organisationId, OrganisationTier tier) =>
        TierQuestions.Of(tier).Select(question => Ruling.Require(
            draft.TierAnswers.Exists(answer => answer.OrganisationId == organisationId && answer.Question == question), "第十五条第二句",
            Text.Of<DefineResponsibilityStage>("Tier.NotAsked.Reason",
                context.Directory.NameOf(organisationId, context.Today),
                Text.Of<DefineResponsibilityStage>($"TierQuestion.{question}")),
            Text.Of<DefineResponsibilityStage>("Tier.NotAsked.Remedy")));
}
