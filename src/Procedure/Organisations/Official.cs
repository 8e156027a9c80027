using Microsoft.AspNetCore.Identity;

namespace WorkflowAccountability.Procedure.Organisations;

/// <summary>A person's account on this site. What he may do comes from his posts, never from the account.</summary>
public sealed class Official : IdentityUser
{
    /// <summary>The person.</summary>
    public required string PersonId { get; init; }

    /// <summary>Whether he must choose a password of his own before anything else.</summary>
    public bool MustChangePassword { get; set; }
}
