using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.CooperateWithSuperior;

/// <summary>第七条第二句: what the superior asks for, and of which department.</summary>
public sealed record CooperationRequestsForm
{
    [Field("第七条第二句"), Required, StringLength(200)]
    public string SuperiorOrgan { get; init; } = "";

    [Field("第七条第二句"), StringLength(200)]
    public string? SuperiorDocument { get; init; }

    [Field("第七条第二句")]
    public List<CooperationRequest> Requests { get; init; } = [];
}

/// <summary>One request of the superior to one department.</summary>
public sealed record CooperationRequest
{
    [Field("第七条第二句", From = ChoiceList.Organisations), Required]
    public string OrganisationId { get; init; } = "";

    [Field("第七条第二句", Multiline = true), Required, StringLength(2000)]
    public string What { get; init; } = "";

    [Field("第七条第二句"), Required]
    public DateOnly? DueOn { get; init; }
}

/// <summary>第七条第二句: what a department supplied, and who can be asked about it.</summary>
public sealed record CooperationSupplyForm
{
    [Field("第七条第二句", Multiline = true, ReadOnly = true), StringLength(2000)]
    public string? Request { get; init; }

    [Field("第七条第二句", ReadOnly = true)]
    public DateOnly? DueOn { get; init; }

    [Field("第七条第二句", Multiline = true), Required, StringLength(4000)]
    public string Supplied { get; init; } = "";

    [Field("第七条第二句", From = ChoiceList.Files)]
    public List<string> SuppliedFiles { get; init; } = [];

    [Field("内部环节"), Required]
    public DateOnly? SuppliedOn { get; init; }

    [Field("内部环节"), Required, StringLength(200)]
    public string Contact { get; init; } = "";

    [Field("内部环节"), StringLength(100)]
    public string? Receipt { get; init; }
}

/// <summary>Whether the superior asks for more.</summary>
public enum CooperationEnd
{
    /// <summary>配合完毕.</summary>
    Concluded,

    /// <summary>上级提出新的要求.</summary>
    FurtherRequests,
}

/// <summary>第七条第二句: how the superior's investigation ended.</summary>
public sealed record CooperationConclusionForm
{
    [Field("内部环节"), Required]
    public CooperationEnd? End { get; init; }

    [Field("内部环节", Multiline = true), StringLength(4000)]
    public string? Result { get; init; }

    [Field("内部环节")]
    public DateOnly? ConcludedOn { get; init; }

    [Field("内部环节"), StringLength(200)]
    public string? Document { get; init; }
}
