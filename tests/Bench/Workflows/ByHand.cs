using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace WorkflowAccountability.Bench.Workflows;

/// <summary>The raw limit: the rows that a resumption reads and writes, by ADO.NET and in one transaction, with no engine in between.</summary>
internal sealed class ByHand(string connection)
{
    private readonly bool isServer = connection.Contains("Host=", StringComparison.OrdinalIgnoreCase);
    private static int made;
    private object?[] bookmark = [], burst = [];
    private string state = "";

    /// <summary>Learns from an instance that waits what its rows hold.</summary>
    public async Task LearnAsync(DurableSteps steps)
    {
        await steps.ResumeAllAsync(await steps.StartAsync(1), 1);
        await steps.StartAsync(1);
        await using var db = steps.Db();
        await db.Database.OpenConnectionAsync();
        var open = db.Database.GetDbConnection();
        bookmark = await RowAsync(open, """SELECT "InstanceId", "Name", "ActivityId", "ActivityNodeId", "ActivityInstanceId", "Payload", "CreatedAt" FROM "Bookmarks" LIMIT 1""");
        burst = await RowAsync(open, """SELECT "Timestamp", "Entries" FROM "Journal" WHERE "Sequence" = 4 LIMIT 1""");
        state = (string)(await RowAsync(open, """SELECT "State" FROM "WorkflowInstances" WHERE "FinishedAt" IS NULL LIMIT 1"""))[0]!;
    }

    /// <summary>Makes instances that wait, of its own.</summary>
    public async Task<IReadOnlyList<string>> StartAsync(int count)
    {
        var ids = Enumerable.Range(0, count).Select(_ => $"hand{Interlocked.Increment(ref made):x12}").ToList();
        await using var open = await OpenAsync();
        await using var transaction = await open.BeginTransactionAsync();
        foreach (var id in ids)
        {
            await ExecuteAsync(open, transaction, ("""
                INSERT INTO "WorkflowInstances" ("Id", "DefinitionId", "DefinitionVersionId", "DefinitionVersion", "Status", "SubStatus", "State", "Version", "CreatedAt", "UpdatedAt")
                VALUES (@p0, 'bench', 'bench-1', 1, 0, 2, @p1, 0, @p2, @p2)
                """, [id, state, burst[0]]));
            await ExecuteAsync(open, transaction, Insert(id, 0));
        }
        await transaction.CommitAsync();
        return ids;
    }

    /// <summary>Six resumptions of each.</summary>
    public Task ResumeAllAsync(IReadOnlyList<string> instances, int workers) =>
        Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(async () =>
        {
            for (var instance = worker; instance < instances.Count; instance += workers)
                for (var step = 0; step < DurableSteps.Tasks; step++)
                    await ResumeAsync(instances[instance], step);
        })));

    private async Task ResumeAsync(string id, int step)
    {
        await using var open = await OpenAsync();
        await using var transaction = await open.BeginTransactionAsync();
        await using (var read = Command(open, transaction, ($"""
            SELECT * FROM "WorkflowInstances" WHERE "Id" = (SELECT "InstanceId" FROM "Bookmarks" WHERE "Stimulus" = @p0 LIMIT 1) {(isServer ? "FOR UPDATE" : "")}
            """, [$"task:{id}{Shown(step)}"])))
        await using (var rows = await read.ExecuteReaderAsync())
            if (!await rows.ReadAsync())
                throw new InvalidOperationException("Nobody waits there.");
        (string, object?[])[] writes =
        [
            ("""UPDATE "WorkflowInstances" SET "State" = @p0, "UpdatedAt" = @p1, "Version" = @p2 WHERE "Id" = @p3 AND "Version" = @p4""",
                [state, burst[0], (long)step + 1, id, (long)step]),
            ("""DELETE FROM "Bookmarks" WHERE "Id" = @p0""", [id + Shown(step)]),
            ("""INSERT INTO "Journal" ("InstanceId", "Sequence", "Timestamp", "Entries") VALUES (@p0, @p1, @p2, @p3)""", [id, (long)step, burst[0], burst[1]]),
            .. step + 1 < DurableSteps.Tasks ? [Insert(id, step + 1)] : Array.Empty<(string, object?[])>(),
        ];
        await WriteAsync(open, transaction, writes);
        await transaction.CommitAsync();
    }

    private (string, object?[]) Insert(string id, int step) => ("""
        INSERT INTO "Bookmarks" ("Id", "InstanceId", "Name", "ActivityId", "ActivityNodeId", "ActivityInstanceId", "Payload", "CreatedAt", "Stimulus")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8)
        """, [id + Shown(step), id, .. bookmark[1..], $"task:{id}{Shown(step)}"]);

    private static async Task WriteAsync(DbConnection open, DbTransaction transaction, (string, object?[])[] writes)
    {
        if (!open.CanCreateBatch)
        {
            foreach (var write in writes)
                await ExecuteAsync(open, transaction, write);
            return;
        }
        await using var batch = open.CreateBatch();
        batch.Transaction = transaction;
        foreach (var (text, values) in writes)
        {
            var command = batch.CreateBatchCommand();
#pragma warning disable CA2100
            command.CommandText = text;
#pragma warning restore CA2100
            for (var at = 0; at < values.Length; at++)
                command.Parameters.Add(new NpgsqlParameter($"p{Shown(at)}", values[at] ?? DBNull.Value));
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync();
    }

    private static async Task ExecuteAsync(DbConnection open, DbTransaction transaction, (string, object?[]) statement)
    {
        await using var command = Command(open, transaction, statement);
        await command.ExecuteNonQueryAsync();
    }

    private static DbCommand Command(DbConnection open, DbTransaction? transaction, (string Text, object?[] Values) statement)
    {
        var command = open.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100
        command.CommandText = statement.Text;
#pragma warning restore CA2100
        for (var at = 0; at < statement.Values.Length; at++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"p{Shown(at)}", statement.Values[at] ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private static async Task<object?[]> RowAsync(DbConnection open, string text)
    {
        await using var command = Command(open, null, (text, []));
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
            throw new InvalidOperationException($"No row: {text}");
        var values = new object[reader.FieldCount];
        reader.GetValues(values);
        return [.. values.Select(value => value is DBNull ? null : value)];
    }

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection open = isServer ? new NpgsqlConnection($"{connection};No Reset On Close=true") : new SqliteConnection(connection);
        await open.OpenAsync();
        if (!isServer)
            await using (var settings = Command(open, null, ("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000", [])))
                await settings.ExecuteNonQueryAsync();
        return open;
    }

    private static string Shown(int number) => number.ToString(CultureInfo.InvariantCulture);
}
