using Npgsql;

namespace WorkflowAccountability.Bench.Workflows;

/// <summary>What a PostgreSQL counts of itself.</summary>
internal sealed class Server(string connection)
{
    private static readonly string[] tables = ["WorkflowInstances", "Bookmarks", "Journal", "Incidents", "Errands"];

    /// <summary>Flushes of the write-ahead log and committed transactions so far. Those of others on this database are among them, of which the bench has
    /// none.</summary>
    public async Task<(long WalSyncs, long Commits)> CountAsync()
    {
        // A connection hands its numbers in when it is closed.
        NpgsqlConnection.ClearAllPools();
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        return (await ScalarAsync("SELECT wal_sync FROM pg_stat_wal"), await ScalarAsync("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()"));
    }

    /// <summary>Bytes of the engine's tables: the rows, and all their indexes.</summary>
    public async Task<IReadOnlyList<(string Table, long Rows, long Indexes)>> BytesAsync()
    {
        var bytes = new List<(string, long, long)>();
        foreach (var table in tables)
            bytes.Add((table, await ScalarAsync($"""SELECT pg_table_size('"{table}"')"""), await ScalarAsync($"""SELECT pg_indexes_size('"{table}"')""")));
        return bytes;
    }

    /// <summary>Gives the room of dead rows back to the tables, as the server does by itself after a while.</summary>
    public async Task VacuumAsync()
    {
        foreach (var table in tables)
            await ScalarAsync($"""VACUUM ANALYZE "{table}" """);
    }

    /// <summary>Whether every commit is on the disk before it is answered, and which version.</summary>
    public async Task<string> SettingsAsync() =>
        $"PostgreSQL {await TextAsync("SHOW server_version")}, fsync {await TextAsync("SHOW fsync")}, synchronous_commit {await TextAsync("SHOW synchronous_commit")}";

    private async Task<long> ScalarAsync(string text) => Convert.ToInt64(await AskAsync(text), System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> TextAsync(string text) => (string)(await AskAsync(text))!;

    private async Task<object?> AskAsync(string text)
    {
        await using var open = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
        await open.OpenAsync();
#pragma warning disable CA2100
        await using var command = new NpgsqlCommand(text, open);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
