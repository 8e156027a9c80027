using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure;

namespace WorkflowAccountability.Bench;

/// <summary>Many rows out of one that was played, by statements that the database works off itself. What is written is made of the model's names and of numbers only.</summary>
internal sealed class Clones(AccountabilityDb db)
{
    /// <summary>Whether it is PostgreSQL; otherwise SQLite.</summary>
    public bool IsServer { get; } = db.Database.ProviderName!.Contains("Npgsql", StringComparison.Ordinal);

    /// <summary>Copies a row, or all rows <paramref name="by"/> another column, <paramref name="count"/> times: every column as it is, but for those that tell the copies apart, in SQL with <c>n.i</c> from 1 on.</summary>
    public Task MakeAsync<T>(string template, int count, Dictionary<string, string> apart, string by = "Id")
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var columns = type.GetProperties().Select(property => property.GetColumnName()).ToList();
        return RunAsync($"""INSERT INTO "{type.GetTableName()}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) """
            + $"""SELECT {string.Join(", ", columns.Select(column => apart.GetValueOrDefault(column, $"t.\"{column}\"")))} """
            + $"""FROM {Numbers(count)}, (SELECT * FROM "{type.GetTableName()}" WHERE "{by}" = '{template}') t""");
    }

    /// <summary>The numbers from 1 on, as a table <c>n(i)</c>.</summary>
    public string Numbers(int count) => IsServer ? $"generate_series(1, {Shown(count)}) AS n(i)"
        : $"(WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < {Shown(count)}) SELECT i FROM c) AS n";

    /// <summary>An id of sixteen characters.</summary>
    public string Hex(string first, string number) =>
        IsServer ? $"{first} || lpad(to_hex({number}), 15, '0')" : $"{first} || printf('%015x', {number})";

    /// <summary>A number with zeros before it.</summary>
    public string Padded(string number, int digits) =>
        IsServer ? $"lpad(({number})::text, {Shown(digits)}, '0')" : $"printf('%0{Shown(digits)}d', {number})";

    /// <summary>Runs a statement to its end, however long it takes.</summary>
    public async Task RunAsync(string statement)
    {
        await db.Database.OpenConnectionAsync();
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100
        command.CommandText = statement;
#pragma warning restore CA2100
        command.CommandTimeout = 1200;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Lets the database look at what it holds.</summary>
    public Task AnalyzeAsync() => RunAsync(IsServer ? "VACUUM ANALYZE" : "ANALYZE");

    private static string Shown(int number) => number.ToString(CultureInfo.InvariantCulture);
}
