using System.Reflection;
using WorkflowAccountability.ClauseTable;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Architecture.Tests;

public sealed class ClauseTests
{
    private static readonly Checklist twoRows = new(
    [
        new("8(1)", "第八条第一句", "先有调查组。", "A team first.", "应当成立调查组"), new("8(3)", "第八条第二句", "方案报批。", "The plan is approved."),
    ]);

    [Fact]
    public void The_checklist_has_53_rows_and_no_fault()
    {
        Checklist.Shipped.Rows.Count.ShouldBe(53);
        Checklist.Shipped.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void A_row_that_cites_nothing_stands_twice_or_quotes_what_the_clause_does_not_say_is_told() =>
        new Checklist([.. twoRows.Rows, twoRows.Rows[0] with { Citation = "第八条第九句", Words = "应当成立" }]).Faults().ShouldBe(
        [
            "8(1): stands twice.", "8(1): '第八条第九句' is no sound citation.", "8(1): '应当成立' does not stand in 第八条第九句.",
        ]);

    [Fact]
    public void Every_mark_in_the_code_and_every_test_named_after_a_clause_belongs_to_a_row()
    {
        var table = ClauseCoverage.Of(Repository.Top, Checklist.Shipped);

        table.Done.ShouldBeGreaterThan(30, "the test must see the marks, or it protects nothing");
        table.Strays.ShouldBeEmpty("a mark and the name of a test begin with citation and words of a row in Regulation/checklist.json");
    }

    [Fact]
    public void Every_mark_that_was_compiled_is_found_in_the_sources()
    {
        var compiled = typeof(ClauseAttribute).Assembly.GetTypes()
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly).Append(type))
            .Where(member => member is not TypeInfo { IsNested: true }).SelectMany(member => member.GetCustomAttributes<ClauseAttribute>(inherit: false)).Count();

        compiled.ShouldBe(ClauseCoverage.Of(Repository.Top, Checklist.Shipped).Lines.Sum(line => line.Code.Count));
    }

    [Fact]
    public void A_row_needs_a_mark_in_the_code_and_a_test_that_runs()
    {
        using var top = new Sources(
            """
            /// <summary>第八条第一句.</summary>
            [Clause("第八条第一句", "应当成立调查组")]
            public static Ruling HasATeam(CaseFile file) => Ruling.Allowed;
            [Clause("第八条第二句")]
            public sealed class ApproveTeam;
            [Clause("第八条第九句")]
            public void Nothing() { }
            """,
            """
                ‹Theory›
                [InlineData("[x]")]
                public async Task 第八条第一句_应当成立调查组_Nothing_begins_before(string x)
                ‹Fact(Skip = "later")›
                public void 第八条第二句_A_plan_is_approved()
                public void 第八条第二句_That_is_no_test()
                ‹Fact›
                public void 第九十九条_That_is_no_clause()
            """);

        var table = ClauseCoverage.Of(top.Path, twoRows);

        table.Done.ShouldBe(1);
        table.Lines[0].Code.ShouldBe(["src/Code.cs:2 HasATeam"]);
        table.Lines[0].Tests.ShouldBe(["tests/Code.cs:3 第八条第一句_应当成立调查组_Nothing_begins_before"]);
        (table.Lines[1].IsEmpty, table.Lines[1].Code.Count, table.Lines[1].Tests.Count).ShouldBe((true, 1, 0));
        table.Strays.ShouldBe(
        [
            "src/Code.cs:6 Nothing bears 第八条第九句 , which is no row of the checklist.",
            "tests/Code.cs:8 第九十九条_That_is_no_clause is named after no clause.",
        ]);
    }

    private sealed class Sources : IDisposable
    {
        public Sources(string code, string tests)
        {
            File.WriteAllText(System.IO.Path.Combine(Directory.CreateDirectory(System.IO.Path.Combine(Path, "src")).FullName, "Code.cs"), code);
            File.WriteAllText(System.IO.Path.Combine(Directory.CreateDirectory(System.IO.Path.Combine(Path, "tests")).FullName, "Code.cs"),
                // In brackets these lines would be taken for tests of this file.
                tests.Replace('‹', '[').Replace('›', ']'));
        }

        public string Path { get; } = Directory.CreateTempSubdirectory().FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
