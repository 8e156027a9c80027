namespace WorkflowAccountability.Persistence.Providers.SqlServer;

/// <summary>Rows that are written once: the database itself refuses to change or remove them.</summary>
internal static class KeptRows
{
    /// <summary>The trigger of a table.</summary>
    public static string TriggerOf(string table) => $"{table}IsKept";

    /// <summary>The batch that guards a table; a trigger must be the only statement of its batch.</summary>
    public static string Guard(string table) => $"""
        EXEC(N'CREATE TRIGGER [{TriggerOf(table)}] ON [{table}] INSTEAD OF UPDATE, DELETE AS
        BEGIN SET NOCOUNT ON; THROW 50001, ''rows of {table} are never changed or removed'', 1; END');
        """;

    /// <summary>The statement that lifts the guard, for a migration that must.</summary>
    public static string Lift(string table) => $"DROP TRIGGER [{TriggerOf(table)}];";
}
