using System.Security.Claims;
using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Workflows.Drafting;

/// <summary>Tells the designer who somebody is, by the posts that he holds at this moment.</summary>
internal sealed class DesignerDoor(AccountabilityDb db, DirectorySource directories, TimeProvider clock) : IDesignerDoor
{
    public async Task<Designer?> WhoAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (user.FindFirstValue(Viewer.PersonClaim) is not { } personId)
            return null;
        var actor = (await directories.CurrentAsync(db, cancellationToken)).ActorOf(personId, clock.GetUtcNow());
        return actor.IsInOffice ? new Designer(personId, DraftingRights.MayView(actor), DraftingRights.MayDraft(actor), DraftingRights.MayCheck(actor),
            DraftingRights.MayPublish(actor)) : null;
    }
}
