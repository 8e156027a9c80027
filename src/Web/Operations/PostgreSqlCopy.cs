using System.Diagnostics;
using Npgsql;

namespace WorkflowAccountability.Web.Operations;

/// <summary>
/// A PostgreSQL database, by the server's own pg_dump and pg_restore. Hangfire's schema is left out: it only wakes, the rows are the truth.
/// </summary>
internal sealed class PostgreSqlCopy(string connection) : DatabaseCopy
{
    private readonly NpgsqlConnectionStringBuilder target = new(connection);

    public override string Name => "PostgreSql";

    public override Task SaveAsync(string file, CancellationToken cancellationToken) => RunAsync("pg_dump", cancellationToken,
        "--format=custom", "--no-owner", "--no-privileges", "--exclude-schema=before_restore_*", "--exclude-schema=hangfire", $"--file={file}");

    public override async Task<string?> LoadAsync(string file, bool force, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Pooling = false });
        if (await AskAsync(source, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", cancellationToken) > 0)
            throw new VerbRefusedException($"Somebody works with the database {target.Database}; stop the site first.");
        var holds = await AskAsync(source, "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'", cancellationToken) > 0;
        if (holds && !force)
            throw NotEmpty($"The database {target.Database}");
        var kept = holds ? Aside() : null;
        if (kept is not null)
            await PutAsideAsync(source, kept, cancellationToken);
        try
        {
            await RunAsync("pg_restore", cancellationToken, "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", $"--dbname={target.Database}", file);
        }
        catch (VerbRefusedException) when (kept is not null)
        {
            await using var back = source.CreateCommand($"DROP SCHEMA public CASCADE; ALTER SCHEMA {kept} RENAME TO public;");
            await back.ExecuteNonQueryAsync(CancellationToken.None);
            throw;
        }
        return kept is null ? null : $"schema {kept} (DROP SCHEMA {kept} CASCADE removes it)";
    }

    // Extensions move along with a schema, and what is restored asks for them in public.
    private static async Task PutAsideAsync(NpgsqlDataSource source, string name, CancellationToken cancellationToken)
    {
        await using var move = source.CreateCommand($"""
            ALTER SCHEMA public RENAME TO {name};
            CREATE SCHEMA public;
            DO $$ DECLARE extension name; BEGIN
              FOR extension IN SELECT extname FROM pg_extension WHERE extnamespace = '{name}'::regnamespace
              LOOP EXECUTE format('ALTER EXTENSION %I SET SCHEMA public', extension); END LOOP;
            END $$;
            """);
        await move.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<long> AskAsync(NpgsqlDataSource source, string question, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(question);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task RunAsync(string tool, CancellationToken cancellationToken, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(PathOf(tool)) { RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        // Not as arguments, which everybody on the machine can read.
        (string Name, string? Value)[] settings =
        [
            ("PGHOST", target.Host), ("PGPORT", target.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("PGDATABASE", target.Database), ("PGUSER", target.Username), ("PGPASSWORD", target.Password),
        ];
        foreach (var (name, value) in settings.Where(setting => !string.IsNullOrEmpty(setting.Value)))
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new VerbRefusedException($"{tool} does not start.");
        var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new VerbRefusedException($"{tool} failed: {errors.Trim()}");
    }

    private static string PathOf(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists)
        ?? throw new VerbRefusedException($"{tool} is missing; install the client of PostgreSQL (Debian: apt-get install postgresql-client).");
}
