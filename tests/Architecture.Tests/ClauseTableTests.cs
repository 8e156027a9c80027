using System.Text.RegularExpressions;

namespace WorkflowAccountability.Architecture.Tests;

/// <summary>The table clause → code → test, <c>tests/clauses.tsv</c>: every row names what is there, and says what is not.</summary>
public sealed partial class ClauseTableTests
{
    private static readonly IReadOnlyList<string[]> rows =
        [.. Repository.Files.Single(file => file.Path == "tests/clauses.tsv").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#').Select(line => line.Split('\t'))];

    [Fact]
    public void Every_clause_of_the_checklist_has_one_row_of_six_cells()
    {
        rows.Count.ShouldBe(53);
        rows.ShouldAllBe(row => row.Length == 6);
        rows.Select(row => row[0]).ShouldBeUnique();
    }

    [Fact]
    public void The_code_that_a_row_names_is_there_and_names_the_clause()
    {
        foreach (var row in rows)
            foreach (var path in row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var code = Repository.Files.SingleOrDefault(file => file.Path == path).ShouldNotBeNull($"{row[0]}: {path}").Text;
                if (IsWhole(row))
                    code.Contains(row[1], StringComparison.Ordinal).ShouldBeTrue($"{row[0]}: {path} does not name {row[1]}");
            }
    }

    [Fact]
    public void The_tests_that_a_row_names_are_there()
    {
        foreach (var row in rows)
            foreach (var test in row[4].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var (path, method) = (test.Split("::")[0], test.Split("::")[1]);
                Repository.Files.SingleOrDefault(file => file.Path == path).ShouldNotBeNull($"{row[0]}: {path}")
                    .Text.ShouldContain($" {method}(", Case.Sensitive, $"{row[0]}: {path} has no test {method}");
            }
    }

    [Fact]
    public void A_row_is_whole_or_says_what_is_missing() => rows.ShouldAllBe(row => IsWhole(row) || row[5].Length > 0);

    [Fact]
    public void Every_citation_is_one_of_the_regulation()
    {
        var known = Citation().Matches(Repository.Files.Single(file => file.Path == "src/Procedure/Regulation/clauses.json").Text)
            .Select(match => match.Groups[1].Value).ToHashSet();

        known.Count.ShouldBeGreaterThan(60);
        rows.Where(row => row[0] is not ("head" or "all")).ShouldAllBe(row => known.Contains(row[1]));
    }

    private static bool IsWhole(string[] row) => row[3].Length > 0 && row[4].Length > 0 && row[5].Length == 0;

    [GeneratedRegex("\"citation\": \"([^\"]*)\"")]
    private static partial Regex Citation();
}
