using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Ledgers.Restrictions;

/// <summary>第十二条第一款: the page on which personnel and commendation offices ask, their reply slips, and the log of all questions.</summary>
internal static class ShowRestrictions
{
    private const int Newest = 100;

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/restrictions", async (Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
            AskRestrictions.May(viewer.Actor) ? await PageAsync(viewer, db, cancellationToken) : Pages.NotFound(viewer.Actor));
        site.MapPost("/restrictions", AskAsync);
        site.MapGet("/restrictions/{id}", SlipAsync);
    }

    private static async Task<IResult> AskAsync(IFormCollection posted, Viewer viewer, CommandRunner commands, CancellationToken cancellationToken)
    {
        if (!Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        var (person, unit, purpose) = (posted["Person"].ToString(), posted["Unit"].ToString(), posted["Purpose"].ToString());
        return Pages.Answered(await commands.RunAsync(new AskRestrictions(envelope.CommandId, viewer.Actor.PersonId, person.Length > 0 ? person : unit,
            person.Length > 0, purpose.Length > 500 ? purpose[..500] : purpose), cancellationToken), viewer.Actor);
    }

    private static async Task<IResult> PageAsync(Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        // Whoever keeps the ledger reads who asked what for; the others their own questions.
        var (me, all) = (viewer.Actor.PersonId, viewer.Actor.Holds(Roles.Supervision));
        var asked = await db.Set<RestrictionQuery>().AsNoTracking().Where(query => (all || query.PersonId == me) && !(query.IsPerson && query.SubjectId == me))
            .OrderByDescending(query => query.At).Take(Newest).ToListAsync(cancellationToken);
        return Pages.Page<RestrictionsPage>(new { Viewer = viewer, Asked = (IReadOnlyList<RestrictionQuery>)asked });
    }

    private static async Task<IResult> SlipAsync(string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var query = await db.Set<RestrictionQuery>().AsNoTracking().SingleOrDefaultAsync(query => query.Id == id, cancellationToken);
        return query is null || !AskRestrictions.May(viewer.Actor) || (query.PersonId != viewer.Actor.PersonId && !viewer.Actor.Holds(Roles.Supervision))
            || (query.IsPerson && query.SubjectId == viewer.Actor.PersonId)
            ? Pages.NotFound(viewer.Actor)
            : Pages.Page<RestrictionSlipPage>(new
            {
                Query = query,
                Restrictions = (IReadOnlyList<AnsweredRestriction>)JsonSerializer.Deserialize<List<AnsweredRestriction>>(query.Answer, FormJsonText.Options)!,
            });
    }
}
