using Microsoft.Data.SqlClient;

namespace WorkflowAccountability.Faults.Databases;

/// <summary>A database on a SQL Server on which one may make, back up, restore and drop databases.</summary>
public sealed class SqlServerDatabase : OwnDatabase
{
    private readonly string server;
    private readonly string name = Unique();

    private SqlServerDatabase(string server) => this.server = server;

    /// <inheritdoc/>
    public override string Product => "SQL Server";

    /// <inheritdoc/>
    public override string Connection => new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString;

    /// <summary>Makes an empty one on the server, set as a site's should be.</summary>
    public static async Task<SqlServerDatabase> OnAsync(string server)
    {
        var made = new SqlServerDatabase(server);
        await made.ExecuteAsync(MakingOf(made.name));
        return made;
    }

    /// <inheritdoc/>
    public override async Task<OwnDatabase> CopyAsync()
    {
        Release();
        var copy = new SqlServerDatabase(server);
        await ExecuteAsync(CopyOf(name, copy.name));
        return copy;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        Release();
        await ExecuteAsync($"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}];");
    }

    /// <summary>The statements that make one.</summary>
    public static string MakingOf(string name) =>
        $"CREATE DATABASE [{name}]; ALTER DATABASE [{name}] SET READ_COMMITTED_SNAPSHOT ON; ALTER DATABASE [{name}] SET PAGE_VERIFY CHECKSUM;";

    /// <summary>The statements that copy one by way of a backup beside the server's data.</summary>
    public static string CopyOf(string name, string copy) => $"""
        DECLARE @folder nvarchar(500) = CAST(SERVERPROPERTY('InstanceDefaultDataPath') AS nvarchar(500));
        DECLARE @backup nvarchar(600) = @folder + N'{copy}.bak', @data nvarchar(600) = @folder + N'{copy}.mdf', @log nvarchar(600) = @folder + N'{copy}.ldf';
        BACKUP DATABASE [{name}] TO DISK = @backup WITH COPY_ONLY, INIT;
        RESTORE DATABASE [{copy}] FROM DISK = @backup WITH MOVE N'{name}' TO @data, MOVE N'{name}_log' TO @log;
        """;

    // The names are made here.
    private async Task ExecuteAsync(string statements)
    {
        await using var connection = new SqlConnection(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = statements;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private void Release()
    {
        using var pooled = new SqlConnection(Connection);
        SqlConnection.ClearPool(pooled);
    }
}
