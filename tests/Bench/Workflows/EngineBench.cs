using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Npgsql;
using WorkflowAccountability.Faults.Databases;

namespace WorkflowAccountability.Bench.Workflows;

/// <summary>What was measured, on which machine and under what load.</summary>
internal sealed record Report(string Machine, IReadOnlyList<string> Lines, IReadOnlyList<Figure> Figures)
{
    public bool Holds => Figures.All(figure => figure.Holds);
}

/// <summary>The engine's costs: in memory, a durable step on each database and its room; beside them the same by hand in the same run; and a full command on a
/// case.</summary>
internal sealed class EngineBench(IReadOnlyList<string> databases, TextWriter said)
{
    private const int Rounds = 5, Finished = 400, Counted = 20;

    private readonly List<Figure> figures = [];
    private readonly List<string> lines = [];

    public async Task<Report> RunAsync()
    {
        var machine = $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, .NET {Environment.Version}";
        await SayAsync($"{machine}; medians of {Rounds} rounds; load at the beginning {Load}");
        await InMemoryAsync();
        foreach (var connection in databases)
        {
            await using (var database = await OwnDatabase.MakeAsync(connection))
                await DurableAsync(database);
            await using (var database = await OwnDatabase.MakeAsync(connection))
                await CaseAsync(database);
        }
        await SayAsync($"load at the end {Load}");
        foreach (var figure in figures)
            await SayAsync($"{(figure.Holds ? "holds         " : "DOES NOT HOLD ")} {figure.Name}: {figure.Value:0.##} {figure.Unit} (at {(figure.MoreIsBetter ? "least" : "most")} {figure.Target:0.##})");
        return new Report(machine, lines, figures);
    }

    // How many want to run, over the last minute: a machine of two processors is busy from two on.
    private static string Load => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private async Task InMemoryAsync()
    {
        var (engine, byHand) = await InMemory.RunAsync();
        await SayAsync($"in memory, five activities: {engine.PerSecond:0} workflows/s on one core, {engine.CpuMs * 1000:0.0} µs CPU, {engine.AllocatedBytes / 1024:0.0} KiB; ids and journal alone by hand {byHand.PerSecond:0}/s, {byHand.AllocatedBytes / 1024:0.0} KiB: {byHand.PerSecond / engine.PerSecond:0.0} times");
        Add("in memory", engine.PerSecond, "workflows/s", 10_000, moreIsBetter: true);
        Add("in memory, processor", engine.CpuMs * 1000, "µs", 100);
        Add("in memory, allocated", engine.AllocatedBytes / 1024, "KiB", 25);
    }

    private async Task DurableAsync(OwnDatabase database)
    {
        await using var steps = new DurableSteps(database.Connection);
        await steps.PrepareAsync();
        var byHand = new ByHand(database.Connection);
        await byHand.LearnAsync(steps);
        await steps.ResumeAllAsync(await steps.StartAsync(400), 1);
        if (database is PostgreSqlDatabase)
            await SayAsync($"{await new Server(database.Connection).SettingsAsync()}");
        var alone = await ResumeAsync(database, steps, byHand, workers: 1);
        var eight = await ResumeAsync(database, steps, byHand, workers: 8);
        if (database is PostgreSqlDatabase)
        {
            Add("PostgreSQL, alone", alone.PerSecond, "resumptions/s", 300, moreIsBetter: true);
            Add("PostgreSQL, eight at once", eight.PerSecond, "resumptions/s", 600, moreIsBetter: true);
            Add("PostgreSQL, processor of the site", alone.CpuMs, "ms", 1.5);
            await CountAsync(database);
        }
        else
        {
            Add($"{database.Product}, alone", alone.PerSecond, "resumptions/s", 400, moreIsBetter: true);
            // One writer at a time: by hand too a quarter is lost when eight wait for each other. Less than half would be a collapse.
            Add($"{database.Product}, eight at once, against alone", eight.PerSecond / alone.PerSecond, "times", 0.5, moreIsBetter: true);
        }
        await RoomAsync(database);
    }

    private async Task<Round> ResumeAsync(OwnDatabase database, DurableSteps steps, ByHand byHand, int workers)
    {
        var instances = workers == 1 ? 40 : 96;
        List<Round> ours = [], raw = [];
        for (var round = 0; round < Rounds; round++)
        {
            var waiting = await steps.StartAsync(instances);
            ours.Add(await Round.OfAsync(instances * DurableSteps.Tasks, () => steps.ResumeAllAsync(waiting, workers)));
            var own = await byHand.StartAsync(instances);
            raw.Add(await Round.OfAsync(instances * DurableSteps.Tasks, () => byHand.ResumeAllAsync(own, workers)));
        }
        var (engine, hand) = (Round.MedianOf(ours), Round.MedianOf(raw));
        await SayAsync($"{database.Product}, six tasks, {workers} at once: {engine.PerSecond:0} resumptions/s ({ours.Min(one => one.PerSecond):0}–{ours.Max(one => one.PerSecond):0}), {engine.CpuMs:0.00} ms CPU, {engine.AllocatedBytes / 1024:0} KiB; by hand {hand.PerSecond:0}/s, {hand.CpuMs:0.00} ms CPU: {hand.PerSecond / engine.PerSecond:0.00} times");
        return engine;
    }

    private async Task CountAsync(OwnDatabase database)
    {
        var real = new NpgsqlConnectionStringBuilder(database.Connection);
        await using var wire = new Wire(real.Host!, real.Port);
        var through = new NpgsqlConnectionStringBuilder(database.Connection) { Port = wire.Port, SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable };
        await using var steps = new DurableSteps(through.ConnectionString);
        await steps.ResumeAllAsync(await steps.StartAsync(3), 1);
        var waiting = await steps.StartAsync(Counted);
        var seen = wire.Count;
        await steps.ResumeAllAsync(waiting, 1);
        var on = wire.Count;
        double times = Counted * DurableSteps.Tasks;
        var (trips, statements) = ((on.RoundTrips - seen.RoundTrips) / times, (on.Statements - seen.Statements) / times);

        // To count disturbs what is counted (it connects anew and asks): one instance, then many, and the difference is theirs alone.
        var (one, many) = (await steps.StartAsync(1), await steps.StartAsync(Counted + 1));
        var server = new Server(database.Connection);
        var first = await server.CountAsync();
        await steps.ResumeAllAsync(one, 1);
        var second = await server.CountAsync();
        await steps.ResumeAllAsync(many, 1);
        var third = await server.CountAsync();
        var syncs = (third.WalSyncs - second.WalSyncs - (second.WalSyncs - first.WalSyncs)) / times;
        var commits = (third.Commits - second.Commits - (second.Commits - first.Commits)) / times;
        await SayAsync($"PostgreSQL, one resumption on the wire: {trips:0.00} round trips (BEGIN and the locked row; the writes; COMMIT), {statements:0.00} statements (BEGIN, SELECT … FOR UPDATE, UPDATE of the instance, DELETE and INSERT of its bookmark, INSERT of the journal, COMMIT; the last of six opens no bookmark), {commits:0.00} transactions, {syncs:0.00} flushes of the log");
        Add("PostgreSQL, round trips", Math.Round(trips, 2), "a resumption", 3);
        Add("PostgreSQL, transactions", Math.Round(commits, 2), "a resumption", 1);
        // To a tenth: the flushes of the server itself are among them.
        Add("PostgreSQL, flushes of the log", Math.Round(syncs, 1), "a resumption", 1);
    }

    private async Task RoomAsync(OwnDatabase beside)
    {
        await using var database = await OwnDatabase.MakeAsync(beside.Connection);
        await using var steps = new DurableSteps(database.Connection);
        await steps.PrepareAsync();
        var server = database is PostgreSqlDatabase ? new Server(database.Connection) : null;
        var empty = await BytesAsync();
        await steps.ResumeAllAsync(await steps.StartAsync(Finished), 4);
        var used = await BytesAsync();
        if (server is not null)
            await server.VacuumAsync();
        await steps.ResumeAllAsync(await steps.StartAsync(Finished), 4);
        var again = await BytesAsync();
        var (first, later) = ((used - empty) / 1024.0 / Finished, (again - used) / 1024.0 / Finished);
        await SayAsync($"{database.Product}, room of a finished instance with {await steps.JournalAsync()} journal entries (with what was given and given back): {first:0.0} KiB with what its changes left behind, {later:0.0} KiB once that has been given back");
        Add($"{database.Product}, room of a finished instance", first, "KiB", 6);
        if (server is not null)
            await SayAsync($"{database.Product}, of both together, rows and indexes: {string.Join("; ", (await server.BytesAsync()).Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Table} {table.Rows / 2048.0 / Finished:0.0} + {table.Indexes / 2048.0 / Finished:0.0} KiB")))}");

        async Task<long> BytesAsync() => server is not null ? (await server.BytesAsync()).Sum(table => table.Rows + table.Indexes) : await SqliteBytesAsync(database.Connection);
    }

    private static async Task<long> SqliteBytesAsync(string connection)
    {
        await using var open = new SqliteConnection(connection);
        await open.OpenAsync();
        await using var command = open.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
        await using var reader = await command.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        return reader.GetInt64(0);
    }

    private async Task CaseAsync(OwnDatabase database)
    {
        var command = await CaseCommand.MeasureAsync(database);
        await SayAsync($"{database.Product}, a full command on a case (a form with its rules, items, deadlines, audit, outbox): {command.PerSecond:0} commands/s, {command.CpuMs:0.0} ms CPU");
        if (command.RoundTrips == 0)
            return;
        await SayAsync($"{database.Product}, the same on the wire: {command.RoundTrips:0.0} round trips, {command.Statements:0.0} statements");
        Add($"{database.Product}, statements of a full command", command.Statements, "a command", MostStatementsOfACommand);
    }

    // A command that sends more has begun to ask in a loop.
    private const double MostStatementsOfACommand = 150;

    private void Add(string name, double value, string unit, double target, bool moreIsBetter = false) => figures.Add(new(name, value, unit, target, moreIsBetter));

    private async Task SayAsync(FormattableString line)
    {
        lines.Add(line.ToString(CultureInfo.InvariantCulture));
        await said.WriteLineAsync(lines[^1]);
    }
}
