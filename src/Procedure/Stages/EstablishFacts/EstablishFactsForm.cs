using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.EstablishFacts;

/// <summary>What happened, whom it hurt, and what it cost.</summary>
public sealed record EstablishFactsForm
{
    [Field("第九条第（一）项", Multiline = true), Required, StringLength(10000)]
    public string PresentState { get; init; } = "";

    [Field("第九条第（一）项")]
    public List<CourseEntry> Course { get; init; } = [];

    [Field("第九条第（一）项、第十六条第一款")]
    public StatedEvent Event { get; init; } = new();

    [Field("第九条第（一）项")]
    public LossAssessment DirectLoss { get; init; } = new();

    [Field("第九条第（一）项")]
    public LossAssessment IndirectLoss { get; init; } = new();

    [Field("第九条第（一）项")]
    public LossAssessment EcologicalDamage { get; init; } = new();

    [Field("内部环节", From = ChoiceList.Files)]
    public List<string> EvidenceFiles { get; init; } = [];

    /// <summary>第十六条第一款: the event as the scale counts it, with the direct loss that was assessed.</summary>
    public StatedEvent Counted() => Event with { DirectLoss = DirectLoss.Amount / StatedEvent.TenThousandYuan };
}

/// <summary>One entry of the course of events.</summary>
public sealed record CourseEntry
{
    [Field("第九条第（一）项"), Required]
    public DateOnly? On { get; init; }

    [Field("第九条第（一）项", Multiline = true), Required, StringLength(2000)]
    public string What { get; init; } = "";

    [Field("内部环节"), StringLength(500)]
    public string? Evidence { get; init; }
}

/// <summary>An assessed loss in yuan with the manner of its assessment, or why there is none.</summary>
public sealed record LossAssessment
{
    [Field("第九条第（一）项"), Range(typeof(decimal), "0", "999999999999", ParseLimitsInInvariantCulture = true)]
    public decimal? Amount { get; init; }

    [Field("内部环节"), StringLength(500)]
    public string? Method { get; init; }

    [Field("内部环节"), StringLength(200)]
    public string? Assessor { get; init; }

    [Field("内部环节"), StringLength(500)]
    public string? Scope { get; init; }

    [Field("内部环节")]
    public DateOnly? AssessedOn { get; init; }

    [Field("第九条第（一）项", Multiline = true), StringLength(1000)]
    public string? NoneBecause { get; init; }
}
