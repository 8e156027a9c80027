using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.Review;

/// <summary>One key: a body reviews the submitted text and decides every proposal.</summary>
public abstract record ReviewForm
{
    [Field("第十一条第一款第一句"), Required]
    public Approval? Decision { get; init; }

    [Field("内部环节"), StringLength(100)]
    public string? DocumentNumber { get; init; }

    [Field("内部环节"), StringLength(200)]
    public string? Meeting { get; init; }

    [Field("内部环节")]
    public DateOnly? ReviewedOn { get; init; }

    [Field("内部环节", Multiline = true), StringLength(4000)]
    public string? Remarks { get; init; }

    [Field("第十条第一句", Multiline = true), StringLength(4000)]
    public string? SpecialReportRemarks { get; init; }

    [Field("第十一条第一款第一句", ReadOnly = true), StringLength(600)]
    public string? Report { get; init; }

    [Field("内部环节", ReadOnly = true), StringLength(64)]
    public string? ReportSha256 { get; init; }

    [Field("第十一条第一款第二句", ReadOnly = true), StringLength(600)]
    public string? SpecialReport { get; init; }

    [Field("内部环节", ReadOnly = true), StringLength(64)]
    public string? SpecialReportSha256 { get; init; }

    [Field("第十一条第一款第一句")]
    public List<ProposalDecision> Decisions { get; init; } = [];

    internal bool IsApproved => Decision == Approval.Approved;

    internal ProposalDecision? On(Proposal proposal) => Decisions.Find(decision => decision.ProposalId == proposal.Id);
}

/// <summary>第十一条第一款第一句: 州党委's review.</summary>
public sealed record PartyCommitteeReviewForm : ReviewForm;

/// <summary>第十一条第一款第一句: 州人民政府's review.</summary>
public sealed record GovernmentReviewForm : ReviewForm;

/// <summary>What a body holds of a proposal.</summary>
public enum ProposalVerdict
{
    /// <summary>同意.</summary>
    Agree,

    /// <summary>修改.</summary>
    Change,

    /// <summary>不同意.</summary>
    Disagree,
}

public sealed record ProposalDecision
{
    [Field("第十一条第一款第一句", ReadOnly = true)]
    public string ProposalId { get; init; } = "";

    [Field("第十一条第一款第一句", From = ChoiceList.Parties, ReadOnly = true)]
    public string PartyId { get; init; } = "";

    [Field("第十三条", From = ChoiceList.Measures, ReadOnly = true)]
    public string Measure { get; init; } = "";

    [Field("第十一条第一款第一句", Multiline = true, ReadOnly = true)]
    public string Proposed { get; init; } = "";

    [Field("第十一条第一款第一句")]
    public ProposalVerdict? Verdict { get; init; }

    [Field("第十一条第一款第一句", Multiline = true), StringLength(2000)]
    public string? Words { get; init; }
}
