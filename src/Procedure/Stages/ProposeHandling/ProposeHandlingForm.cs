using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.ProposeHandling;

/// <summary>What is proposed for each party, where nothing is, and how aggravating grounds were answered.</summary>
public sealed record ProposeHandlingForm
{
    [Field("第九条第（四）项")]
    public List<Proposal> Proposals { get; init; } = [];

    [Field("第十四条第（三）项")]
    public List<NoProposal> NoProposals { get; init; } = [];

    [Field("第十四条第（一）项")]
    public List<Strictness> Strictness { get; init; } = [];
}

/// <summary>A party for which nothing is proposed, and why.</summary>
public sealed record NoProposal
{
    [Field("第十四条第（三）项", From = ChoiceList.Parties), Required]
    public string PartyId { get; init; } = "";

    [Field("第十四条第（三）项", Multiline = true), Required, StringLength(1000)]
    public string Reason { get; init; } = "";
}

/// <summary>Whether the proposal answers the aggravating ground.</summary>
public enum StrictnessAnswer
{
    /// <summary>已从严.</summary>
    Stricter,

    /// <summary>未从严.</summary>
    NotStricter,
}

/// <summary>第十四条第（一）项 (应当从严): how the proposal is stricter, or why it is not.</summary>
public sealed record Strictness
{
    [Field("第十四条第（一）项", From = ChoiceList.Parties), Required]
    public string PartyId { get; init; } = "";

    [Field("第十四条第（一）项"), Required]
    public StrictnessAnswer? Answer { get; init; }

    [Field("第十四条第（一）项", Multiline = true), Required, StringLength(1000)]
    public string Explanation { get; init; } = "";
}
