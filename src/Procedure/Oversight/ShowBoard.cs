using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Procedure.Ledgers.Recusal;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Oversight;

/// <summary>The board: what is late, near or in time among all that the viewer may look after; empty, never forbidden, for whom nothing is.</summary>
internal static class ShowBoard
{
    private const int MostOnPaper = 500;

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(BoardFilter.Board, HandleAsync);
        site.MapGet(BoardFilter.Board + "/print", PrintAsync);
    }

    private static async Task<IResult> HandleAsync(
        HttpRequest request, Viewer viewer, AccountabilityDb db, BoardQueries queries, BoardRows rows, CancellationToken cancellationToken)
    {
        var filter = BoardFilter.Of(request.Query);
        var (items, next) = await queries.PageAsync(filter, viewer, BoardQueries.PageSize, cancellationToken);
        return Pages.Page<BoardPage>(new
        {
            Filter = filter, Viewer = viewer, Counts = await queries.CountAsync(filter, viewer, cancellationToken),
            Stages = await queries.StagesAsync(viewer, cancellationToken), Sums = await queries.SumAsync(filter, viewer, cancellationToken),
            Rows = await rows.ReadAsync(items, viewer, cancellationToken), Orders = await OpenOrders.OfAsync(viewer.Actor, db, cancellationToken),
            Ties = await TieAlarm.StandingAsync(viewer.Actor, viewer.Directory, db, cancellationToken), Next = next is null ? null : filter with { After = next },
        });
    }

    private static async Task<IResult> PrintAsync(HttpRequest request, Viewer viewer, BoardQueries queries, BoardRows rows, CancellationToken cancellationToken)
    {
        var filter = BoardFilter.Of(request.Query) with { After = null };
        var (items, next) = await queries.PageAsync(filter, viewer, MostOnPaper, cancellationToken);
        return Pages.Page<BoardSheetPage>(new
        {
            Filter = filter, Viewer = viewer, Counts = await queries.CountAsync(filter, viewer, cancellationToken),
            Rows = await rows.ReadAsync(items, viewer, cancellationToken), IsCut = next is not null,
        });
    }
}
