using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.ConsultDiscipline;

/// <summary>The letter by which the supervision side asks for opinions.</summary>
public sealed record ConsultationLetterForm
{
    [Field("第十条第二句")]
    public List<ConsultedBody> Bodies { get; init; } = [];

    [Field("第十条第二句", Multiline = true), StringLength(1000)]
    public string? WhyNotBoth { get; init; }

    [Field("内部环节"), Required, StringLength(100)]
    public string LetterNumber { get; init; } = "";

    [Field("第十条第二句", Multiline = true), Required, StringLength(10000)]
    public string Letter { get; init; } = "";

    [Field("第十条第二句")]
    public List<ConcernedProposal> Proposals { get; init; } = [];
}

public sealed record ConsultedBody
{
    [Field("第十条第二句", From = ChoiceList.Roles), Required]
    public string Role { get; init; } = "";
}

public sealed record ConcernedProposal
{
    [Field("第十条第二句", From = ChoiceList.Proposals), Required]
    public string ProposalId { get; init; } = "";
}

/// <summary>第十条第二句: what a consulted body holds.</summary>
public enum ConsultedPosition
{
    /// <summary>同意.</summary>
    Agree,

    /// <summary>有不同意见.</summary>
    Differ,

    /// <summary>无意见.</summary>
    NoObjection,
}

/// <summary>A consulted body's answer. It sees the letter and the proposals concerned, and nothing else of the file.</summary>
public sealed record ConsultedOpinionForm
{
    [Field("第十条第二句", ReadOnly = true)]
    public string LetterNumber { get; init; } = "";

    [Field("第十条第二句", Multiline = true, ReadOnly = true)]
    public string Letter { get; init; } = "";

    [Field("第十条第二句", ReadOnly = true)]
    public List<AskedProposal> Proposals { get; init; } = [];

    [Field("第十条第二句"), Required]
    public ConsultedPosition? Position { get; init; }

    [Field("第十条第二句", Multiline = true), Required, StringLength(10000)]
    public string Opinion { get; init; } = "";

    [Field("内部环节"), Required, StringLength(100)]
    public string DocumentNumber { get; init; } = "";

    [Field("内部环节"), Required]
    public DateOnly? AnsweredOn { get; init; }
}

/// <summary>A proposal as it stood in the letter.</summary>
public sealed record AskedProposal
{
    [Field("内部环节", ReadOnly = true)]
    public string ProposalId { get; init; } = "";

    [Field("第十条第二句", From = ChoiceList.Parties, ReadOnly = true)]
    public string PartyId { get; init; } = "";

    [Field("第十条第二句", From = ChoiceList.Measures, ReadOnly = true)]
    public string Measure { get; init; } = "";

    [Field("第十条第二句", Multiline = true, ReadOnly = true)]
    public string Text { get; init; } = "";

    internal bool IsAbout(Proposal proposal) =>
        (ProposalId, PartyId, Measure) == (proposal.Id, proposal.PartyId, proposal.Measure) && Wording.IsSame(Text, proposal.Text);

    internal bool IsSame(AskedProposal other) =>
        (ProposalId, PartyId, Measure) == (other.ProposalId, other.PartyId, other.Measure) && Wording.IsSame(Text, other.Text);
}
