using Microsoft.Data.Sqlite;

namespace WorkflowAccountability.Web.Operations;

/// <summary>A SQLite file. It is never copied as a file, because its newest commits lie in the write-ahead log beside it.</summary>
internal sealed class SqliteCopy(string connection) : DatabaseCopy
{
    private readonly string source = Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource);

    public override string Name => "Sqlite";

    public override async Task SaveAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(source))
            throw new VerbRefusedException($"There is no database {source}; name it with --data DIR or --database CONNECTION.");
        await ExecuteAsync(source, "VACUUM INTO $file", cancellationToken, file);
    }

    public override async Task<string?> LoadAsync(string file, bool force, CancellationToken cancellationToken)
    {
        var kept = File.Exists(source) ? $"{source}.{Aside()}" : null;
        if (kept is not null && !force)
            throw NotEmpty(source);
        if (kept is not null)
            await SettleAsync(cancellationToken);
        Directory.CreateDirectory(Path.GetDirectoryName(source)!);
        // On the same disk first, so that the exchange is one renaming.
        var arriving = source + ".arriving";
        File.Copy(file, arriving, overwrite: true);
        // What VACUUM writes has forgotten the write-ahead log, and who only reads could not bring it back.
        await ExecuteAsync(arriving, "PRAGMA journal_mode=WAL", cancellationToken);
        if (kept is not null)
            File.Move(source, kept);
        File.Move(arriving, source);
        return kept;
    }

    // Leaving the write-ahead log needs the file for oneself: a site that still runs is found out here, and its last commits are brought in.
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await ExecuteAsync(source, "PRAGMA journal_mode=DELETE", cancellationToken) is not "delete")
                throw new VerbRefusedException($"Somebody works with {source}; stop the site first.");
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is 5 or 6)
        {
            throw new VerbRefusedException($"Somebody works with {source}; stop the site first.");
        }
    }

    private static async Task<string?> ExecuteAsync(string database, string statement, CancellationToken cancellationToken, string? file = null)
    {
        await using var open = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false, DefaultTimeout = 5 }.ConnectionString);
        await open.OpenAsync(cancellationToken);
        await using var command = open.CreateCommand();
#pragma warning disable CA2100 // Only statements of this file.
        command.CommandText = statement;
#pragma warning restore CA2100
        if (file is not null)
            command.Parameters.AddWithValue("$file", file);
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }
}
