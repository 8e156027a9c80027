namespace WorkflowAccountability.Web.Operations;

/// <summary>How a database product is copied to a file and back.</summary>
internal abstract class DatabaseCopy
{
    /// <summary>The product, as the manifest says it.</summary>
    public abstract string Name { get; }

    /// <summary>Writes the database as of one moment into a new file, while others may work.</summary>
    public abstract Task SaveAsync(string file, CancellationToken cancellationToken);

    /// <summary>Puts the file's content in the place of the database. Nobody may work meanwhile.</summary>
    /// <param name="force">Whether a database that holds something may be put aside.</param>
    /// <returns>The name under which that is kept; null where there was nothing.</returns>
    public abstract Task<string?> LoadAsync(string file, bool force, CancellationToken cancellationToken);

    /// <summary>The product that a connection names.</summary>
    public static DatabaseCopy Of(string connection) =>
        connection.Contains("Host=", StringComparison.OrdinalIgnoreCase) ? new PostgreSqlCopy(connection)
        : connection.Contains("Server=", StringComparison.OrdinalIgnoreCase)
            ? throw new VerbRefusedException("A SQL Server is backed up and restored by its own BACKUP DATABASE and RESTORE DATABASE; afterwards run verify-audit.")
        : new SqliteCopy(connection);

    /// <summary>The name for what is put aside.</summary>
    protected static string Aside() => $"before_restore_{TimeProvider.System.GetUtcNow():yyyyMMddHHmmss}";

    protected static VerbRefusedException NotEmpty(string what) =>
        new($"{what} holds a site already. Name another place, or put it aside with --force.");
}
