using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Procedure.WorkItems;
using static WorkflowAccountability.Faults.Worlds.PlayedCase;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>Every command leaves its link in the case's chain, and no link can be changed unnoticed.</summary>
public abstract class AuditContract(Node node)
{
    private World World => node.World;

    [ContractFact]
    public async Task Every_command_of_a_case_is_one_link_of_a_chain_without_gaps()
    {
        var played = await LaunchedAsync(World);
        await World.RunAsync(new ClaimWorkItem(NewId(), Bureau, played.Id, (await played.ItemAsync("ProposeTeam")).Id, Release: false));

        var (entries, version) = await ReadAsync(played);

        entries.Select(entry => entry.Act).ShouldBe(["StartCase", "CompleteWorkItem", "CompleteWorkItem", "ClaimWorkItem"]);
        AuditChain.Faults(entries, version).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task An_edit_of_any_column_of_any_entry_is_found()
    {
        var played = await LaunchedAsync(World);
        await using var db = World.Db();
        var columns = db.Model.FindEntityType(typeof(AuditEntry))!.GetProperties()
            .Where(property => property.Name is not (nameof(AuditEntry.CaseId) or nameof(AuditEntry.Sequence))).ToList();

        foreach (var column in columns)
            for (var sequence = 1; sequence <= 3; sequence++)
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await db.Database.ExecuteSqlRawAsync(Lift("Audit"));
                await ExecuteAsync(db, Edit(column.GetColumnName(), column.ClrType), played.Id, sequence);
                (await FaultsAsync(db, played)).ShouldNotBeEmpty($"{column.Name} of entry {sequence} was edited");
                await transaction.RollbackAsync();
            }
        columns.Count.ShouldBe(10);
    }

    [ContractFact]
    public async Task An_entry_taken_out_cut_off_or_moved_is_found()
    {
        var played = await LaunchedAsync(World);
        await using var db = World.Db();
        const string cut = """DELETE FROM "Audit" WHERE "CaseId" = {0} AND "Sequence" = {1}""";
        const string move = """UPDATE "Audit" SET "Sequence" = 9 WHERE "CaseId" = {0} AND "Sequence" = {1}""";

        foreach (var (change, sequence) in new[] { (cut, 1), (cut, 2), (cut, 3), (move, 2) })
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlRawAsync(Lift("Audit"));
            await ExecuteAsync(db, change, played.Id, sequence);
            (await FaultsAsync(db, played)).ShouldNotBeEmpty(change);
            await transaction.RollbackAsync();
        }
        (await FaultsAsync(db, played)).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task The_database_itself_refuses_to_change_or_remove_what_is_audited()
    {
        var played = await LaunchedAsync(World);
        await World.EndPostAsync("agri-ni-1", NewId());
        await using var db = World.Db();
        (await db.Administration.CountAsync()).ShouldBeGreaterThan(0);
        (string Table, string Column)[] kept = [("Audit", "PostText"), ("Administration", "Details")];

        foreach (var (table, column) in kept)
        {
            string[] attempts =
            [
                $"UPDATE \"{table}\" SET \"{column}\" = 'x'", $"DELETE FROM \"{table}\"", .. Removals(table),
            ];
            foreach (var attempt in attempts)
                (await Should.ThrowAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(attempt), attempt)).Message.ShouldContain("never");
        }

        (await FaultsAsync(db, played)).ShouldBeEmpty();
        (await AuditChain.VerifyAsync(db, CancellationToken.None)).Faults.ShouldBeEmpty();
    }

    [ContractFact]
    public async Task A_verification_names_the_first_wrong_row_of_each_chain()
    {
        var played = await LaunchedAsync(World);
        await World.EndPostAsync("agri-ni-1", NewId());
        await using var db = World.Db();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlRawAsync(Lift("Audit"));
        await db.Database.ExecuteSqlRawAsync(Lift("Administration"));

        await ExecuteAsync(db, Edit("PostText", typeof(string)), played.Id, 2);
        await db.Database.ExecuteSqlRawAsync("UPDATE \"Administration\" SET \"PersonId\" = 'gov-ma' WHERE \"Sequence\" = 1");
        var report = await AuditChain.VerifyAsync(db, CancellationToken.None);

        report.Faults.ShouldContain(fault => fault.StartsWith($"case {played.Id} ", StringComparison.Ordinal)
            && fault.EndsWith(": audit 2: its hash is not that of its content.", StringComparison.Ordinal));
        report.Faults.ShouldContain("administration: audit 1: its hash is not that of its content.");
    }

    private async Task<(IReadOnlyList<AuditEntry> Entries, long Version)> ReadAsync(PlayedCase played)
    {
        await using var db = World.Db();
        return await ReadAsync(db, played);
    }

    private static async Task<(IReadOnlyList<AuditEntry> Entries, long Version)> ReadAsync(AccountabilityDb db, PlayedCase played) => (
        await db.Audit.AsNoTracking().Where(entry => entry.CaseId == played.Id).OrderBy(entry => entry.Sequence).ToListAsync(),
        await db.Cases.Where(file => file.Id == played.Id).Select(file => file.Version).SingleAsync());

    private static async Task<IReadOnlyList<string>> FaultsAsync(AccountabilityDb db, PlayedCase played)
    {
        var (entries, version) = await ReadAsync(db, played);
        return [.. AuditChain.Faults(entries, version)];
    }

    private static async Task ExecuteAsync(AccountabilityDb db, string sql, string caseId, int sequence) =>
        (await db.Database.ExecuteSqlRawAsync(sql, caseId, sequence)).ShouldBe(1);

    private string Edit(string column, Type type) => string.Create(CultureInfo.InvariantCulture, $$"""
        UPDATE "Audit" SET "{{column}}" = {{(type == typeof(string) ? Longer(column)
            : type == typeof(bool) ? Negated(column) : Later(column))}} WHERE "CaseId" = {0} AND "Sequence" = {1}
        """);

    /// <summary>The statements by which the owner of the database lifts the guard of a table.</summary>
    protected abstract string Lift(string table);

    /// <summary>Other ways in which this database removes rows.</summary>
    protected virtual IEnumerable<string> Removals(string table) => [];

    /// <summary>A character more.</summary>
    protected virtual string Longer(string column) => $"\"{column}\" || '。'";

    /// <summary>The other truth.</summary>
    protected virtual string Negated(string column) => $"NOT \"{column}\"";

    /// <summary>A moment later.</summary>
    protected abstract string Later(string column);
}
