using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.ReleaseSpecialReport;

/// <summary>What the supervision leader does with the special report.</summary>
public enum SpecialReportDecision
{
    /// <summary>签发上报.</summary>
    Released,

    /// <summary>修改追责意见后再报.</summary>
    BackToOpinions,
}

public sealed record SpecialReportForm
{
    [Field("第十一条第一款第二句"), Required]
    public SpecialReportDecision? Decision { get; init; }

    [Field("第十一条第一款第二句"), StringLength(200)]
    public string? Title { get; init; }

    [Field("内部环节"), StringLength(100)]
    public string? DocumentNumber { get; init; }

    [Field("第十条第一句、第十一条第一款第二句", Multiline = true), StringLength(50000)]
    public string? Findings { get; init; }

    [Field("第十条第一句、第十一条第一款第二句", Multiline = true), StringLength(50000)]
    public string? Opinions { get; init; }

    [Field("内部环节", Multiline = true), StringLength(2000)]
    public string? Remarks { get; init; }

    internal bool IsReleased => Decision == SpecialReportDecision.Released;
}
