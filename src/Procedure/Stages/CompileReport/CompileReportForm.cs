using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.CompileReport;

/// <summary>What the leader does with the report.</summary>
public enum ReportDecision
{
    /// <summary>签发.</summary>
    Release,

    /// <summary>退回某一部分.</summary>
    BackToSection,
}

/// <summary>The section that the leader opens again; the names are what the definition's decisions compare with.</summary>
public enum ReportSection
{
    /// <summary>第九条第（一）项.</summary>
    Facts,

    /// <summary>第九条第（二）项.</summary>
    Causes,

    /// <summary>第九条第（三）项.</summary>
    Responsibility,

    /// <summary>第十四条.</summary>
    Grounds,

    /// <summary>第九条第（四）项.</summary>
    Proposals,
}

/// <summary>The investigation report as it goes up.</summary>
public sealed record CompileReportForm
{
    [Field("第十一条第一款第二句", Multiline = true), StringLength(20000)]
    public string? InvestigationFacts { get; init; }

    [Field("第十一条第一款第二句", Multiline = true), StringLength(20000)]
    public string? AccountabilityProposals { get; init; }

    [Field("第五条", Multiline = true), StringLength(5000)]
    public string? Principles { get; init; }

    [Field("第十四条第（二）项第二句", Multiline = true), StringLength(10000)]
    public string? History { get; init; }

    [Field("第十四条第（二）项第二段", Multiline = true), StringLength(5000)]
    public string? Records { get; init; }

    [Field("第九条第一句"), Required]
    public ReportDecision? Decision { get; init; }

    [Field("第九条第一句")]
    public ReportSection? BackTo { get; init; }

    [Field("内部环节", Multiline = true), StringLength(2000)]
    public string? Remarks { get; init; }
}
