using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Cases.Search;

/// <summary>The cases that exist for me: found by words and filters, page by page.</summary>
internal static class ListCases
{
    private const int Page = 30;
    private const int MostCounted = 1000;

    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/cases", HandleAsync);

    private static async Task<IResult> HandleAsync(
        HttpRequest request, Viewer viewer, AccountabilityDb db, StageCatalog stages, CancellationToken cancellationToken)
    {
        var filter = CaseFilter.Read(request.Query);
        var all = CaseSearch.Find(db, viewer.Actor, viewer.Directory, filter);
        // Beyond that nobody counts along: the page says "more than".
        var count = await all.Take(MostCounted + 1).CountAsync(cancellationToken);
        var files = await (filter.After is { } last ? CaseSearch.Behind(all, last) : all).Take(Page + 1).ToListAsync(cancellationToken);
        var shown = files.Take(Page).ToList();
        return Pages.Page<CasesPage>(new
        {
            Viewer = viewer.Actor, Filter = filter, Count = count, IsMore = count > MostCounted,
            Rows = await RowsAsync(db, viewer, stages, shown, cancellationToken),
            Next = files.Count > Page ? (filter with { After = (shown[^1].OpenedAt.UtcTicks, shown[^1].Id) }).Address() : null,
            Stages = StageChoice.Among(stages.All.Where(stage => !stage.About.Walled || viewer.Actor.Holds(Roles.Supervision)),
                await CaseSearch.AddedSteps(db, viewer.Actor).ToListAsync(cancellationToken)),
            Counties = Counties(viewer),
        });
    }

    /// <summary>The counties and parks that exist today.</summary>
    internal static IReadOnlyList<(string Id, string Name)> Counties(Viewer viewer)
    {
        var today = BeijingTime.DayOf(viewer.Now);
        return [.. viewer.Directory.OrganisationsOn(today)
            .Where(id => viewer.Directory.Organisation(id) is { Kind: OrganisationKind.County or OrganisationKind.Park })
            .Select(id => (id, viewer.Directory.ShortNameOf(id, today)))];
    }

    /// <summary>The lines of a page: where each case stands now, as far as the viewer may know.</summary>
    internal static async Task<IReadOnlyList<CaseRow>> RowsAsync(
        AccountabilityDb db, Viewer viewer, StageCatalog stages, IReadOnlyList<CaseFile> files, CancellationToken cancellationToken)
    {
        var ids = files.Select(file => file.Id).ToList();
        var open = (await CaseSearch.VisibleOpen(db, viewer.Actor.PersonId).Where(item => ids.Contains(item.CaseId)).ToListAsync(cancellationToken))
            .ToLookup(item => item.CaseId);
        return [.. files.Select(file => new CaseRow(
            file, [.. open[file.Id].OrderBy(item => item.OpenedAt).Select(item => stages.Of(item).Title.ToString()).Distinct()],
            open[file.Id].Min(item => item.DueAt),
            file.County is { } county ? viewer.Directory.ShortNameOf(county, BeijingTime.DayOf(file.OpenedAt)) : null))];
    }
}

/// <summary>A line of the list.</summary>
/// <param name="Stages">The names of the stages being worked on.</param>
/// <param name="DueAt">The soonest due of them; null where no deadline runs.</param>
/// <param name="County">The county's name when the case was opened.</param>
public sealed record CaseRow(CaseFile File, IReadOnlyList<string> Stages, DateTimeOffset? DueAt, string? County);
