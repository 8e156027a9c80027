using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Oversight;

/// <summary>Where somebody begins who asked for no page: the supervisors' office at its board, unless something waits to be done by it.</summary>
public static class FirstPage
{
    /// <summary>The path.</summary>
    public static async Task<string> OfAsync(Actor actor, AccountabilityDb db, CancellationToken cancellationToken) =>
        actor.Holds(Roles.Oversight) && !await CaseAccess.InboxOf(actor, db).AnyAsync(cancellationToken) ? BoardFilter.Board : "/";
}
