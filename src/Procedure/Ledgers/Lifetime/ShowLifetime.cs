using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Ledgers.Lifetime;

/// <summary>第十四条第（二）项: the lifetime ledger, for the offices that answer for persons.</summary>
internal static class ShowLifetime
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/lifetime", async (
        HttpRequest request, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
    {
        if (!May(viewer.Actor))
            return Pages.NotFound(viewer.Actor);
        var words = request.Query["q"].ToString() is { Length: <= 50 } typed ? typed.Trim() : "";
        return (IResult)Pages.Page<LifetimePage>(new
        {
            Viewer = viewer, Words = words,
            Lines = await LifetimeLedger.OfAsync(db, viewer.Actor, viewer.Directory, words, BeijingTime.DayOf(viewer.Now), cancellationToken),
        });
    });

    /// <summary>内部环节: who may look people up across cases; each finds only the cases that exist for him.</summary>
    public static bool May(Actor actor) =>
        new[] { Roles.Supervision, Roles.Government, Roles.Discipline, Roles.OrgDept, Roles.LeadEnv }.Any(role => actor.Holds(role));
}
