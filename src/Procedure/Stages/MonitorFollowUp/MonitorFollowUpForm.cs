using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.MonitorFollowUp;

/// <summary>第十一条第二款第二句: what a follower finds.</summary>
public enum FollowUpResult
{
    /// <summary>已落实.</summary>
    Confirmed,

    /// <summary>尚未落实.</summary>
    NotYet,
}

public sealed record FollowUpForm
{
    [Field("第十一条第二款第二句"), Required]
    public FollowUpResult? Result { get; init; }

    [Field("第十一条第二款第二句")]
    public List<MeasureFollowUp> Measures { get; init; } = [];

    [Field("第十一条第二款第二句", Multiline = true), Required, StringLength(4000)]
    public string Evidence { get; init; } = "";

    [Field("第十一条第二款第二句", Multiline = true), StringLength(4000)]
    public string? Remarks { get; init; }

    internal FollowUpResult? On(string measureId) => Measures.Find(row => row.MeasureId == measureId)?.Result;
}

public sealed record MeasureFollowUp
{
    [Field("第十一条第二款第二句", From = ChoiceList.DecidedMeasures, ReadOnly = true)]
    public string MeasureId { get; init; } = "";

    [Field("第十一条第二款第二句"), Required]
    public FollowUpResult? Result { get; init; }

    [Field("第十一条第二款第二句", Multiline = true), StringLength(2000)]
    public string? Note { get; init; }
}
