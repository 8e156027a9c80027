using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>
/// Server-sent events: how many items wait for me and how many notices I have not read, whenever it changes. Rights are asked at every look; after a
/// few minutes the stream ends and the browser comes again, so that a sign-out ends it too.
/// </summary>
internal static class ShowCounts
{
    private const int Looks = 30;
    private static readonly TimeSpan between = TimeSpan.FromSeconds(10);

    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/events",
        (Viewer viewer, IDbContextFactory<AccountabilityDb> databases, DirectorySource directories, TimeProvider clock, IHostApplicationLifetime life, CancellationToken cancellationToken) =>
            TypedResults.ServerSentEvents(EventsAsync(viewer.Actor.PersonId, databases, directories, clock, life.ApplicationStopping, cancellationToken)));

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(string personId, IDbContextFactory<AccountabilityDb> databases,
        DirectorySource directories, TimeProvider clock, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Every open window listens: a site that stops must not wait for them.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        Counts? told = null;
        using var timer = new PeriodicTimer(between);
        for (var look = 0; look < Looks; look++)
        {
            var counts = await CountAsync(personId, databases, directories, clock, cancellationToken);
            // An unchanged count is repeated now and then, so that a connection that broke is noticed.
            if (counts != told || look % 3 == 0)
                yield return new SseItem<string>(JsonSerializer.Serialize(counts, JsonSerializerOptions.Web), "counts");
            told = counts;
            if (!await NextAsync(timer, ends.Token))
                yield break;
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken ends)
    {
        try
        {
            return await timer.WaitForNextTickAsync(ends);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task<Counts> CountAsync(
        string personId, IDbContextFactory<AccountabilityDb> databases, DirectorySource directories, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var actor = (await directories.CurrentAsync(db, cancellationToken)).ActorOf(personId, clock.GetUtcNow());
        return new Counts(await CaseAccess.InboxOf(actor, db).CountAsync(cancellationToken), await NoticeBox.Unread(actor, db).CountAsync(cancellationToken));
    }

    private sealed record Counts(int Open, int Unread);
}
