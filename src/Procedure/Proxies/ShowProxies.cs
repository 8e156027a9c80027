using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Workflows;

namespace WorkflowAccountability.Procedure.Proxies;

/// <summary>Whom I let stand in for me, and for whom I stand in.</summary>
internal static class ShowProxies
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/proxies", (Viewer viewer, AccountabilityDb db, StageCatalog stages, DefinitionCatalog definitions, CancellationToken cancellationToken) =>
            PageAsync(viewer, db, stages, definitions, null, [], cancellationToken));
        site.MapPost("/proxies", GiveAsync);
        site.MapPost("/proxies/{id}/end", async (string id, IFormCollection posted, Viewer viewer, CommandRunner commands, CancellationToken cancellationToken) =>
            Envelope.TryRead(posted, out var envelope)
                ? Pages.Answered(await commands.RunAsync(new EndProxy(envelope.CommandId, viewer.Actor.PersonId, id), cancellationToken), viewer.Actor)
                : Pages.NotFound(viewer.Actor));
    }

    private static async Task<IResult> GiveAsync(
        IFormCollection posted, Viewer viewer, AccountabilityDb db, StageCatalog stages, DefinitionCatalog definitions, CommandRunner commands, CancellationToken cancellationToken)
    {
        if (!Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        var order = new GiveProxy(envelope.CommandId, viewer.Actor.PersonId, posted["To"].ToString(), Day(posted["From"].ToString()), Day(posted["Until"].ToString()),
            posted["All"] == "false" ? [.. posted["Stage"].OfType<string>().Distinct()] : [], posted["Reason"].ToString().Trim());
        // "Only these" without any would be read as all of them.
        if (posted["All"] == "false" && order.Stages.Count == 0)
            return await PageAsync(viewer, db, stages, definitions, order, [Ruling.Refuse("内部环节", Text.Of<ProxyTexts>("NoStage.Reason"), Text.Of<ProxyTexts>("NoStage.Remedy"))],
                cancellationToken);
        var answer = await commands.RunAsync(order, cancellationToken);
        return answer is Answer.Refused refused ? await PageAsync(viewer, db, stages, definitions, order, refused.Rulings, cancellationToken) : Pages.Answered(answer, viewer.Actor);
    }

    private static async Task<IResult> PageAsync(
        Viewer viewer, AccountabilityDb db, StageCatalog stages, DefinitionCatalog definitions, GiveProxy? typed, IReadOnlyList<Ruling> refusals, CancellationToken cancellationToken)
    {
        if (!viewer.Actor.IsInOffice)
            return Pages.NotFound(viewer.Actor);
        var personId = viewer.Actor.PersonId;
        return Pages.Page<ProxiesPage>(new
        {
            Viewer = viewer.Actor, viewer.Directory, Today = ProxyRules.Today(viewer.Now), Typed = typed, Refusals = refusals,
            Stages = await ProxyStages.OfAsync(viewer.Actor, db, stages, definitions, ProxyRules.Today(viewer.Now), cancellationToken),
            Rows = (IReadOnlyList<Proxy>)await db.Set<Proxy>().AsNoTracking().Where(proxy => proxy.PrincipalId == personId || proxy.ProxyId == personId)
                .OrderByDescending(proxy => proxy.From).ThenByDescending(proxy => proxy.GivenAt).Take(100).ToListAsync(cancellationToken),
        }, refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
