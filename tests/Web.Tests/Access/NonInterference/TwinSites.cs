using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.CaseRunner;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Access.NonInterference;

/// <summary>
/// Two sites with a database each. The same acts are done on both at the same moments, but for the content: one site has it, on the other its moments pass
/// without an act.
/// </summary>
internal sealed class TwinSites : IAsyncDisposable
{
    private readonly DirectoryInfo folder = RunningSite.NewFolder();
    private readonly List<Twin> twins = [];

    /// <summary>The site on which the content is.</summary>
    public Twin With => twins[0];

    /// <summary>The site on which it never was.</summary>
    public Twin Without => twins[1];

    /// <summary>The number of the case that is the content; null where the content lies behind a case's wall.</summary>
    public required string? HiddenCase { get; init; }

    /// <summary>Words that stand in the content, to be searched for.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>A shipped case script.</summary>
    public static Script Shipped(string name) => new ScriptReader(new StageCatalog()).Read(Path.Combine(AppContext.BaseDirectory, "cases", name));

    /// <summary>Plays the steps of a script on both sites.</summary>
    /// <param name="isContent">Which of them are the content.</param>
    /// <param name="before">What was done before on one database, of which both get a copy.</param>
    public static async Task<TwinSites> PlayAsync(Script script, Func<Step, bool> isContent, string? hiddenCase, IReadOnlyList<string> words, Script? before = null)
    {
        var sites = new TwinSites { HiddenCase = hiddenCase, Words = words };
        if (before is not null)
        {
            await (await Twin.StartAsync(sites.folder, before)).DisposeAsync();
            SqliteConnection.ClearAllPools();
            foreach (var place in new[] { "with", "without" })
                File.Copy(Path.Combine(sites.folder.FullName, Twin.Database), Path.Combine(sites.folder.CreateSubdirectory(place).FullName, Twin.Database));
        }
        // At the end both have swept, whatever came before.
        script = script with { Steps = [.. script.Steps, new Wait("end", new ClockMove(null, TimeSpan.FromHours(1)))] };
        sites.twins.Add(await Twin.StartAsync(sites.folder.CreateSubdirectory("with"), script));
        sites.twins.Add(await Twin.StartAsync(sites.folder.CreateSubdirectory("without"),
            script with { Steps = [.. script.Steps.Select(step => isContent(step) ? new Wait(step.Path, new ClockMove(null, TimeSpan.Zero)) : step)] }));
        return sites;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var twin in twins)
            await twin.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

/// <summary>One of two sites.</summary>
internal sealed class Twin : IAsyncDisposable
{
    /// <summary>The name of a site's database.</summary>
    public const string Database = "accountability.db";

    private readonly PlayedSite site;

    private Twin(PlayedSite site) => this.site = site;

    public IServiceProvider Services => site.Services;

    public static async Task<Twin> StartAsync(DirectoryInfo folder, Script script)
    {
        var clock = new CaseClock(script.Begins);
        var site = await PlayedSite.StartAsync($"Data Source={Path.Combine(folder.FullName, Database)}", clock, adjust: null, "--data", folder.FullName);
        using var officials = new CaseRunner.Browser(site.Address);
        var report = await new Player(script, clock, site.Time(clock), officials, site.Record).PlayAsync();
        report.Difference.ShouldBeNull("the case must be played to its end, or there is nothing to compare");
        return new Twin(site);
    }

    public async Task<Site.Browser> SignedInAsync(string person)
    {
        var browser = new Site.Browser(site.Address, "zh-CN");
        (await browser.SignInAsync(person)).Status.ShouldBe(303);
        return browser;
    }

    public async Task<T> ReadAsync<T>(Func<AccountabilityDb, Task<T>> read)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<AccountabilityDb>>().CreateDbContextAsync();
        return await read(db);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
