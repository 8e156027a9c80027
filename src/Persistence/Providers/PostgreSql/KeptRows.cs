namespace WorkflowAccountability.Persistence.Providers.PostgreSql;

/// <summary>Rows that are written once: the database itself refuses to change or remove them.</summary>
internal static class KeptRows
{
    /// <summary>The function that the guards of all tables call.</summary>
    public const string Refusal = """
        CREATE FUNCTION kept_rows() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$;
        """;

    /// <summary>The statements that guard a table.</summary>
    public static string Guard(string table) => $"""
        CREATE TRIGGER "{table}_keeps" BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION kept_rows();
        CREATE TRIGGER "{table}_keeps_all" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION kept_rows();
        """;

    /// <summary>The statements that lift the guard, for a migration that must.</summary>
    public static string Lift(string table) => $"""DROP TRIGGER "{table}_keeps" ON "{table}"; DROP TRIGGER "{table}_keeps_all" ON "{table}";""";
}
