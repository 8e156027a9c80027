using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Regulation.Book;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Ledgers.Restrictions;

/// <summary>第十二条第二款: the calculator of impact periods for any official. It knows no case and keeps nothing; what a case holds is confirmed in its ledgers.</summary>
internal static class ShowImpactCalculator
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/impact-periods", async (
        HttpRequest request, Viewer viewer, AccountabilityDb db, RuleBookSource books, CancellationToken cancellationToken) =>
    {
        if (!viewer.Actor.IsInOffice)
            return Pages.NotFound(viewer.Actor);
        var table = (await books.CurrentAsync(db, cancellationToken)).Newest.Impacts;
        return (IResult)Pages.Page<ImpactPage>(new { Viewer = viewer.Actor, Table = table, Question = ImpactQuestion.Of(request.Query, table), Today = BeijingTime.DayOf(viewer.Now) });
    });
}
