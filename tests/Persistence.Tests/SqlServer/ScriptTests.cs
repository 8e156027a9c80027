using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using WorkflowAccountability.Faults.Databases;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure;

namespace WorkflowAccountability.Persistence.Tests.SqlServer;

/// <summary>No SQL Server can be started everywhere; its own parser can.</summary>
public sealed class ScriptTests : IDisposable
{
    private const int KeyBytes = 900, IndexBytes = 1700;

    private readonly AccountabilityDb db = World.On("Server=none;Database=none").Db();

    public void Dispose() => db.Dispose();

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void The_scripts_of_all_migrations_are_sound(MigrationsSqlGenerationOptions kind)
    {
        var script = db.GetService<IMigrator>().GenerateScript(options: kind);

        script.ShouldContain("CREATE TABLE [Audit]");
        ErrorsOf(script).ShouldBeEmpty();
    }

    [Fact]
    public void The_way_back_is_sound_too() => ErrorsOf(db.GetService<IMigrator>().GenerateScript(
        db.Database.GetMigrations().Last(), Migration.InitialDatabase)).ShouldBeEmpty();

    [Fact]
    public void A_broken_script_is_not()
    {
        var script = db.GetService<IMigrator>().GenerateScript().Replace("CREATE TABLE [Audit] (", "CREATE TABLE [Audit] ((", StringComparison.Ordinal);

        ErrorsOf(script).ShouldNotBeEmpty();
    }

    [Fact]
    public void The_model_has_no_change_without_a_migration() =>
        db.Database.HasPendingModelChanges().ShouldBeFalse("scripts/migration NAME adds what is missing, for every database");

    [Fact]
    public void Every_provider_has_the_same_migrations()
    {
        using var sqlite = World.On("Data Source=none.db").Db();
        using var postgres = World.On("Host=none").Db();

        var names = NamesOf(db);

        names.ShouldNotBeEmpty();
        NamesOf(sqlite).ShouldBe(names);
        NamesOf(postgres).ShouldBe(names);
    }

    [Fact]
    public void What_the_contracts_say_to_a_server_is_sound()
    {
        ErrorsOf(SqlServerDatabase.MakingOf("one")).ShouldBeEmpty();
        ErrorsOf(SqlServerDatabase.CopyOf("one", "two")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_key_and_every_index_is_short_enough()
    {
        var model = db.GetService<IDesignTimeModel>().Model;
        var keys = model.GetEntityTypes().SelectMany(type => type.GetKeys()).Select(key => (Name: key.GetName()!, Bytes: BytesOf(key.Properties), Most: KeyBytes));
        var indexes = model.GetEntityTypes().SelectMany(type => type.GetIndexes())
            .Select(index => (Name: index.GetDatabaseName()!, Bytes: BytesOf(index.Properties), Most: IndexBytes));

        var all = keys.Concat(indexes).ToList();

        all.Count.ShouldBeGreaterThan(40);
        all.Where(one => one.Bytes > one.Most).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1205, true)]
    [InlineData(-2, true)]
    [InlineData(208, false)]
    public void A_lost_race_may_be_run_again_and_a_missing_table_may_not(int number, bool passing)
    {
        db.IsPassing(SqlErrors.Of(number)).ShouldBe(passing);
        db.IsPassing(new DbUpdateException("It failed.", SqlErrors.Of(number))).ShouldBe(passing);
    }

    private static List<string> NamesOf(DbContext context) => [.. context.Database.GetMigrations().Select(id => id[(id.IndexOf('_') + 1)..])];

    private static long BytesOf(IEnumerable<IReadOnlyProperty> columns) =>
        columns.Sum(column => column.ClrType == typeof(string) ? 2L * (column.GetMaxLength() ?? int.MaxValue) : 16);

    private static IEnumerable<string> ErrorsOf(string script)
    {
        using var reader = new StringReader(script);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors.Select(error => $"{error.Line}: {error.Message}");
    }
}
