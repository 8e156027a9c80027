using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>The notices written to me or to an office of mine; none of a case in which I am under inquiry.</summary>
internal static class ShowNotices
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/notices", HandleAsync);

    private static async Task<IResult> HandleAsync(Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var notices = await NoticeBox.Of(viewer.Actor, db).AsNoTracking().OrderByDescending(notice => notice.At).Take(200).ToListAsync(cancellationToken);
        var (ids, personId) = (notices.Select(notice => notice.Id).ToList(), viewer.Actor.PersonId);
        var read = await db.NoticeReadings.Where(reading => reading.PersonId == personId && ids.Contains(reading.NoticeId)).Select(reading => reading.NoticeId)
            .ToListAsync(cancellationToken);
        return Pages.Page<NoticesPage>(new
        {
            Viewer = viewer.Actor, Notices = (IReadOnlyList<Notice>)notices, Unread = (IReadOnlySet<string>)ids.Except(read).ToHashSet(),
        });
    }
}
