using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.WorkItems.Inbox;

/// <summary>Keeps a view of the workbench under a name, or drops it. It is the reader's own and changes no case; the same name replaces the view.</summary>
internal static class KeepFilter
{
    private const int Most = 20, LongestName = 20;

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapPost("/filters", KeepAsync);
        site.MapPost("/filters/{id}/remove", RemoveAsync);
    }

    private static async Task<IResult> KeepAsync(IFormCollection posted, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var (name, personId) = (posted["Name"].ToString().Trim(), viewer.Actor.PersonId);
        var view = InboxView.Of(new QueryCollection(QueryHelpers.ParseQuery(posted["View"].ToString()))) with { After = null };
        var known = await db.SavedFilters.AsTracking().Where(filter => filter.PersonId == personId).ToListAsync(cancellationToken);
        if (name.Length is 0 or > LongestName || (known.Count >= Most && known.TrueForAll(filter => filter.Name != name)))
            return Pages.Page<RefusedPage>(new
            {
                Rulings = (IReadOnlyList<Ruling>)[Ruling.Refuse(Citations.InternalStep, Text.Of<InboxTexts>(name.Length is 0 or > LongestName ? "Filter.Name.Reason" : "Filter.Many.Reason"),
                    Text.Of<InboxTexts>(name.Length is 0 or > LongestName ? "Filter.Name.Remedy" : "Filter.Many.Remedy"))],
                Viewer = viewer.Actor,
            }, StatusCodes.Status422UnprocessableEntity);
        db.SavedFilters.RemoveRange(known.Where(filter => filter.Name == name));
        await db.SaveChangesAsync(cancellationToken);
        db.SavedFilters.Add(new SavedFilter { Id = Guid.NewGuid().ToString("n"), PersonId = personId, Name = name, Query = view.Query, At = viewer.Now });
        await db.SaveChangesAsync(cancellationToken);
        return new SeeOther(view.Path);
    }

    private static async Task<IResult> RemoveAsync(string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var personId = viewer.Actor.PersonId;
        var removed = await db.SavedFilters.Where(filter => filter.Id == id && filter.PersonId == personId).ExecuteDeleteAsync(cancellationToken);
        return removed == 0 || !posted.ContainsKey("Back") ? Pages.NotFound(viewer.Actor) : new SeeOther("/");
    }
}
