namespace WorkflowAccountability.Faults.Databases;

/// <summary>A database of one's own, empty at first or a copy of another; it is gone when it is disposed.</summary>
public abstract class OwnDatabase : IAsyncDisposable
{
    /// <summary>The product's name, for a person to read.</summary>
    public abstract string Product { get; }

    /// <summary>How the site reaches it.</summary>
    public abstract string Connection { get; }

    /// <summary>The same content in a database of its own. Nobody may be connected meanwhile.</summary>
    public abstract Task<OwnDatabase> CopyAsync();

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Makes an empty one: <c>Host=…</c> or <c>Server=…</c> on that server, <c>Data Source=…</c> beside that file.</summary>
    public static async Task<OwnDatabase> MakeAsync(string beside) =>
        beside.Contains("Host=", StringComparison.OrdinalIgnoreCase) ? await PostgreSqlDatabase.OnAsync(beside)
        : beside.Contains("Server=", StringComparison.OrdinalIgnoreCase) ? await SqlServerDatabase.OnAsync(beside)
        : beside.Contains("Data Source=", StringComparison.OrdinalIgnoreCase) ? SqliteFile.Beside(beside)
        : throw new ArgumentException(
            $"'{beside}' names no known database; write 'Host=…' for PostgreSQL, 'Server=…' for SQL Server or 'Data Source=…' for SQLite.", nameof(beside));

    /// <summary>A name that nobody else uses.</summary>
    protected static string Unique() => $"faults_{Guid.NewGuid():n}";
}
