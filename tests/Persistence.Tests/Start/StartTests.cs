using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using WorkflowAccountability.Faults.Databases;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Persistence.Tests.Promises;
using WorkflowAccountability.Persistence.Tests.PostgreSql;
using WorkflowAccountability.Persistence.Tests.Sqlite;
using WorkflowAccountability.Web;
using WorkflowAccountability.Web.Start;

namespace WorkflowAccountability.Persistence.Tests.Start;

/// <summary>What a site does with the database that it finds, on every database.</summary>
public abstract class StartContract
{
    /// <summary>Beside what a database is made.</summary>
    protected abstract string Beside { get; }

    [ContractFact]
    public async Task The_model_has_no_change_without_a_migration()
    {
        await using var database = await OwnDatabase.MakeAsync(Beside);
        await using var world = World.On(database.Connection);
        await using var db = world.Db();

        db.Database.GetMigrations().ShouldNotBeEmpty();
        db.Database.HasPendingModelChanges().ShouldBeFalse("scripts/migration NAME adds what is missing, for every database");
    }

    [ContractFact]
    public async Task A_database_made_by_a_newer_version_is_left_alone_and_the_start_refused()
    {
        await using var database = await OwnDatabase.MakeAsync(Beside);
        await using (await StartAsync(database.Connection))
        await using (var world = World.On(database.Connection))
        await using (var db = world.Db())
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('99990101000000_Future', '99.0')""");

        var refusal = await Should.ThrowAsync<StartRefusedException>(() => StartAsync(database.Connection));

        refusal.Message.ShouldBe(
            "The database was made by a newer version (99990101000000_Future). Start that version, or restore an older backup.");
    }

    [ContractFact]
    public async Task A_database_of_an_older_version_is_brought_up_to_date()
    {
        await using var database = await OwnDatabase.MakeAsync(Beside);
        await using var world = World.On(database.Connection);
        await using var db = world.Db();
        var migrations = db.Database.GetMigrations().ToList();
        await db.GetService<IMigrator>().MigrateAsync(migrations.Count > 1 ? migrations[^2] : Migration.InitialDatabase);

        await using var site = await StartAsync(database.Connection);

        (await db.Database.GetAppliedMigrationsAsync()).ShouldBe(migrations);
        (await db.Organisations.CountAsync()).ShouldBeGreaterThan(0);
    }

    /// <summary>The message of a refused start.</summary>
    protected static async Task<string> RefusalAsync(string connection) =>
        (await Should.ThrowAsync<StartRefusedException>(() => StartAsync(connection))).Message;

    /// <summary>Starts a real site, which must not lose what is committed.</summary>
    protected static Task<WebApplication> StartAsync(string connection) =>
        AccountabilitySite.BuildAsync(["--database", connection, "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"]);
}

public sealed class SqliteStartTests : StartContract
{
    protected override string Beside => OnSqlite.File;

    [Fact]
    public async Task A_file_that_is_no_database_is_said_to_be_none()
    {
        await using var database = SqliteFile.Beside(OnSqlite.File);
        await File.WriteAllTextAsync(new SqliteConnectionStringBuilder(database.Connection).DataSource, new string('环', 4000));

        (await RefusalAsync(database.Connection)).ShouldContain("file is not a database");
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_named_as_the_fault() =>
        (await RefusalAsync("Data Source=/nowhere/accountability.db")).ShouldContain("unable to open database file");

    [Fact]
    public async Task A_database_in_memory_is_refused_because_it_loses_what_is_committed() =>
        (await RefusalAsync("Data Source=faults-in-memory;Mode=Memory;Cache=Shared")).ShouldContain("journal_mode=memory");
}

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlStartTests : StartContract
{
    protected override string Beside => OnPostgreSql.Server!;

    [ContractFact]
    public async Task A_server_that_may_forget_a_commit_is_refused_with_the_setting_to_change()
    {
        await using var database = await PostgreSqlDatabase.OnAsync(OnPostgreSql.Server!);
        await database.SetAsync("synchronous_commit", "off");

        (await RefusalAsync(database.Connection)).ShouldBe("""
            The database's settings can lose committed work:
            synchronous_commit=off: a crash can undo committed work or destroy the database; set it to on.
            """);
    }

    [ContractFact]
    public async Task A_server_that_does_not_answer_is_said_to_be_down() =>
        (await RefusalAsync("Host=127.0.0.1;Port=1;Username=accountability;Database=none;Timeout=2"))
            .ShouldStartWith("The database cannot be used:");
}
