using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure;

namespace WorkflowAccountability.Faults.Databases;

/// <summary>Every row of every table at one moment, for finding out what a command has left behind.</summary>
public sealed class Tables
{
    private readonly SortedDictionary<string, IReadOnlyList<string>> rows = new(StringComparer.Ordinal);

    /// <summary>Reads the whole database.</summary>
    public static async Task<Tables> ReadAsync(AccountabilityDb db)
    {
        var tables = new Tables();
        await db.Database.OpenConnectionAsync();
        foreach (var name in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
            tables.rows[name] = await RowsAsync(db.Database.GetDbConnection(), name);
        await db.Database.CloseConnectionAsync();
        return tables;
    }

    /// <summary>How many rows there are in all.</summary>
    public int Count => rows.Values.Sum(table => table.Count);

    /// <summary>The tables in which the two differ, with what is gone and what has come; empty when they are the same.</summary>
    public IReadOnlyList<string> Differences(Tables other) =>
    [
        .. rows.Where(table => !table.Value.SequenceEqual(other.rows[table.Key])).Select(table =>
            $"{table.Key}: -{table.Value.Except(other.rows[table.Key]).Count()} +{other.rows[table.Key].Except(table.Value).Count()}"),
    ];

    private static async Task<List<string>> RowsAsync(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        // The names come from the model.
#pragma warning disable CA2100
        command.CommandText = $"""SELECT * FROM "{table}" """;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync())
        {
            reader.GetValues(values);
            found.Add(string.Join('|', values.Select(Shown)));
        }
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static string Shown(object value) => value switch
    {
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
