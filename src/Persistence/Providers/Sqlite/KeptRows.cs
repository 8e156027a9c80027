namespace WorkflowAccountability.Persistence.Providers.Sqlite;

/// <summary>Rows that are written once: the database itself refuses to change or remove them. A migration that rebuilds such a table guards it again.</summary>
internal static class KeptRows
{
    /// <summary>The statements that guard a table. REPLACE removes a row without a DELETE, so the insertion of a key that is there is refused too.</summary>
    public static string Guard(string table, params IReadOnlyList<string> key) => $"""
        CREATE TRIGGER "{table}_keeps_updated" BEFORE UPDATE ON "{table}" BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed'); END;
        CREATE TRIGGER "{table}_keeps_deleted" BEFORE DELETE ON "{table}" BEGIN SELECT RAISE(ABORT, 'rows of {table} are never removed'); END;
        CREATE TRIGGER "{table}_keeps_replaced" BEFORE INSERT ON "{table}"
          WHEN EXISTS (SELECT 1 FROM "{table}" AS kept WHERE {string.Join(" AND ", key.Select(column => $"kept.\"{column}\" = NEW.\"{column}\""))})
          BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: rows of {table} are never replaced'); END;
        """;

    /// <summary>The statements that lift the guard, for a migration that must.</summary>
    public static string Lift(string table) => $"""
        DROP TRIGGER "{table}_keeps_updated"; DROP TRIGGER "{table}_keeps_deleted"; DROP TRIGGER "{table}_keeps_replaced";
        """;
}
