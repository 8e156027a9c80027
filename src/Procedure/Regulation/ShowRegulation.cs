using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Procedure.Regulation.Book;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>依据: the regulation word for word, each clause with an address of its own, what the system does for it, and the laws behind it.</summary>
internal static class ShowRegulation
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/regulation", async (
        Viewer viewer, AccountabilityDb db, RuleBookSource books, CancellationToken cancellationToken) =>
        Pages.Page<RegulationPage>(new { Viewer = viewer.Actor, (await books.CurrentAsync(db, cancellationToken)).Newest.Bases }));

    /// <summary>The address of a clause; the page itself where the citation is of something else.</summary>
    public static string AddressOf(string citation) => RegulationText.Current.Knows(citation) ? $"/regulation#{citation}" : "/regulation#bases";
}
