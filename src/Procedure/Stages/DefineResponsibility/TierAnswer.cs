using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.DefineResponsibility;

/// <summary>第十五条: what is looked into, by the tier of the organisation.</summary>
public enum TierQuestion
{
    /// <summary>对州党委、人民政府（及其部门）工作部署的落实.</summary>
    Deployments,

    /// <summary>工作决策.</summary>
    Decisions,

    /// <summary>行政审批.</summary>
    Approvals,

    /// <summary>监管执法.</summary>
    Enforcement,

    /// <summary>组织协调.</summary>
    Coordination,

    /// <summary>监督检查落实.</summary>
    Inspection,

    /// <summary>本单位环境保护工作职责.</summary>
    OwnDuties,
}

/// <summary>What was found of an organisation on one of the questions.</summary>
public sealed record TierAnswer
{
    [Field("第十五条", From = ChoiceList.Organisations), Required]
    public string OrganisationId { get; init; } = "";

    [Field("第十五条"), Required]
    public TierQuestion? Question { get; init; }

    [Field("第十五条", Multiline = true), Required, StringLength(2000)]
    public string Answer { get; init; } = "";
}

/// <summary>The two lists of 第十五条.</summary>
public static class TierQuestions
{
    /// <summary>第十五条第二句: list A for departments of the prefecture, list B for counties and parks; nothing for others.</summary>
    public static IReadOnlyList<TierQuestion> Of(OrganisationTier? tier) => tier switch
    {
        OrganisationTier.PrefectureDepartment =>
        [
            TierQuestion.Deployments, TierQuestion.Decisions, TierQuestion.Approvals, TierQuestion.Enforcement,
            TierQuestion.Coordination, TierQuestion.Inspection,
        ],
        OrganisationTier.CountyOrPark => [TierQuestion.Decisions, TierQuestion.Deployments, TierQuestion.OwnDuties],
        _ => [],
    };
}
