using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Web;

namespace WorkflowAccountability.CaseRunner;

/// <summary>The real site with the script's clock, listening on a port of its own.</summary>
internal sealed class PlayedSite : IAsyncDisposable
{
    private readonly WebApplication host;

    private PlayedSite(WebApplication host) => this.host = host;

    public Uri Address => new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>What the site is made of.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>What the site has written down.</summary>
    public SiteRecord Record => new(host.Services);

    /// <summary>What time alone makes happen on it.</summary>
    public PassingTime Time(CaseClock clock) => new(clock, host.Services);

    public static async Task<PlayedSite> StartAsync(string connection, CaseClock clock, Action<IServiceCollection>? adjust = null, params string[] settings)
    {
        var host = await AccountabilitySite.BuildAsync(
            [
                "--database", connection, "--demo", "true", "--urls", "http://127.0.0.1:0", "--jobs", "false",
                "--Logging:Console:LogLevel:Default", "Error", "--Logging:Console:LogToStandardErrorThreshold", "Error",
                // A fresh database has no history yet, and the migration asks for it.
                "--Logging:Console:LogLevel:Microsoft.EntityFrameworkCore.Database.Command", "None",
                .. settings,
            ],
            services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                adjust?.Invoke(services);
            });
        await host.StartAsync();
        return new PlayedSite(host);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await host.DisposeAsync();
    }
}
