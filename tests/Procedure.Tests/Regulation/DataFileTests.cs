using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Tests.Regulation;

public sealed class DataFileTests
{
    [Fact]
    public void Every_fault_of_a_file_is_told_at_once_and_with_its_place()
    {
        const string bad = """
            { "title": null, "titel": "x", "rows": [
              { "day": "2016-02-30", "count": 1 }, { "day": "2016-02-28", "count": "1", "count": 2 }, {} ] }
            """;

        var refusal = Should.Throw<InvalidDataFileException>(() => DataFile.Parse<Sample>("bad.json", bad, _ => []));

        refusal.Faults.ShouldBe([
            "$.title: must not be null.",
            "$.titel: unknown key; known keys: title, rows, note.",
            "$.rows[0].day: \"2016-02-30\" is not a valid DateOnly.",
            "$.rows[1].count: \"1\" is not a valid Int32.",
            "$.rows[1].count: stands twice.",
            "$.rows[2].day: is missing.",
            "$.rows[2].count: is missing.",
        ]);
        refusal.Message.ShouldContain("'bad.json' has 7 fault(s)");
    }

    [Fact]
    public void A_well_formed_file_that_contradicts_itself_is_refused_too()
    {
        var refusal = Should.Throw<InvalidDataFileException>(() =>
            DataFile.Parse<Sample>(
            "bad.json", """{ "title": "a", "rows": [] }""", sample => [$"{sample.Title} has no rows.", "and more."]));

        refusal.Faults.ShouldBe(["a has no rows.", "and more."]);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Should.Throw<InvalidDataFileException>(() => DataFile.Read<Sample>("Regulation/none.json", _ => []))
            .Message.ShouldContain("Regulation/none.json");

    [Fact]
    public void The_shipped_files_are_embedded() =>
        typeof(DataFile).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal)).ShouldBe(
            [
                "WorkflowAccountability.Procedure.Deadlines/holidays-cn.json",
                "WorkflowAccountability.Procedure.Deadlines/holidays-xinjiang-overlay.json",
                "WorkflowAccountability.Procedure.Deadlines/office-hours.json",
                "WorkflowAccountability.Procedure.Disclosure/cut-reasons.json",
                "WorkflowAccountability.Procedure.Lawfulness/order-of-law.json",
                "WorkflowAccountability.Procedure.Ledgers/Restrictions/impact-periods.json",
                "WorkflowAccountability.Procedure.Organisations/organisations.json",
                "WorkflowAccountability.Procedure.Organisations/people.json",
                "WorkflowAccountability.Procedure.Organisations/roles.json",
                "WorkflowAccountability.Procedure.Oversight/oversight.json",
                "WorkflowAccountability.Procedure.Papers/organ-codes.json",
                "WorkflowAccountability.Procedure.Play/example-case.json",
                "WorkflowAccountability.Procedure.Regulation/checklist.json",
                "WorkflowAccountability.Procedure.Regulation/classification-rules.json",
                "WorkflowAccountability.Procedure.Regulation/clauses.json",
                "WorkflowAccountability.Procedure.Regulation/deadlines.json",
                "WorkflowAccountability.Procedure.Regulation/legal-bases.json",
                "WorkflowAccountability.Procedure.Regulation/measure-conflicts.json",
                "WorkflowAccountability.Procedure.Regulation/measures.json",
            ],
            ignoreOrder: true);

    private sealed record Sample(string Title, IReadOnlyList<Row> Rows, string? Note = null);

    private sealed record Row(DateOnly Day, int Count);
}
