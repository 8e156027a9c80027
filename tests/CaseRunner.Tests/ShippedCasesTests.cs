namespace WorkflowAccountability.CaseRunner.Tests;

public sealed class ShippedCasesTests
{
    private static readonly Lazy<Task<Played>> onSqlite = new(() => PlayAsync());

    [Fact]
    public async Task The_shipped_cases_hold_and_visit_every_stage_and_every_outcome()
    {
        var played = await onSqlite.Value;

        played.Said.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)).ShouldBe(10, played.Said);
        played.Said.ShouldNotContain("not visited");
        played.Exit.ShouldBe(0);
    }

    [PostgreSqlFact]
    public async Task On_PostgreSQL_the_shipped_cases_give_the_very_same_report()
    {
        var played = await PlayAsync("--database", PostgreSqlFactAttribute.Connection!);

        played.Exit.ShouldBe(0, played.Said);
        played.Report.ShouldBe((await onSqlite.Value).Report);
    }

    private static async Task<Played> PlayAsync(params string[] arguments)
    {
        using var report = new ScriptFile();
        await using var said = new StringWriter();
        var exit = await Demo.RunAsync([.. arguments, "--json", report.Path], said, said);
        return new Played(exit, said.ToString(), await File.ReadAllTextAsync(report.Path));
    }

    private sealed record Played(int Exit, string Said, string Report);
}

/// <summary>Runs where a PostgreSQL is named, and is reported as skipped elsewhere.</summary>
internal sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() =>
        Skip = Connection is null ? "ACCOUNTABILITY_TEST_POSTGRES names no PostgreSQL; scripts/test starts one." : null;

    public static string? Connection => Environment.GetEnvironmentVariable("ACCOUNTABILITY_TEST_POSTGRES");
}
