using Microsoft.Extensions.DependencyInjection;

namespace WorkflowAccountability.Procedure.Play;

/// <summary>What trying workflows adds to a host.</summary>
public static class PlayServices
{
    /// <summary>Registers the sandboxes. Each composes the procedure a second time; the host's own composition knows only where they are kept.</summary>
    /// <param name="database">Adds a database of its own, whose file lies in the given folder.</param>
    public static IServiceCollection AddSandboxes(this IServiceCollection services, Action<IServiceCollection, DirectoryInfo> database) => services
        .AddSingleton(new PlayDatabase(database)).AddSingleton<PlayRooms>().AddHostedService(provider => provider.GetRequiredService<PlayRooms>());
}
