using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

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
}
