using Microsoft.EntityFrameworkCore;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>When a sweep last came to its end, on whichever node. What nobody wakes any more is silent, and silence is what nobody would notice.</summary>
public sealed class SweepPulse
{
    /// <summary>A sweep that has not come to its end for so long is reported.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The sweeps that are watched: what is done each minute, and the sending.</summary>
    public const string Minute = "minute", Outbox = "outbox";

    // A sweep that runs each ten seconds needs not write each time.
    private static readonly TimeSpan fine = TimeSpan.FromSeconds(30);

    /// <summary>Which sweep.</summary>
    public required string Name { get; init; }

    /// <summary>When it last came to its end (UTC).</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>Says that a sweep has come to its end. Another node that says so at the same moment is no error.</summary>
    internal static async Task BeatAsync(AccountabilityDb db, string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var pulse = await db.Set<SweepPulse>().SingleOrDefaultAsync(pulse => pulse.Name == name, cancellationToken);
        if (pulse is not null && pulse.At <= now && now - pulse.At < fine)
            return;
        if (pulse is null)
            db.Add(new SweepPulse { Name = name, At = now });
        else
            pulse.At = now;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (db.IsPassing(exception))
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>For how long each watched sweep has been silent; what has never run has been since a moment, for instance the start of this node.</summary>
    public static async Task<IReadOnlyDictionary<string, TimeSpan>> SilenceAsync(
        AccountabilityDb db, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await db.Set<SweepPulse>().AsNoTracking().ToDictionaryAsync(pulse => pulse.Name, pulse => pulse.At, cancellationToken);
        return new[] { Minute, Outbox }.ToDictionary(name => name, name => now - (known.TryGetValue(name, out var at) && at > since ? at : since));
    }
}
