using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers.Recusal;

namespace WorkflowAccountability.Procedure.Stages.ApproveTeam;

/// <summary>The prefectural government's answer to the plan of the team.</summary>
public sealed record ApproveTeamForm
{
    [Field("第八条第二句"), Required]
    public Approval? Decision { get; init; }

    [Field("第八条第二句"), StringLength(100)]
    public string? DocumentNumber { get; init; }

    [Field("第八条第二句")]
    public DateOnly? ApprovedOn { get; init; }

    [Field("内部环节", Multiline = true), StringLength(2000)]
    public string? Remarks { get; init; }

    [Field(RecusalRules.Clause, ReadOnly = true)]
    public List<DecidedTie> Ties { get; init; } = [];
}

/// <summary>参照《突发环境事件调查处理办法》第六条: what the check found of a member of the plan, and what the government decides on it; nothing while it is left open.</summary>
public sealed record DecidedTie
{
    [Field(RecusalRules.Clause, From = ChoiceList.People, ReadOnly = true), Required]
    public string PersonId { get; init; } = "";

    [Field(RecusalRules.Clause, ReadOnly = true), Required]
    public RecusalGround? Ground { get; init; }

    [Field(RecusalRules.Clause, Multiline = true, ReadOnly = true), StringLength(2000)]
    public string? Found { get; init; }

    [Field(RecusalRules.Clause)]
    public RecusalVerdict? Verdict { get; init; }

    [Field(RecusalRules.Clause, Multiline = true), StringLength(2000)]
    public string? Reasons { get; init; }
}
