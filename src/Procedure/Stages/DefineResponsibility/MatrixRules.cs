using WorkflowAccountability.Procedure.Organisations;
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

    /// <summary>
    /// 第十五条第二句: 州直部门 and 县市（园区）党（工）委、政府（管委会） are asked their own questions; which of them a unit is, the register says and not whoever
    /// fills in the matrix.
    /// </summary>
    public static Ruling IsOfItsTier(StageContext context, string organisationId, OrganisationTier tier)
    {
        var known = context.Directory.Organisation(organisationId);
        return Ruling.Require(known is null || TierOf(known) == tier, "第十五条第二句",
            Text.Of<DefineResponsibilityStage>("Tier.Wrong.Reason", context.Directory.NameOf(organisationId, context.Today),
                known is null ? "" : Text.Of<DefineResponsibilityStage>($"OrganisationTier.{TierOf(known)}")),
            Text.Of<DefineResponsibilityStage>("Tier.Wrong.Remedy"));
    }

    /// <summary>第十五条第二句: the tier of a unit of the register.</summary>
    public static OrganisationTier TierOf(Organisation unit) => (unit.Level, unit.Kind) switch
    {
        (AdministrativeLevel.Prefecture, OrganisationKind.Department or OrganisationKind.Office or OrganisationKind.Commission) => OrganisationTier.PrefectureDepartment,
        (AdministrativeLevel.County, OrganisationKind.County or OrganisationKind.Park or OrganisationKind.PartyCommittee or OrganisationKind.Government) => OrganisationTier.CountyOrPark,
        _ => OrganisationTier.Other,
    };

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
