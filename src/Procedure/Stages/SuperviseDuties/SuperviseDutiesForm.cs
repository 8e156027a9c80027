using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.SuperviseDuties;

/// <summary>第二条: how a duty was performed.</summary>
public enum DutyPerformance
{
    /// <summary>尽职履责.</summary>
    Performed,

    /// <summary>不履职.</summary>
    NotPerformed,

    /// <summary>不当履职.</summary>
    ImproperlyPerformed,

    /// <summary>违法履职.</summary>
    UnlawfullyPerformed,
}

public sealed record SuperviseDutiesForm
{
    [Field("第十条第一句")]
    public List<DutyFinding> Duties { get; init; } = [];

    [Field("第十条第一句", Multiline = true), Required, StringLength(20000)]
    public string Inquiry { get; init; } = "";

    [Field("第十条第一句")]
    public List<Proposal> Opinions { get; init; } = [];

    [Field("第十条第一句", Multiline = true), StringLength(2000)]
    public string? NoOpinionsReason { get; init; }

    [Field("内部环节", From = ChoiceList.Files)]
    public List<string> EvidenceFiles { get; init; } = [];
}

public sealed record DutyFinding
{
    [Field("第十条第一句", From = ChoiceList.Parties), Required]
    public string PartyId { get; init; } = "";

    [Field("第二条"), Required]
    public DutyPerformance? Performance { get; init; }

    [Field("第十条第一句", Multiline = true), Required, StringLength(4000)]
    public string Finding { get; init; } = "";
}
