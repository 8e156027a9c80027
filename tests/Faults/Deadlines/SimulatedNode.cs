using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Web.Jobs;

namespace WorkflowAccountability.Faults.Deadlines;

/// <summary>The time that is, moved by the simulation; also the database's.</summary>
internal sealed class TrueTime(DateTimeOffset begins)
{
    public DateTimeOffset Now { get; private set; } = begins;

    public void MoveTo(DateTimeOffset moment) => Now = moment > Now ? moment : Now;
}

/// <summary>A machine's clock, minutes away from the time that is.</summary>
internal sealed class WrongClock(TrueTime time) : TimeProvider
{
    public TimeSpan Skew { get; set; }

    public override DateTimeOffset GetUtcNow() => time.Now + Skew;

    public override long GetTimestamp() => time.Now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;
}

/// <summary>One of the nodes: its own clock, its own memory, the same rows.</summary>
internal sealed class SimulatedNode : IAsyncDisposable
{
    private readonly TrueTime time;
    private readonly WrongClock machine;
    private readonly DatabaseClock clock;
    private World? world;

    public SimulatedNode(TrueTime time)
    {
        this.time = time;
        machine = new WrongClock(time);
        clock = new DatabaseClock(machine);
    }

    public World World => world ?? throw new InvalidOperationException("The node has not started.");

    /// <summary>How often it was killed in the middle of a sweep.</summary>
    public int Kills { get; private set; }

    public async Task StartAsync(string connection, bool isFirst) =>
        world = isFirst ? await World.MakeAsync(connection, clock) : World.On(connection, clock);

    /// <summary>Its machine's clock goes wrong, at most by ten minutes either way; within the minute it is put right by the database's.</summary>
    public void Skew(Random chance)
    {
        machine.Skew = TimeSpan.FromSeconds(chance.Next(-600, 601));
        if (clock.Observe(machine.GetUtcNow(), time.Now) is { } jump)
            throw new InvalidOperationException($"The clock is said to have jumped by {jump}, and it has not.");
    }

    /// <summary>What the job does each minute. Dies at a step when one is given.</summary>
    public async Task SweepAsync(int? dieAt = null)
    {
        using var life = new CancellationTokenSource();
        var steps = 0;
        World.Watch.Watcher = dieAt is null ? null : _ =>
        {
            if (++steps < dieAt)
                return;
            life.Cancel();
            throw new OperationCanceledException(life.Token);
        };
        try
        {
            await World.Get<SweepDeadlines>().RunAsync(life.Token);
        }
        catch (Exception) when (life.IsCancellationRequested)
        {
            Kills++;
        }
        finally
        {
            World.Watch.Watcher = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (world is not null)
            await world.DisposeAsync();
    }
}
