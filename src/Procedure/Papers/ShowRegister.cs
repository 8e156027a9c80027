using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Papers;

/// <summary>发文登记簿: the numbered documents that exist for me, by code and year. A number whose document I may not know does not stand here.</summary>
internal static class ShowRegister
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/papers", HandleAsync);

    private static async Task<IResult> HandleAsync(int? year, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var (personId, shown) = (viewer.Actor.PersonId, year ?? BeijingTime.DayOf(viewer.Now).Year);
        var seen = db.Cases.Where(CaseAccess.Sees(viewer.Actor, db));
        var numbered = db.Papers.AsNoTracking().Where(paper => paper.Number != null && seen.Any(file => file.Id == paper.CaseId)
            && (!paper.Walled || paper.DraftedById == personId || db.Set<TeamMember>().Any(member => member.CaseId == paper.CaseId && member.PersonId == personId
                && member.Team == TeamKind.Supervision && member.To == null)));
        var years = await numbered.Select(paper => paper.Year!.Value).Distinct().OrderByDescending(known => known).ToListAsync(cancellationToken);
        var papers = await numbered.Where(paper => paper.Year == shown).OrderBy(paper => paper.Code).ThenBy(paper => paper.Ordinal).ToListAsync(cancellationToken);
        return Pages.Page<RegisterPage>(new { Viewer = viewer.Actor, Papers = papers, Year = shown, Years = years });
    }
}
