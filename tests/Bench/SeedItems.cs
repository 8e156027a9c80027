using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Bench;

/// <summary>
/// Makes a million work items out of one played case, by statements that the database works off itself: ten items a case, a fifth of them open, a
/// twentieth behind the wall, to 2,000 offices, 3,000 people and the teams of the cases, and notices of them. The reader's own offices get one item in a
/// thousand.
/// </summary>
internal sealed class SeedItems(AccountabilityDb db, string caseId, string itemId, string memberId, string reader)
{
    private string Excluded => $"CASE WHEN n.i % 500 = 1 THEN '{reader}' ELSE 'p' || ((n.i + 1500) % 3000) END";

    private string OpenedAt => $"""(SELECT "OpenedAt" FROM "Cases" WHERE "Id" = '{caseId}')""";

    private readonly bool isServer = db.Database.ProviderName!.Contains("Npgsql", StringComparison.Ordinal);

    public async Task RunAsync(int items)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(20));
        var cases = items / 10;
        await CloneAsync<CaseFile>(caseId, cases, new()
        {
            ["Id"] = Hex("'c'", "n.i"), ["Number"] = "'测〔2026〕' || n.i || '号'", ["SearchText"] = "''", ["OpenedBy"] = "'p' || (n.i % 3000)",
            ["OpenedByOrganisationId"] = "'o' || (n.i % 2000)",
        });
        await CloneAsync<WorkItem>(itemId, items, new()
        {
            ["Id"] = Hex("'b'", "n.i"), ["CaseId"] = Hex("'c'", "((n.i - 1) / 10 + 1)"), ["Walled"] = "(n.i % 20 = 0)",
            ["Status"] = $"CASE WHEN (n.i / 3) % 5 = 0 THEN {(int)WorkItemStatus.Open} ELSE {(int)WorkItemStatus.Completed} END",
            ["AssigneeId"] = "NULL",
            ["DelegateId"] = $"CASE WHEN n.i % 5000 = 7 THEN '{reader}' WHEN n.i % 50 = 8 THEN 'p' || (n.i % 3000) ELSE NULL END",
            ["CandidateKey"] = $"""
                CASE WHEN n.i % 1000 = 1 THEN 'role:LEAD_ENV' WHEN n.i % 1000 = 2 THEN 'person:{reader}'
                WHEN n.i % 10 = 3 THEN 'team:Investigation@' || {Hex("'c'", "((n.i - 1) / 10 + 1)")}
                WHEN n.i % 10 IN (4, 5) THEN 'person:p' || (n.i % 3000) ELSE 'role:BENCH@o' || (n.i % 2000) END
                """,
            ["Place"] = $"'2026' || {Padded("n.i % 12 + 1", 2)} || {Padded("n.i % 28 + 1", 2)} || '15599' || {Padded("n.i", 13)} || "
                + Hex("'b'", "n.i"),
        });
        await CloneAsync<TeamMember>(memberId, cases * 4, new()
        {
            ["Id"] = Hex("'d'", "n.i"), ["CaseId"] = Hex("'c'", "((n.i - 1) / 4 + 1)"), ["Team"] = $"{(int)TeamKind.Investigation}",
            ["PersonId"] = $"CASE WHEN n.i % 4000 = 1 THEN '{reader}' ELSE 'p' || (n.i % 3000) END",
            ["OrganisationId"] = "'o' || (n.i % 2000)", ["To"] = "NULL",
        });
        await RunAsync($"""INSERT INTO "Party" ("Id", "CaseId", "PersonId", "Name", "IsPerson", "Since")"""
            + $" SELECT 'P1', {Hex("'c'", "n.i")}, {Excluded}, '某人', {(isServer ? "true" : "1")}, {OpenedAt} FROM {Numbers(cases)}");
        await RunAsync($"""INSERT INTO "Exclusions" ("CaseId", "PersonId", "Since") SELECT {Hex("'c'", "n.i")}, {Excluded}, {OpenedAt} FROM {Numbers(cases)}""");
        await SeedNoticesAsync(items / 5);
        await RunAsync(isServer ? "VACUUM ANALYZE" : "ANALYZE");
    }

    // A notice for every fifth item; the reader's own are one in five hundred, most of which he has read.
    private async Task SeedNoticesAsync(int count)
    {
        var template = await db.Notices.Where(notice => notice.CaseId == caseId).Select(notice => notice.Id).FirstAsync();
        await CloneAsync<Notice>(template, count, new()
        {
            ["Id"] = Hex("'e'", "n.i"), ["RecipientKey"] = $"CASE WHEN n.i % 500 = 0 THEN 'person:{reader}' ELSE 'person:p' || (n.i % 3000) END", ["Role"] = "NULL",
            ["PersonId"] = $"CASE WHEN n.i % 500 = 0 THEN '{reader}' ELSE 'p' || (n.i % 3000) END",
        });
        await RunAsync("""INSERT INTO "NoticeReadings" ("NoticeId", "PersonId", "ReadAt") SELECT "Id", "PersonId", "At" FROM "Notices" """
            + $"""WHERE "Id" LIKE 'e%' AND "Id" <> '{template}' AND "PersonId" IS NOT NULL AND substr("Id", 16, 1) NOT IN ('0', '8')""");
    }

    // Every column as in the row that was played, but for those that tell the copies apart.
    private Task CloneAsync<T>(string template, int count, Dictionary<string, string> apart)
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var columns = type.GetProperties().Select(property => property.GetColumnName()).ToList();
        return RunAsync($"""INSERT INTO "{type.GetTableName()}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) """
            + $"""SELECT {string.Join(", ", columns.Select(column => apart.GetValueOrDefault(column, $"t.\"{column}\"")))} """
            + $"""FROM {Numbers(count)}, (SELECT * FROM "{type.GetTableName()}" WHERE "Id" = '{template}') t""");
    }

    private string Numbers(int count) => isServer ? $"generate_series(1, {Shown(count)}) AS n(i)"
        : $"(WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < {Shown(count)}) SELECT i FROM c) AS n";

    private string Hex(string first, string number) =>
        isServer ? $"{first} || lpad(to_hex({number}), 15, '0')" : $"{first} || printf('%015x', {number})";

    private string Padded(string number, int digits) =>
        isServer ? $"lpad(({number})::text, {Shown(digits)}, '0')" : $"printf('%0{Shown(digits)}d', {number})";

    private static string Shown(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Made of the model's names and of numbers only.
    private async Task RunAsync(string statement)
    {
        await db.Database.OpenConnectionAsync();
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100
        command.CommandText = statement;
#pragma warning restore CA2100
        command.CommandTimeout = 1200;
        await command.ExecuteNonQueryAsync();
    }
}
