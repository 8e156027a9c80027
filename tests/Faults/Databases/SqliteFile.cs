using Microsoft.Data.Sqlite;

namespace WorkflowAccountability.Faults.Databases;

/// <summary>A SQLite file with its write-ahead log, in a folder of its own.</summary>
public sealed class SqliteFile : OwnDatabase
{
    private readonly SqliteConnectionStringBuilder connection;

    private SqliteFile(SqliteConnectionStringBuilder connection) => this.connection = connection;

    /// <inheritdoc/>
    public override string Product => "SQLite";

    /// <inheritdoc/>
    public override string Connection => connection.ConnectionString;

    /// <summary>Makes a folder for an empty one beside a file; the other settings of the connection are kept.</summary>
    public static SqliteFile Beside(string file)
    {
        var settings = new SqliteConnectionStringBuilder(file);
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(settings.DataSource))!, Unique());
        Directory.CreateDirectory(folder);
        settings.DataSource = Path.Combine(folder, "accountability.db");
        return new SqliteFile(settings);
    }

    /// <inheritdoc/>
    public override async Task<OwnDatabase> CopyAsync()
    {
        await using (var open = new SqliteConnection(Connection))
        {
            await open.OpenAsync();
            await using var checkpoint = open.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await checkpoint.ExecuteNonQueryAsync();
        }
        Release();
        var copy = Beside(new SqliteConnectionStringBuilder(Connection) { DataSource = Folder }.ConnectionString);
        foreach (var part in Directory.EnumerateFiles(Folder))
            File.Copy(part, Path.Combine(copy.Folder, Path.GetFileName(part)));
        return copy;
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        Release();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private string Folder => Path.GetDirectoryName(connection.DataSource)!;

    // Pooled connections would keep the deleted file open.
    private void Release()
    {
        using var pooled = new SqliteConnection(Connection);
        SqliteConnection.ClearPool(pooled);
    }
}
