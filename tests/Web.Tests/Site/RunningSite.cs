using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure;

namespace WorkflowAccountability.Web.Tests.Site;

/// <summary>The site as it runs in production: composed by its own root, listening on a port, with a SQLite file of its own.</summary>
public sealed class RunningSite : IAsyncDisposable
{
    private readonly WebApplication host;

    private RunningSite(WebApplication host) => this.host = host;

    public Uri Address => new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public IServiceProvider Services => host.Services;

    /// <summary>The place of the database of one test class; gone when the class is done.</summary>
    public static DirectoryInfo NewFolder() => Directory.CreateTempSubdirectory("accountability-");

    public static async Task<RunningSite> StartAsync(DirectoryInfo data, bool demo = true, Action<IServiceCollection>? adjust = null, string? workflows = null, bool jobs = false,
        params string[] settings)
    {
        var host = await AccountabilitySite.BuildAsync(
            ["--data", data.FullName, "--demo", demo ? "true" : "false", "--urls", "http://127.0.0.1:0", "--jobs", jobs ? "true" : "false", "--Logging:LogLevel:Default", "Error",
                .. workflows is null ? Array.Empty<string>() : ["--workflows", workflows], .. settings],
            services =>
            {
                // Hundreds of sign-ins: the slowness that guards a stolen table of passwords would only cost time here.
                services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1);
                adjust?.Invoke(services);
            });
        await host.StartAsync();
        return new RunningSite(host);
    }

    /// <summary>A browser in which nobody has signed in yet.</summary>
    public Browser Browser(string language = "zh-CN") => new(Address, language);

    public async Task<Browser> SignedInAsync(string person, string language = "zh-CN")
    {
        var browser = Browser(language);
        (await browser.SignInAsync(person)).Status.ShouldBe(303);
        return browser;
    }

    public async Task<T> ReadAsync<T>(Func<AccountabilityDb, Task<T>> read)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<AccountabilityDb>>().CreateDbContextAsync();
        return await read(db);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await host.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}

/// <summary>A site with the invented officials, shared by the tests of one class.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    private readonly DirectoryInfo data = RunningSite.NewFolder();

    public RunningSite Site { get; private set; } = null!;

    /// <summary>Where uploaded files lie.</summary>
    public string Files => Directory.CreateDirectory(Path.Combine(data.FullName, "files")).FullName;

    public async Task InitializeAsync() => Site = await RunningSite.StartAsync(data);

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        data.Delete(recursive: true);
    }
}
