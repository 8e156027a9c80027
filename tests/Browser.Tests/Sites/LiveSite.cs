using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.CaseRunner;

namespace WorkflowAccountability.Browser.Tests.Sites;

/// <summary>The real site on a port and a SQLite file of its own, with a clock that is moved, and the browser windows in front of it.</summary>
internal sealed class LiveSite : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly PlayedSite site;

    private LiveSite(DirectoryInfo folder, PlayedSite site, CaseClock clock) => (this.folder, this.site, Clock) = (folder, site, clock);

    public CaseClock Clock { get; }

    /// <summary>Where the build of the site has put the designer.</summary>
    public static string StudioPackage { get; } = Path.Combine(Top(), "src", "Web", "lib", "studio");

    public Uri Address => site.Address;

    public IServiceProvider Services => site.Services;

    /// <summary>What the site has written down.</summary>
    public SiteRecord Record => site.Record;

    /// <summary>What time alone makes happen.</summary>
    public PassingTime Time => site.Time(Clock);

    /// <summary>Starts it at a moment, with the invented officials and, if asked, the worked example.</summary>
    public static async Task<LiveSite> StartAsync(DateTimeOffset begins, bool example)
    {
        var folder = Directory.CreateTempSubdirectory("browser-");
        var clock = new CaseClock(begins);
        var site = await PlayedSite.StartAsync($"Data Source={Path.Combine(folder.FullName, "accountability.db")}", clock,
            // Many sign-ins: the slowness that guards a stolen table of passwords would only cost time here.
            services => services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1),
            "--data", folder.FullName, "--example", example ? "true" : "false", "--studio", StudioPackage);
        return new LiveSite(folder, site, clock);
    }

    /// <summary>A window in which an official has signed in through the page.</summary>
    public async Task<Official> SignedInAsync(string person, Window? window = null)
    {
        var official = await Official.OpenAsync(Address, window ?? new Window());
        await official.SignInAsync(person);
        return official;
    }

    /// <summary>Plays the first steps of a case script over HTTP.</summary>
    public async Task PlayAsync(Script script, int steps)
    {
        using var officials = new CaseRunner.Browser(Address);
        var report = await new Player(script with { Steps = [.. script.Steps.Take(steps)], Expect = steps < script.Steps.Count ? [] : script.Expect },
            Clock, Time, officials, Record).PlayAsync();
        if (report.Difference is { } difference)
            throw new InvalidOperationException($"{script.Name} cannot be played: {difference}");
    }

    private static string Top()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "WorkflowAccountability.sln")))
            at = at.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        return at.FullName;
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}

/// <summary>The case scripts that ship with the runner.</summary>
internal static class Scripts
{
    public static Script Read(string name) =>
        new ScriptReader(new Procedure.Stages.StageCatalog()).Read(Path.Combine(AppContext.BaseDirectory, "cases", name + ".json"));
}
