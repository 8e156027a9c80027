using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Ledgers.Remedies;

/// <summary>The legal office says that the lane of other laws is used in this case.</summary>
public sealed record OpenRemediesForm
{
    [Field("内部环节"), Required, StringLength(100)]
    public string LegalOpinion { get; init; } = "";

    [Field(RemedyLane.OtherLaws, Multiline = true), Required, StringLength(2000)]
    public string Reasons { get; init; } = "";
}

/// <summary>拟处理事实告知 and 陈述申辩.</summary>
public sealed record HearPartyForm
{
    [Field(RemedyLane.Hearing, From = ChoiceList.Parties), Required]
    public string PartyId { get; init; } = "";

    [Field(RemedyLane.Hearing), Required]
    public DateOnly? NotifiedOn { get; init; }

    [Field(RemedyLane.Hearing, Multiline = true), Required, StringLength(4000)]
    public string Facts { get; init; } = "";

    [Field(RemedyLane.Hearing)]
    public DateOnly? HeardOn { get; init; }

    [Field(RemedyLane.Hearing, Multiline = true), StringLength(8000)]
    public string? Statement { get; init; }

    [Field(RemedyLane.Hearing, Multiline = true), StringLength(4000)]
    public string? WhatBecameOfIt { get; init; }
}

/// <summary>Who decided on a sanction: the appeals against it follow another law.</summary>
public enum SanctionMaker
{
    /// <summary>监察机关.</summary>
    SupervisionOrgan,

    /// <summary>任免机关、单位.</summary>
    AppointingOrgan,
}

/// <summary>送达.</summary>
public sealed record ServeDecisionForm
{
    [Field(RemedyLane.Service, From = ChoiceList.DecidedMeasures), Required]
    public string MeasureId { get; init; } = "";

    [Field(RemedyLane.Service), Required]
    public DateOnly? ServedOn { get; init; }

    [Field(RemedyLane.Service), Required, StringLength(200)]
    public string Receipt { get; init; } = "";

    [Field(RemedyLane.Service)]
    public bool RouteIsStated { get; init; }

    [Field(RemedyLane.Appeal)]
    public SanctionMaker? MadeBy { get; init; }
}

/// <summary>申诉.</summary>
public sealed record RecordAppealForm
{
    [Field(RemedyLane.Appeal, From = ChoiceList.DecidedMeasures), Required]
    public string MeasureId { get; init; } = "";

    [Field(RemedyLane.Appeal), Required]
    public DateOnly? ReceivedOn { get; init; }

    [Field(RemedyLane.Appeal, Multiline = true), Required, StringLength(4000)]
    public string Grounds { get; init; } = "";

    [Field("内部环节", Multiline = true), StringLength(1000)]
    public string? WhyTakenThoughLate { get; init; }
}

public enum AppealOutcome
{
    /// <summary>维持.</summary>
    Upheld,

    /// <summary>变更.</summary>
    Changed,

    /// <summary>撤销.</summary>
    Revoked,

    /// <summary>申诉人撤回申诉.</summary>
    TakenBack,
}

/// <summary>申诉处理决定.</summary>
public sealed record DecideAppealForm
{
    [Field(RemedyLane.Appeal, From = ChoiceList.Appeals), Required]
    public string Appeal { get; init; } = "";

    [Field(RemedyLane.Appeal), Required]
    public AppealOutcome? Outcome { get; init; }

    [Field(RemedyLane.Appeal), Required]
    public DateOnly? DecidedOn { get; init; }

    [Field("内部环节"), Required, StringLength(100)]
    public string DocumentNumber { get; init; } = "";

    [Field(RemedyLane.Appeal, Multiline = true), StringLength(2000)]
    public string? NewWords { get; init; }

    [Field("第十三条第一款第（二）项")]
    public decimal? NewAmountInYuan { get; init; }

    [Field("第十二条第一款")]
    public bool LiftsRestrictions { get; init; }
}
