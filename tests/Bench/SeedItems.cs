using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Bench;

/// <summary>
/// Makes a million work items out of one played case: ten items a case, a fifth of them open, a
/// twentieth behind the wall, to 2,000 offices, 3,000 people and the teams of the cases, and notices of them. The reader's own offices get one item in a
/// thousand.
/// </summary>
internal sealed class SeedItems(AccountabilityDb db, string caseId, string itemId, string memberId, string reader)
{
    private string Excluded => $"CASE WHEN n.i % 500 = 1 THEN '{reader}' ELSE 'p' || ((n.i + 1500) % 3000) END";

    private string OpenedAt => $"""(SELECT "OpenedAt" FROM "Cases" WHERE "Id" = '{caseId}')""";

    private readonly Clones clones = new(db);

    public async Task RunAsync(int items)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(20));
        var cases = items / 10;
        await clones.MakeAsync<CaseFile>(caseId, cases, new()
        {
            ["Id"] = clones.Hex("'c'", "n.i"), ["Number"] = "'测〔2026〕' || n.i || '号'", ["SearchText"] = "''", ["OpenedBy"] = "'p' || (n.i % 3000)",
            ["OpenedByOrganisationId"] = "'o' || (n.i % 2000)",
        });
        await clones.MakeAsync<WorkItem>(itemId, items, new()
        {
            ["Id"] = clones.Hex("'b'", "n.i"), ["CaseId"] = clones.Hex("'c'", "((n.i - 1) / 10 + 1)"), ["Walled"] = "(n.i % 20 = 0)",
            ["Status"] = $"CASE WHEN (n.i / 3) % 5 = 0 THEN {(int)WorkItemStatus.Open} ELSE {(int)WorkItemStatus.Completed} END",
            ["AssigneeId"] = "NULL",
            ["DelegateId"] = $"CASE WHEN n.i % 5000 = 7 THEN '{reader}' WHEN n.i % 50 = 8 THEN 'p' || (n.i % 3000) ELSE NULL END",
            ["CandidateKey"] = $"""
                CASE WHEN n.i % 1000 = 1 THEN 'role:LEAD_ENV' WHEN n.i % 1000 = 2 THEN 'person:{reader}'
                WHEN n.i % 10 = 3 THEN 'team:Investigation@' || {clones.Hex("'c'", "((n.i - 1) / 10 + 1)")}
                WHEN n.i % 10 IN (4, 5) THEN 'person:p' || (n.i % 3000) ELSE 'role:BENCH@o' || (n.i % 2000) END
                """,
            ["Place"] = $"'2026' || {clones.Padded("n.i % 12 + 1", 2)} || {clones.Padded("n.i % 28 + 1", 2)} || '15599' || {clones.Padded("n.i", 13)} || "
                + clones.Hex("'b'", "n.i"),
        });
        await clones.MakeAsync<TeamMember>(memberId, cases * 4, new()
        {
            ["Id"] = clones.Hex("'d'", "n.i"), ["CaseId"] = clones.Hex("'c'", "((n.i - 1) / 4 + 1)"), ["Team"] = $"{(int)TeamKind.Investigation}",
            ["PersonId"] = $"CASE WHEN n.i % 4000 = 1 THEN '{reader}' ELSE 'p' || (n.i % 3000) END",
            ["OrganisationId"] = "'o' || (n.i % 2000)", ["To"] = "NULL",
        });
        await clones.RunAsync($"""INSERT INTO "Party" ("Id", "CaseId", "PersonId", "Name", "IsPerson", "Since")"""
            + $" SELECT 'P1', {clones.Hex("'c'", "n.i")}, {Excluded}, '某人', {(clones.IsServer ? "true" : "1")}, {OpenedAt} FROM {clones.Numbers(cases)}");
        await clones.RunAsync($"""INSERT INTO "Exclusions" ("CaseId", "PersonId", "Since") SELECT {clones.Hex("'c'", "n.i")}, {Excluded}, {OpenedAt} FROM {clones.Numbers(cases)}""");
        await SeedNoticesAsync(items / 5);
        await clones.AnalyzeAsync();
    }

    // A notice for every fifth item; the reader's own are one in five hundred, most of which he has read.
    private async Task SeedNoticesAsync(int count)
    {
        var template = await db.Notices.Where(notice => notice.CaseId == caseId).Select(notice => notice.Id).FirstAsync();
        await clones.MakeAsync<Notice>(template, count, new()
        {
            ["Id"] = clones.Hex("'e'", "n.i"), ["RecipientKey"] = $"CASE WHEN n.i % 500 = 0 THEN 'person:{reader}' ELSE 'person:p' || (n.i % 3000) END", ["Role"] = "NULL",
            ["PersonId"] = $"CASE WHEN n.i % 500 = 0 THEN '{reader}' ELSE 'p' || (n.i % 3000) END",
        });
        await clones.RunAsync("""INSERT INTO "NoticeReadings" ("NoticeId", "PersonId", "ReadAt") SELECT "Id", "PersonId", "At" FROM "Notices" """
            + $"""WHERE "Id" LIKE 'e%' AND "Id" <> '{template}' AND "PersonId" IS NOT NULL AND substr("Id", 16, 1) NOT IN ('0', '8')""");
    }
}
