using Npgsql;

namespace WorkflowAccountability.Faults.Databases;

/// <summary>A database on a PostgreSQL server on which one may make and drop databases.</summary>
public sealed class PostgreSqlDatabase : OwnDatabase
{
    private readonly string server;
    private readonly string name;

    private PostgreSqlDatabase(string server, string name) => (this.server, this.name) = (server, name);

    /// <inheritdoc/>
    public override string Product => "PostgreSQL";

    /// <inheritdoc/>
    public override string Connection => new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;

    /// <summary>Makes an empty one on the server.</summary>
    public static Task<PostgreSqlDatabase> OnAsync(string server) => FromAsync(server, "template0");

    /// <inheritdoc/>
    public override async Task<OwnDatabase> CopyAsync()
    {
        Release();
        return await FromAsync(server, name);
    }

    /// <summary>A setting that every new connection to this database begins with.</summary>
    public async Task SetAsync(string setting, string value)
    {
        await ExecuteAsync($"alter database {name} set {setting} = {value}");
        Release();
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        Release();
        await ExecuteAsync($"drop database if exists {name} with (force)");
    }

    private static async Task<PostgreSqlDatabase> FromAsync(string server, string template)
    {
        var made = new PostgreSqlDatabase(server, Unique());
        await made.ExecuteAsync($"create database {made.name} template {template}");
        return made;
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    private void Release()
    {
        using var pooled = new NpgsqlConnection(Connection);
        NpgsqlConnection.ClearPool(pooled);
    }
}
