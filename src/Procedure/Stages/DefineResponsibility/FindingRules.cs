using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.DefineResponsibility;

public static class FindingRules
{
    private const string BeforeIssue = "第十四条第（二）项第三句";

    /// <summary>Every rule of one finding.</summary>
    public static IEnumerable<Ruling> Of(StageContext context, Finding finding, int row) =>
    [
        IsIdentified(context, finding, row),
        IsInScope(finding, row),
        ScopeIsExamined(context, finding, row),
        SaysWhoManages(finding, row),
        HasAFailure(finding, row),
        HasAConsequence(finding, row),
        PersonHasAPost(finding, row),
        ResponsibilityFits(finding, row),
        DatesAreInOrder(finding, row, context.Today),
        IsNotWhollyBeforeIssue(finding, row, context.File.RegulationIssuedOn),
        DoesNotRunAcrossIssue(finding, row, context.File.RegulationIssuedOn),
    ];

    /// <summary>第九条第（三）项: it is clear which unit or person is meant.</summary>
    public static Ruling IsIdentified(StageContext context, Finding finding, int row)
    {
        var id = finding.IsPerson ? finding.PersonId : finding.OrganisationId;
        var isKnown = id is not null && (finding.IsPerson ? context.Directory.KnowsPerson(id) : context.Directory.KnowsOrganisation(id));
        return Ruling.Require(id is null ? !string.IsNullOrWhiteSpace(finding.Name) : isKnown, "第九条第（三）项",
            Text.Of<DefineResponsibilityStage>("Finding.Nobody.Reason", row), Text.Of<DefineResponsibilityStage>("Finding.Nobody.Remedy"));
    }

    /// <summary>
    /// 第三条第二款: an enterprise or institution is in scope because a Party committee, a government or a department manages it, its people because the managing
    /// department appointed them; which one is said, or the row falls under other laws.
    /// </summary>
    [Clause("第三条第二款")]
    public static Ruling SaysWhoManages(Finding finding, int row) => Ruling.Require(
        finding.Scope is not PartyScope.ManagedOrAppointed || !string.IsNullOrWhiteSpace(finding.ManagedBy), "第三条第二款",
        Text.Of<DefineResponsibilityStage>("Finding.Unmanaged.Reason", row), Text.Of<DefineResponsibilityStage>("Finding.Unmanaged.Remedy"));

    /// <summary>第三条第三款: other enterprises and their people are dealt with under other laws; they stay among the causes.</summary>
    public static Ruling IsInScope(Finding finding, int row) => Ruling.Require(finding.Scope != PartyScope.OtherLaw, "第三条第三款",
        Text.Of<DefineResponsibilityStage>("Finding.OutOfScope.Reason", row),
        Text.Of<DefineResponsibilityStage>("Finding.OutOfScope.Remedy"));

    /// <summary>
    /// 第三条第一款: Party organs, governments, their departments and their people are in scope by this paragraph; a body of the directory that is one of
    /// them is not dealt with as an enterprise, and every finding says under which paragraph it falls.
    /// </summary>
    [Clause("第三条第一款")]
    public static Ruling ScopeIsExamined(StageContext context, Finding finding, int row) => Ruling.Require(
        finding.Scope is not null && (finding.Scope is not PartyScope.ManagedOrAppointed || finding.IsPerson || finding.OrganisationId is not { } unit
            || context.Directory.Organisation(unit) is not { Kind: not (OrganisationKind.Department or OrganisationKind.ExpertPool) }), "第三条第一款",
        Text.Of<DefineResponsibilityStage>("Finding.Scope.Reason", row), Text.Of<DefineResponsibilityStage>("Finding.Scope.Remedy"));

    /// <summary>第二条: 不履职, 不当履职 or 违法履职.</summary>
    [Clause("第二条")]
    public static Ruling HasAFailure(Finding finding, int row) => Ruling.Require(finding.Failure is not null, "第二条",
        Text.Of<DefineResponsibilityStage>("Finding.NoFailure.Reason", row),
        Text.Of<DefineResponsibilityStage>("Finding.NoFailure.Remedy"));

    /// <summary>第二条: 严重后果.</summary>
    [Clause("第二条")]
    public static Ruling HasAConsequence(Finding finding, int row) => Ruling.Require(!string.IsNullOrWhiteSpace(finding.Consequence), "第二条",
        Text.Of<DefineResponsibilityStage>("Finding.NoConsequence.Reason", row),
        Text.Of<DefineResponsibilityStage>("Finding.NoConsequence.Remedy"));

    /// <summary>第四条: a person's responsibility follows from the post he held at the time.</summary>
    public static Ruling PersonHasAPost(Finding finding, int row) => Ruling.Require(
        !finding.IsPerson || !string.IsNullOrWhiteSpace(finding.PostThen), "第四条",
        Text.Of<DefineResponsibilityStage>("Finding.NoPost.Reason", row), Text.Of<DefineResponsibilityStage>("Finding.NoPost.Remedy"));

    /// <summary>第四条: a person bears one of four responsibilities; 总责 lies with Party committees and governments as bodies.</summary>
    public static Ruling ResponsibilityFits(Finding finding, int row) => Ruling.Require(
        finding.IsPerson ? finding.Responsibility is not (null or ResponsibilityType.OverallOfTheBody)
            : finding.Responsibility is null or ResponsibilityType.OverallOfTheBody, "第四条",
        Text.Of<DefineResponsibilityStage>("Finding.Responsibility.Reason", row),
        Text.Of<DefineResponsibilityStage>("Finding.Responsibility.Remedy"));

    /// <summary>内部环节: an act begins before it ends, and has happened.</summary>
    public static Ruling DatesAreInOrder(Finding finding, int row, DateOnly today) => Ruling.Require(
        finding.ActFrom <= finding.ActTo && finding.ActTo <= today, "内部环节",
        Text.Of<DefineResponsibilityStage>("Finding.Dates.Reason", row), Text.Of<DefineResponsibilityStage>("Finding.Dates.Remedy"));

    /// <summary>第十四条第（二）项第三句: an act wholly before the issue rests on the laws and discipline rules that provided for it.</summary>
    public static Ruling IsNotWhollyBeforeIssue(Finding finding, int row, DateOnly issuedOn) => Ruling.Require(
        finding.ActTo >= issuedOn || !string.IsNullOrWhiteSpace(finding.OtherBasis), BeforeIssue,
        Text.Of<DefineResponsibilityStage>("Finding.BeforeIssue.Reason", row, issuedOn),
        Text.Of<DefineResponsibilityStage>("Finding.BeforeIssue.Remedy"));

    /// <summary>第十四条第（二）项第三句: an act across the day of issue is split there, or its earlier part has a basis of its own.</summary>
    [Clause("第十四条第（二）项第三句")]
    public static Ruling DoesNotRunAcrossIssue(Finding finding, int row, DateOnly issuedOn) => Ruling.Require(
        finding.ActFrom >= issuedOn || finding.ActTo < issuedOn || !string.IsNullOrWhiteSpace(finding.OtherBasis), BeforeIssue,
        Text.Of<DefineResponsibilityStage>("Finding.AcrossIssue.Reason", row, issuedOn),
        Text.Of<DefineResponsibilityStage>("Finding.AcrossIssue.Remedy"));

    /// <summary>
    /// What the text leaves open and the legal office is asked, as keys of notices: 第二条's 和 where no bad influence is found,
    /// 第十四条第（二）项's 下发后 where an act falls on the very day.
    /// </summary>
    [Clause("第十四条第（二）项第三句")]
    public static IEnumerable<string> QuestionsOf(Finding finding, DateOnly issuedOn)
    {
        if (string.IsNullOrWhiteSpace(finding.Influence))
            yield return "Notice.NoInfluence";
        if (finding.ActFrom == issuedOn || finding.ActTo == issuedOn)
            yield return "Notice.DayOfIssue";
    }
}
