using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WorkflowAccountability.Procedure.Play;

/// <summary>
/// The sandboxes that are open on this node: one for each person, few at a time. One that nobody used for two hours, or that is older than a day, goes, and all of
/// them when the site stops; what a killed site left behind goes at the next start.
/// </summary>
public sealed class PlayRooms(TimeProvider clock, PlayDatabase database, ILoggerFactory loggers) : BackgroundService
{
    /// <summary>How many may be open at once.</summary>
    public const int Most = 8;

    private static readonly TimeSpan idle = TimeSpan.FromHours(2), oldest = TimeSpan.FromDays(1), looks = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Kept> rooms = [];
    private readonly SemaphoreSlim door = new(1, 1);

    /// <summary>Where its files lie and how its services log: what a sandbox needs of the site.</summary>
    internal (PlayDatabase Database, ILoggerFactory Loggers) Site => (database, loggers);

    /// <summary>Enters a person's sandbox of a workflow, as the only one; null where there is none. It is left by disposing of what is answered.</summary>
    public async Task<Turn?> EnterAsync(string personId, string definitionId, CancellationToken cancellationToken)
    {
        if (!rooms.TryGetValue(personId, out var kept) || kept.Room.Version.DefinitionId != definitionId)
            return null;
        await kept.Hand.WaitAsync(cancellationToken);
        if (!kept.IsGone)
            return new Turn(kept, clock);
        kept.Hand.Release();
        return null;
    }

    /// <summary>Puts a new one in the place of what the person had; false where too many are open, and then nothing is made.</summary>
    internal async Task<bool> OpenAsync(string personId, Func<Task<PlayRoom?>> make, CancellationToken cancellationToken)
    {
        await door.WaitAsync(cancellationToken);
        try
        {
            await LeaveAsync(personId);
            await ClearAsync();
            if (rooms.Count >= Most)
                return false;
            if (await make() is { } room)
                rooms[personId] = new Kept(room, clock.GetUtcNow());
            return true;
        }
        finally
        {
            door.Release();
        }
    }

    /// <summary>Clears a person's sandbox away.</summary>
    internal async Task LeaveAsync(string personId)
    {
        if (!rooms.TryRemove(personId, out var kept))
            return;
        await kept.Hand.WaitAsync();
        kept.IsGone = true;
        kept.Hand.Release();
        await kept.Room.DisposeAsync();
    }

    /// <summary>Clears away what nobody used for long.</summary>
    internal async Task ClearAsync()
    {
        var now = clock.GetUtcNow();
        foreach (var (owner, kept) in rooms)
            if (kept.UsedAt + idle < now || kept.OpenedAt + oldest < now)
                await LeaveAsync(owner);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        foreach (var owner in rooms.Keys)
            await LeaveAsync(owner);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // By the machine's clock, which the folders bear: the site's may be moved.
        foreach (var left in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories(PlayRoom.FolderPrefix + "*"))
            if (left.CreationTimeUtc + oldest + oldest < TimeProvider.System.GetUtcNow().UtcDateTime)
                Remove(left);
        using var timer = new PeriodicTimer(looks);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await ClearAsync();
    }

    private void Remove(DirectoryInfo left)
    {
        try
        {
            left.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another account's, or another node was first.
            Logs.PlayLeftBehind(loggers.CreateLogger<PlayRooms>(), left.Name, exception);
        }
    }

    /// <summary>A sandbox that is kept for somebody.</summary>
    internal sealed class Kept(PlayRoom room, DateTimeOffset at)
    {
        public PlayRoom Room { get; set; } = room;

        public DateTimeOffset OpenedAt { get; } = at;

        public DateTimeOffset UsedAt { get; set; } = at;

        public bool IsGone { get; set; }

        public SemaphoreSlim Hand { get; } = new(1, 1);
    }

    /// <summary>One hand in a sandbox: a second click waits.</summary>
    public sealed class Turn : IDisposable
    {
        private readonly Kept kept;
        private readonly TimeProvider clock;

        internal Turn(Kept kept, TimeProvider clock) => (this.kept, this.clock) = (kept, clock);

        /// <summary>The sandbox.</summary>
        public PlayRoom Room => kept.Room;

        /// <summary>Puts another in its place, and clears it away.</summary>
        public async Task ReplaceAsync(PlayRoom room)
        {
            var before = kept.Room;
            kept.Room = room;
            await before.DisposeAsync();
        }

        /// <summary>Lets the next hand in.</summary>
        public void Dispose()
        {
            kept.UsedAt = clock.GetUtcNow();
            kept.Hand.Release();
        }
    }
}
