using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Faults.Databases;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure;

namespace WorkflowAccountability.Bench;

/// <summary>Medians of several runs, in milliseconds.</summary>
/// <param name="PageCpu">A page among others, as on a site that works: eight are asked for at once.</param>
/// <param name="PageCpuAlone">A page when nothing else goes on: to fall asleep and wake up for each answer of the database is in it.</param>
internal sealed record Figures(string Machine, string Database, int Items, int Rows, double PageCpu, double PageCpuAlone, double PageWall, double Statement,
    double RawKeyed, double RawCount, int Bytes)
{
    /// <summary>The budget: 1 ms of processor time a page; from 10⁵ items on 5 ms, and what the page asks of the database at most twice what it costs by
    /// hand.</summary>
    public bool Holds => Items < 100_000 ? PageCpu <= 1 : PageCpu <= 5 && Statement <= 2 * (RawKeyed + RawCount);
}

/// <summary>
/// The workbench of one official among many: the endpoint's own handler (rights, queries, rendering; no listener, no compression), then the
/// statement that it sent alone, then keyed queries written by hand for the same rows and numbers.
/// </summary>
internal sealed class InboxBench(OwnDatabase database, int items, TextWriter said)
{
    private const string Reader = "env-wang";
    private const int Rounds = 7, Batch = 100, AtOnce = 8;

    // What somebody would write who needs 21 rows of these offices, this person and his teams, none of a case that he may not know; and the numbers.
    private const string Rows = """
        SELECT w.*, c."Number", c."Title", c."Level", c."County",
          EXISTS (SELECT 1 FROM "Rungs" r WHERE r."DeadlineId" = w."Id" AND r."Status" = 1 AND r."ToRole" IS NOT NULL),
          (SELECT d."SavedAt" FROM "Drafts" d WHERE d."WorkItemId" = w."Id" AND d."PersonId" = @reader)
        FROM (SELECT m."Id" FROM ({mine}) m ORDER BY m."Place" LIMIT 21) p
          JOIN "WorkItems" w ON w."Id" = p."Id" JOIN "Cases" c ON c."Id" = w."CaseId" ORDER BY w."Place"
        """;

    private const string Numbers = """
        SELECT count(*), count(*) FILTER (WHERE m."Place" < '202607'), count(*) FILTER (WHERE m."IsReturned"),
          count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "Drafts" d WHERE d."WorkItemId" = m."Id" AND d."PersonId" = @reader)),
          (SELECT count(*) FROM "Notices" n WHERE n."RecipientKey" = ANY (@keys)
            AND NOT EXISTS (SELECT 1 FROM "Exclusions" e WHERE e."CaseId" = n."CaseId" AND e."PersonId" = @reader)
            AND NOT EXISTS (SELECT 1 FROM "NoticeReadings" r WHERE r."NoticeId" = n."Id" AND r."PersonId" = @reader))
        FROM ({mine}) m
        """;

    private const string Mine = """
        SELECT u.* FROM (
          SELECT "Id", "CaseId", "Place", "IsReturned" FROM "WorkItems"
            WHERE "Status" = 0 AND "CandidateKey" = ANY (@keys) AND ("AssigneeId" IS NULL OR "AssigneeId" = @reader)
          UNION SELECT "Id", "CaseId", "Place", "IsReturned" FROM "WorkItems" WHERE "Status" = 0 AND "DelegateId" = @reader
          UNION SELECT k."Id", k."CaseId", k."Place", k."IsReturned" FROM "TeamMember" t JOIN "WorkItems" k ON k."CaseId" = t."CaseId" AND k."Status" = 0
            WHERE t."PersonId" = @reader AND t."To" IS NULL AND k."CandidateKey" = 'team:Investigation@' || t."CaseId"
              AND (k."AssigneeId" IS NULL OR k."AssigneeId" = @reader)) u
        WHERE NOT EXISTS (SELECT 1 FROM "Exclusions" e WHERE e."CaseId" = u."CaseId" AND e."PersonId" = @reader)
        """;

    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    private readonly Statements statements = new();

    public async Task<Figures> RunAsync()
    {
        await using var bench = await Workbench.OpenAsync(database.Connection, Reader, statements);
        var site = bench.Site;
        await SeedAsync(site);
        var html = await bench.AskAsync();
        var each = await WarmAsync(bench);
        var times = TimesWithin(each);
        statements.Kept = [];
        await bench.AskAsync();
        var sent = statements.Kept;
        statements.Kept = null;
        List<double> busy = [], alone = [], wall = [];
        for (var round = 0; round < Rounds; round++)
        {
            var (began, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
            for (var time = 0; time < times; time++)
                await bench.AskAsync();
            alone.Add((Environment.CpuUsage.TotalTime - began).TotalMilliseconds / times);
            wall.Add(watch.Elapsed.TotalMilliseconds / times);
            began = Environment.CpuUsage.TotalTime;
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
            {
                for (var time = 0; time < times; time++)
                    await bench.AskAsync();
            })));
            busy.Add((Environment.CpuUsage.TotalTime - began).TotalMilliseconds / times / AtOnce);
        }
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountabilityDb>();
        var keys = (await ActorKeysAsync(scope.ServiceProvider)).ToArray();
        Statement ByHand(string text) => new(text.Replace("{mine}", Mine, StringComparison.Ordinal), [("reader", Reader), ("keys", keys)]);
        var (rawRows, rawNumbers) = (ByHand(Rows), ByHand(Numbers));
        var (statementAlone, rawAlone, rawCountAlone) = (await AloneAsync(db, sent.Single()), await AloneAsync(db, rawRows), await AloneAsync(db, rawNumbers));
        var machine = $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, .NET {Environment.Version}";
        var figures = new Figures(machine, database.Product, items,
            html.Split("class=\"line-of-inbox").Length - 1, Median(busy), Median(alone), Median(wall), statementAlone, rawAlone, rawCountAlone, html.Length);
        await said.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            {figures.Machine}; {figures.Database}, {figures.Items} work items; medians of {Rounds} rounds of {times}
            page: {figures.Rows} rows, {figures.Bytes} characters, one statement for rows, numbers and whether the directory is the newest
            processor {figures.PageCpu:0.00} ms with eight at once, {figures.PageCpuAlone:0.00} ms alone; wall {figures.PageWall:0.00} ms alone
            alone: the statement {figures.Statement:0.00} ms; by hand rows {figures.RawKeyed:0.00} ms, numbers {figures.RawCount:0.00} ms
            {(figures.Holds ? "holds" : "DOES NOT HOLD")}
            """));
        return figures;
    }

    // A site that has served for a while: until the compiler, which makes what is used often better in the background, has come to rest.
    private static async Task<TimeSpan> WarmAsync(Workbench bench)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var (compiled, began) = (JitInfo.GetCompiledMethodCount(), watch.Elapsed);
            for (var time = 0; time < Batch; time++)
                await bench.AskAsync();
            if (JitInfo.GetCompiledMethodCount() - compiled < 10 || watch.Elapsed > patience)
                return (watch.Elapsed - began) / Batch;
        }
    }

    private async Task SeedAsync(WebApplication site)
    {
        await using var world = World.On(database.Connection);
        var played = await PlayedCase.LaunchedAsync(world);
        await played.CompleteAsync("DecideSupervision", PlayedCase.Supervisor, PlayedCase.Inquiry);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountabilityDb>();
        var item = await played.ItemAsync("ProposeTeam");
        var member = await db.Set<Procedure.Cases.TeamMember>().Where(member => member.CaseId == played.Id).Select(member => member.Id).FirstAsync();
        await new SeedItems(db, played.Id, item.Id, member, Reader).RunAsync(items);
    }

    private static async Task<IEnumerable<string>> ActorKeysAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<AccountabilityDb>();
        var directory = await services.GetRequiredService<Procedure.Organisations.DirectorySource>().CurrentAsync(db, CancellationToken.None);
        return directory.ActorOf(Reader, services.GetRequiredService<TimeProvider>().GetUtcNow()).Keys;
    }

    // The same text with the same values, read to the end, on an open connection.
    private static async Task<double> AloneAsync(AccountabilityDb db, Statement statement)
    {
        await db.Database.OpenConnectionAsync();
        await ReadAsync(db.Database.GetDbConnection(), statement);
        var once = Stopwatch.StartNew();
        await ReadAsync(db.Database.GetDbConnection(), statement);
        var times = TimesWithin(once.Elapsed);
        List<double> rounds = [];
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            for (var time = 0; time < times; time++)
                await ReadAsync(db.Database.GetDbConnection(), statement);
            rounds.Add(watch.Elapsed.TotalMilliseconds / times);
        }
        return Median(rounds);
    }

    // As many as a round has time for, so that a slow page is measured too.
    private static int TimesWithin(TimeSpan each) => Math.Clamp((int)(TimeSpan.FromSeconds(2) / each), 2, 100);

    private static async Task ReadAsync(DbConnection connection, Statement statement)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = statement.Text;
#pragma warning restore CA2100
        foreach (var (name, value) in statement.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        await using var reader = await command.ExecuteReaderAsync();
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync())
            reader.GetValues(values);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
