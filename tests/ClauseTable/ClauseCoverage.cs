using System.Text.RegularExpressions;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.ClauseTable;

/// <summary>A row with the places in the code that carry it and the tests that are named after it.</summary>
internal sealed record ClauseLine(ChecklistRow Row, IReadOnlyList<string> Code, IReadOnlyList<string> Tests)
{
    public bool IsEmpty => Code.Count == 0 || Tests.Count == 0;
}

/// <summary>
/// Clause → code → test, read from the sources as they are: a place in the code is what bears <c>[Clause(…)]</c>, a test is a fact or theory
/// that is not skipped and whose name begins with the row's. Nothing is claimed here that does not stand there.
/// </summary>
internal sealed partial record ClauseCoverage(IReadOnlyList<ClauseLine> Lines, IReadOnlyList<string> Strays)
{
    public int Done => Lines.Count(line => !line.IsEmpty);

    /// <summary>The table of a repository.</summary>
    /// <param name="top">The folder with <c>src</c> and <c>tests</c>.</param>
    public static ClauseCoverage Of(string top, Checklist checklist)
    {
        var code = Sources(top, "src").SelectMany(file => Marked(top, file)).ToList();
        var tests = Sources(top, "tests").SelectMany(file => Tests(top, file)).ToList();
        var rows = checklist.Rows.OrderByDescending(row => row.Name.Length).ToList();
        var testsOf = tests.ToLookup(test => rows.Find(row => test.Name.StartsWith(row.Name + "_", StringComparison.Ordinal)));
        return new(
            [.. checklist.Rows.Select(row => new ClauseLine(row,
                [.. code.Where(place => checklist.Find(place.Citation, place.Words) == row).Select(place => place.Place)],
                [.. testsOf[row].Select(test => $"{test.Place} {test.Name}")]))],
            [
                .. code.Where(place => checklist.Find(place.Citation, place.Words) is null)
                    .Select(place => $"{place.Place} bears {place.Citation} {place.Words}, which is no row of the checklist."),
                .. tests.Where(test => char.IsAsciiLetter(test.Name[0]) is false && testsOf[null].Contains(test)
                        && !RegulationText.All.Any(text => text.Clauses.Any(clause => test.Name.StartsWith(ChecklistRow.NameOf(clause.Citation) + "_", StringComparison.Ordinal))))
                    .Select(test => $"{test.Place} {test.Name} is named after no clause."),
            ]);
    }

    private static IEnumerable<(string Path, string Text)> Sources(string top, string folder) =>
        Directory.EnumerateFiles(Path.Combine(top, folder), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}"))
            .Select(path => (path, File.ReadAllText(path)));

    private static IEnumerable<(string Citation, string? Words, string Place)> Marked(string top, (string Path, string Text) file) =>
        Mark().Matches(file.Text).Select(match =>
        {
            var words = match.Groups["words"] is { Success: true } group ? group.Value : null;
            var declared = Declared().Match(file.Text, match.Index + match.Length).Groups["name"].Value;
            return (match.Groups["citation"].Value, words, $"{PlaceOf(top, file, match.Index)} {declared}");
        });

    private static IEnumerable<(string Name, string Place)> Tests(string top, (string Path, string Text) file) =>
        Test().Matches(file.Text).Where(match => !match.Groups["marks"].Value.Contains("Skip =")).Select(match =>
            (match.Groups["name"].Value, PlaceOf(top, file, match.Groups["name"].Index)));

    private static string PlaceOf(string top, (string Path, string Text) file, int at) =>
        $"{Path.GetRelativePath(top, file.Path).Replace('\\', '/')}:{file.Text.AsSpan(0, at).Count('\n') + 1}";

    [GeneratedRegex("""^\s*\[Clause\("(?<citation>[^"]+)"(?:, "(?<words>[^"]+)")?\)\]""", RegexOptions.Multiline)]
    private static partial Regex Mark();

    // What stands below the mark, other attributes passed over.
    [GeneratedRegex(@"\G(?:\s*\[[^\n]*\][^\n]*\n)*\s*[^\n]*?(?:\b(?:class|record|enum|struct)\s+(?<name>\w+)|\b(?<name>\w+)(?:<\w+>)?\()")]
    private static partial Regex Declared();

    [GeneratedRegex(@"(?<marks>(?:^\s*\[(?:[^\[\]]|\[[^\]]*\])*\]\s*\n)*^\s*\[(?:Fact|Theory|Property|ContractFact|ContractTheory)\b[^\n]*\]\s*\n(?:^\s*\[[^\n]*\]\s*\n)*)\s*public\s+(?:async\s+)?(?:Task|void|bool|Property)\s+(?<name>\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Test();
}
