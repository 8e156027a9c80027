using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace WorkflowAccountability.CaseRunner;

/// <summary>A database of its own for one script, beside the named one; it is gone when the script was played.</summary>
internal sealed class FreshDatabase : IAsyncDisposable
{
    private readonly Func<Task> drop;

    private FreshDatabase(string connection, Func<Task> drop) => (Connection, this.drop) = (connection, drop);

    /// <summary>How the site reaches it.</summary>
    public string Connection { get; }

    /// <summary>Makes it: on the server that is named, beside the file that is named, or in the machine's temporary folder.</summary>
    public static async Task<FreshDatabase> MakeAsync(string? beside) => beside switch
    {
        null => InFolder(Directory.CreateTempSubdirectory("case-").FullName, isOurs: true),
        _ when beside.Contains("Host=", StringComparison.OrdinalIgnoreCase) => await OnServerAsync(beside),
        _ when beside.Contains("Data Source=", StringComparison.OrdinalIgnoreCase) =>
            InFolder(Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(beside).DataSource))!, isOurs: false),
        _ => throw new UnusableOrderException(
            $"'{beside}' names no known database; write 'Host=…;Database=…' for PostgreSQL or 'Data Source=…' for SQLite."),
    };

    public async ValueTask DisposeAsync() => await drop();

    private static FreshDatabase InFolder(string folder, bool isOurs)
    {
        var file = Path.Combine(folder, $"{Unique()}.db");
        return new FreshDatabase($"Data Source={file}", () =>
        {
            SqliteConnection.ClearAllPools();
            foreach (var part in Directory.EnumerateFiles(folder, Path.GetFileName(file) + "*"))
                File.Delete(part);
            if (isOurs)
                Directory.Delete(folder);
            return Task.CompletedTask;
        });
    }

    private static async Task<FreshDatabase> OnServerAsync(string beside)
    {
        var name = Unique();
        try
        {
            await ExecuteAsync(beside, $"create database {name}");
        }
        catch (DbException exception)
        {
            throw new UnusableOrderException($"No fresh database can be made on the server: {exception.Message}");
        }
        var connection = new NpgsqlConnectionStringBuilder(beside) { Database = name }.ConnectionString;
        return new FreshDatabase(connection, () => ExecuteAsync(beside, $"drop database {name} with (force)"));
    }

    private static async Task ExecuteAsync(string connection, string statement)
    {
        await using var server = NpgsqlDataSource.Create(connection);
        await using var command = server.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    private static string Unique() => $"case_{Guid.NewGuid():n}";
}
