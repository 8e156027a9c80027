using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Deadlines;

namespace WorkflowAccountability.CaseRunner;

/// <summary>Lets time pass as it does on a running site: it stops at every moment at which something is due, and sweeps. Every sweep runs twice.</summary>
internal sealed class PassingTime(CaseClock clock, IServiceProvider services)
{
    private readonly Sweeps sweeps = services.GetRequiredService<Sweeps>();
    private readonly IDbContextFactory<AccountabilityDb> databases = services.GetRequiredService<IDbContextFactory<AccountabilityDb>>();

    /// <summary>Passes to where the move leads.</summary>
    public async Task PassAsync(ClockMove move)
    {
        var target = move.From(clock.GetUtcNow());
        while (await NextAsync() is { } next && next <= target)
        {
            clock.Move(new ClockMove(next > clock.GetUtcNow() ? next : clock.GetUtcNow(), default));
            await SweepTwiceAsync();
        }
        clock.Move(new ClockMove(target, default));
        await SweepTwiceAsync();
    }

    private async Task SweepTwiceAsync()
    {
        await sweeps.RunAsync(CancellationToken.None);
        await using var db = await databases.CreateDbContextAsync();
        var told = await db.Notices.CountAsync();
        await sweeps.RunAsync(CancellationToken.None);
        if (await db.Notices.CountAsync() is var again && again != told)
            throw new DifferenceException($"$: a second run of the sweeps at {clock.GetUtcNow():O} wrote {again - told} more notices.");
    }

    private async Task<DateTimeOffset?> NextAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Set<DeadlineRung>().Where(rung => rung.Status == RungStatus.Pending).MinAsync(rung => (DateTimeOffset?)rung.DueAt);
    }
}
