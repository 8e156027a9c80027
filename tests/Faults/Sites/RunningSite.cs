using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WorkflowAccountability.Faults.Statements;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Web;

namespace WorkflowAccountability.Faults.Sites;

/// <summary>The real site with a clock that stands still, on a port of its own.</summary>
public sealed class RunningSite : IAsyncDisposable
{
    private readonly WebApplication host;

    private RunningSite(WebApplication host, StatementWatch watch) => (this.host, Watch) = (host, watch);

    /// <summary>Where it listens.</summary>
    public Uri Address => new(host.Urls.Single());

    /// <summary>Shows the statements of its requests.</summary>
    public StatementWatch Watch { get; }

    /// <summary>Starts it.</summary>
    public static async Task<RunningSite> StartAsync(string connection, Action<IServiceCollection>? adjust = null)
    {
        var watch = new StatementWatch();
        var host = await AccountabilitySite.BuildAsync(
            ["--database", connection, "--demo", "true", "--urls", "http://127.0.0.1:0", "--jobs", "false"],
            services =>
            {
                services.AddLogging(logging => logging.ClearProviders());
                services.AddSingleton<TimeProvider, StillClock>().AddSingleton<IInterceptor>(watch);
                adjust?.Invoke(services);
            });
        await host.StartAsync();
        return new RunningSite(host, watch);
    }

    /// <summary>Runs until it is told to end.</summary>
    public Task UntilEndAsync() => host.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await host.DisposeAsync();
    }
}
