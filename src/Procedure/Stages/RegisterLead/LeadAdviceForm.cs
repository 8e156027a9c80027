using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.RegisterLead;

/// <summary>Whether the adviser shares the registrant's opinion.</summary>
public enum LeadAdvice
{
    /// <summary>同意.</summary>
    Agrees,

    /// <summary>有不同意见.</summary>
    Differs,
}

/// <summary>情形认定意见: the leading bureau's opinion on the lead.</summary>
public sealed record LeadAdviceForm
{
    [Field("内部环节"), Required]
    public LeadAdvice? Advice { get; init; }

    [Field("第六条")]
    public LeadOpinion? Opinion { get; init; }

    [Field("第六条")]
    public List<ClaimedGround> Grounds { get; init; } = [];

    [Field("内部环节", Multiline = true), Required, StringLength(2000)]
    public string Reasons { get; init; } = "";

    [Field("第三条第三款")]
    public HandOver HandOver { get; init; } = new();
}
