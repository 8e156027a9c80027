using System.Security.Claims;

namespace WorkflowAccountability.Engine.Designer;

/// <summary>Who sits at the designer, and what he may do there. The four rights are separate; each is asked again when something is done.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="MayView">Whether definitions are shown to him.</param>
/// <param name="MayDraft">Whether he may make and change drafts.</param>
/// <param name="MayCheck">Whether drafts are laid before him for checking.</param>
/// <param name="MayPublish">Whether he may publish what was checked.</param>
public sealed record Designer(string PersonId, bool MayView, bool MayDraft, bool MayCheck, bool MayPublish)
{
    /// <summary>Whether he may try a version in a sandbox: whoever answers for what it says.</summary>
    public bool MayTry => MayDraft || MayCheck || MayPublish;
}

/// <summary>Tells who sits at the designer.</summary>
public interface IDesignerDoor
{
    /// <summary>The rights of a signed-in user at this moment; null for somebody who holds no office.</summary>
    Task<Designer?> WhoAsync(ClaimsPrincipal user, CancellationToken cancellationToken);
}
