using WorkflowAccountability.Faults.Databases;
using WorkflowAccountability.Faults.Worlds;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>A fresh database for one class of tests, with a node on it.</summary>
public abstract class Node : IAsyncLifetime
{
    private OwnDatabase? database;
    private World? world;

    /// <summary>The database.</summary>
    public OwnDatabase Database => database ?? throw new InvalidOperationException("There is no server for this class.");

    /// <summary>The node.</summary>
    public World World => world ?? throw new InvalidOperationException("There is no server for this class.");

    /// <summary>Beside what the database is made; null where there is no server, and then no test runs.</summary>
    protected abstract string? Beside { get; }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (Beside is null)
            return;
        database = await OwnDatabase.MakeAsync(Beside);
        world = await World.MakeAsync(database.Connection);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (world is not null)
            await world.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
    }
}
