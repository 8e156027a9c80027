using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using WorkflowAccountability.Faults.Statements;
using WorkflowAccountability.Persistence;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Workflows;

namespace WorkflowAccountability.Faults.Worlds;

/// <summary>
/// The procedure on a real database, as one node runs it: commands, engine, stages, without the web. Two worlds on one database are two
/// nodes: they share nothing but the rows.
/// </summary>
public sealed class World : IAsyncDisposable
{
    private readonly string connection;
    private readonly ServiceProvider services;

    private World(string connection, TimeProvider? clock = null)
    {
        this.connection = connection;
        services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddLogging()
            .AddSingleton(clock ?? Clock).AddSingleton<IInterceptor>(Watch).AddPersistence(connection).AddProcedure().BuildServiceProvider();
    }

    /// <summary>The clock of this node.</summary>
    public StillClock Clock { get; } = new();

    /// <summary>Shows the statements of this node.</summary>
    public StatementWatch Watch { get; } = new();

    /// <summary>A node on an empty database: schema, organisations, invented officials, the shipped definitions.</summary>
    public static async Task<World> MakeAsync(string connection, TimeProvider? clock = null)
    {
        var world = new World(connection, clock);
        await using var db = world.Db();
        await db.Database.MigrateAsync();
        await StoreOrganisations.RunAsync(db, withPeople: true, CancellationToken.None);
        await StoreCalendar.RunAsync(db, (clock ?? world.Clock).GetUtcNow(), CancellationToken.None);
        await world.services.GetRequiredService<ImportDefinitions>()
            .RunAsync(db, Path.Combine(AppContext.BaseDirectory, "workflows"), CancellationToken.None);
        return world;
    }

    /// <summary>A node on a database that another one has prepared.</summary>
    public static World On(string connection, TimeProvider? clock = null) => new(connection, clock);

    /// <summary>Another node on the same database.</summary>
    public World Beside() => new(connection);

    /// <summary>A context of its own.</summary>
    public AccountabilityDb Db() => services.GetRequiredService<IDbContextFactory<AccountabilityDb>>().CreateDbContext();

    /// <summary>Carries a command out.</summary>
    public Task<Answer> RunAsync(Command command) => services.GetRequiredService<CommandRunner>().RunAsync(command, CancellationToken.None);

    /// <summary>The administrator ends a post, as a confirmed preview of this moment would.</summary>
    public async Task<Answer> EndPostAsync(string post, string commandId)
    {
        await using var db = Db();
        return await RunAsync(await EndOfPost.PreviewedAsync(db, post, commandId, Clock));
    }

    /// <summary>Does what time alone makes happen.</summary>
    public Task SweepAsync() => services.GetRequiredService<Sweeps>().RunAsync(CancellationToken.None);

    /// <summary>A service of this node.</summary>
    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => services.DisposeAsync();
}
