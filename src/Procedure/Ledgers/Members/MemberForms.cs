using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Stages.ProposeTeam;

namespace WorkflowAccountability.Procedure.Ledgers.Members;

/// <summary>第八条第二句: a later change of the members is proposed as the team itself was.</summary>
public sealed record ProposeMemberChangeForm
{
    [Field("第八条第二句", From = ChoiceList.Members)]
    public string? Leaves { get; init; }

    [Field("第八条第二句", From = ChoiceList.People)]
    public string? Joins { get; init; }

    [Field("第八条第二句", From = ChoiceList.Organisations)]
    public string? JoinsFor { get; init; }

    [Field("第八条第一句、第九条第一句")]
    public TeamFunction? Function { get; init; }

    [Field("第八条第一句"), StringLength(200)]
    public string? ExpertField { get; init; }

    [Field("内部环节", Multiline = true), Required, StringLength(2000)]
    public string Reasons { get; init; } = "";

    [Field("第八条第二句")]
    public List<ConsultedDepartment> Consulted { get; init; } = [];
}

/// <summary>第八条第二句: the government's answer to a proposed change.</summary>
public sealed record ApproveMemberChangeForm
{
    [Field("第八条第二句", From = ChoiceList.MemberChanges), Required]
    public string Change { get; init; } = "";

    [Field("第八条第二句"), Required]
    public Approval? Decision { get; init; }

    [Field("第八条第二句"), StringLength(100)]
    public string? DocumentNumber { get; init; }

    [Field("第八条第二句")]
    public DateOnly? ApprovedOn { get; init; }

    [Field("内部环节", Multiline = true), StringLength(2000)]
    public string? Remarks { get; init; }
}
