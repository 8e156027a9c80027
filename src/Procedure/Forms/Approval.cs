namespace WorkflowAccountability.Procedure.Forms;

/// <summary>A body approves a text or returns it.</summary>
public enum Approval
{
    /// <summary>批准.</summary>
    Approved,

    /// <summary>退回.</summary>
    Returned,
}
