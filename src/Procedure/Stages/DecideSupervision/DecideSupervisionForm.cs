using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.DecideSupervision;

/// <summary>第十条第一句: whether the supervision bureau forms an accountability team of its own.</summary>
public enum SupervisionDecision
{
    /// <summary>独立组成责任追究调查组.</summary>
    Started,

    /// <summary>根据调查进展情况不需要.</summary>
    NotNeeded,
}

public sealed record DecideSupervisionForm
{
    [Field("第十条第一句"), Required]
    public SupervisionDecision? Decision { get; init; }

    [Field("第十条第一句", Multiline = true), Required, StringLength(2000)]
    public string Reason { get; init; } = "";

    [Field("内部环节"), StringLength(100)]
    public string? DocumentNumber { get; init; }

    [Field("内部环节")]
    public DateOnly? StartedOn { get; init; }

    [Field("第十条第一句")]
    public List<SupervisionMember> Members { get; init; } = [];
}

public sealed record SupervisionMember
{
    [Field("第十条第一句", From = ChoiceList.People), Required]
    public string PersonId { get; init; } = "";

    [Field("第十条第一句", From = ChoiceList.Organisations), Required]
    public string OrganisationId { get; init; } = "";

    [Field("内部环节"), Required]
    public TeamFunction? Function { get; init; }

    [Field("内部环节"), StringLength(500)]
    public string? Reason { get; init; }
}
