using System.Net;
using WorkflowAccountability.Faults.Databases;
using WorkflowAccountability.Faults.Sites;
using WorkflowAccountability.Faults.Worlds;

namespace WorkflowAccountability.Faults.Crashes;

/// <summary>
/// Kills the real host at every step of one rich completion, the launch of an investigation, and compares every row of the database with
/// what was there before and with what an undisturbed run leaves. Then the official submits once more.
/// </summary>
internal sealed class CrashTest(OwnDatabase before, bool withoutTransaction, TextWriter said)
{
    // Two hosts start while one is being looked at; more only wait for a processor.
    private static readonly ParallelOptions sideBySide = new() { MaxDegreeOfParallelism = 3 };

    private static readonly SemaphoreSlim copying = new(1);

    private static readonly Dictionary<string, string> launch = new()
    {
        ["Decision"] = $"{PlayedCase.Launch.Decision}",
        ["DocumentNumber"] = PlayedCase.Launch.DocumentNumber!,
        ["DecidedOn"] = $"{PlayedCase.Launch.DecidedOn:yyyy-MM-dd}",
        ["Grounds[0].Item"] = PlayedCase.Launch.Grounds[0].Item,
        ["Grounds[0].Facts"] = PlayedCase.Launch.Grounds[0].Facts!,
    };

    /// <summary>Runs it and says the figures; false when a half was found or a repeat did not mend it.</summary>
    public async Task<bool> RunAsync()
    {
        await said.WriteLineAsync($"{before.Product}:");
        var (official, form) = await PrepareAsync();
        using var _ = official;
        var old = await ReadAsync(before);
        var (points, made) = await UndisturbedAsync(official, form);

        var verdicts = new string?[points];
        await Parallel.ForAsync(1, points + 1, sideBySide, async (point, _) =>
            verdicts[point - 1] = await KilledAsync(official, form, point, old, made));
        for (var point = 1; point <= points; point++)
            if (verdicts[point - 1] is { } fault)
                await said.WriteLineAsync($"  kill point {point}: {fault}");
        var halves = verdicts.Count(verdict => verdict is not null);
        await said.WriteLineAsync($"{points} kill points, {points - halves} whole, {halves} half");
        return halves == 0 && points > 0;
    }

    private async Task<(Browser Official, OpenedForm Form)> PrepareAsync()
    {
        await using var site = await RunningSite.StartAsync(before.Connection);
        await using var world = World.On(before.Connection);
        var played = await PlayedCase.RegisteredAsync(world);
        var official = await Browser.SignInAsync(site.Address, PlayedCase.DeputyGovernor);
        return (official, await official.OpenAsync((await played.ItemAsync("LaunchInvestigation")).Id));
    }

    private async Task<(int Points, Tables Made)> UndisturbedAsync(Browser official, OpenedForm form)
    {
        await using var copy = await before.CopyAsync();
        var counter = new Reaper(killAt: 0, withoutTransaction: false);
        await using (var site = await CrashHost.StartAsync(copy.Connection, counter))
            await SubmitAsync(official, site, form);
        return (counter.Count, await ReadAsync(copy));
    }

    /// <summary>What is wrong after a death at the point; null when the database is whole.</summary>
    private async Task<string?> KilledAsync(Browser official, OpenedForm form, int point, Tables old, Tables made)
    {
        await using var copy = await CopyAsync();
        using (var site = await ChildSite.StartAsync(copy.Connection, point, withoutTransaction))
        {
            if (await IsAnsweredAsync(official, site, form))
                return "the host answered instead of dying.";
            await site.DeadAsync();
        }
        var left = await ReadAsync(copy);
        if (old.Differences(left) is { Count: > 0 } written && made.Differences(left).Count > 0)
            return $"half, there is only {string.Join(", ", written)}.";

        await using (var site = await RunningSite.StartAsync(copy.Connection))
            await SubmitAsync(official, site, form);
        return made.Differences(await ReadAsync(copy)) is { Count: > 0 } differences
            ? $"submitted again, but not once: {string.Join(", ", differences)}." : null;
    }

    private static async Task<bool> IsAnsweredAsync(Browser official, ChildSite site, OpenedForm form)
    {
        try
        {
            using var browser = official.At(site.Address);
            await browser.SubmitAsync(form, launch);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task SubmitAsync(Browser official, RunningSite site, OpenedForm form)
    {
        using var browser = official.At(site.Address);
        var answer = await browser.SubmitAsync(form, launch);
        if (answer.Status is not HttpStatusCode.SeeOther)
            throw new InvalidOperationException($"The form was answered with {answer.Status}:\n{answer.Page}");
    }

    private static async Task<Tables> ReadAsync(OwnDatabase database)
    {
        await using var world = World.On(database.Connection);
        await using var db = world.Db();
        return await Tables.ReadAsync(db);
    }

    // A database can be copied by one at a time.
    private async Task<OwnDatabase> CopyAsync()
    {
        await copying.WaitAsync();
        try
        {
            return await before.CopyAsync();
        }
        finally
        {
            copying.Release();
        }
    }
}
