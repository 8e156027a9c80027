using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages;

/// <summary>What the leader says to a section of the investigation.</summary>
public enum SectionDecision
{
    /// <summary>签发.</summary>
    SignedOff,

    /// <summary>退回重写.</summary>
    BackToSection,
}

/// <summary>第九条第一句: the leader answers for all of the investigation, so every section bears his sign-off.</summary>
public sealed record SectionSignOffForm
{
    [Field("第九条第一句"), Required]
    public SectionDecision? Decision { get; init; }

    [Field("内部环节", Multiline = true), StringLength(2000)]
    public string? Remarks { get; init; }
}
