using System.Text.RegularExpressions;

namespace WorkflowAccountability.Architecture.Tests;

public sealed partial class LayoutTests
{
    private static readonly string[] KindsOfClass =
        ["Models", "Services", "Helpers", "Utils", "Utilities", "Common", "Shared", "Extensions", "Dtos", "Interfaces", "Enums", "Misc", "Core", "Contracts"];

    [Fact]
    public void The_top_of_the_repository_is_a_closed_list()
    {
        string[] known = ["README.md", "WorkflowAccountability.sln", "scripts", "src", "tests", "workflows"];
        // Made while the site runs, and ignored by git.
        string[] made = ["data"];

        var top = Directory.EnumerateFileSystemEntries(Repository.Top).Select(entry => Path.GetFileName(entry)!)
            .Where(name => !name.StartsWith('.')).Except(made);

        top.ShouldBe(known, ignoreOrder: true, "whatever is new has a place further down");
    }

    [Fact]
    public void Folders_are_concepts_of_the_subject_and_never_kinds_of_class()
    {
        var folders = Folders();

        folders.ShouldContain("src/Procedure/Cases", "the test must see the folders, or it protects nothing");
        folders.Where(folder => KindsOfClass.Contains(folder[(folder.LastIndexOf('/') + 1)..]))
            .ShouldBeEmpty("name a folder after what it is about; a class lies beside what it works with");
    }

    [Fact]
    public void No_folder_lies_deeper_than_three_levels_below_its_project()
    {
        var folders = Folders();

        folders.ShouldContain("src/Persistence/Providers/Sqlite/Migrations");
        folders.Where(folder => folder.StartsWith("src/", StringComparison.Ordinal) && folder.Count(letter => letter == '/') > 4).ShouldBeEmpty();
    }

    [Fact]
    public void No_type_is_named_after_its_kind()
    {
        var types = Repository.Files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal) && !file.Path.Contains("/Migrations/"))
            .SelectMany(file => Declaration().Matches(file.Text).Select(match => (Type: match.Groups[1].Value, file.Path))).ToList();

        types.Select(type => type.Type).ShouldContain("CommandRunner", "the test must see the types, or it protects nothing");
        types.Where(type => Kind().IsMatch(type.Type)).Select(type => $"{type.Type} in {type.Path}")
            .ShouldBeEmpty("say what it does, not that it is a class");
    }

    [Fact]
    public void Files_are_small()
    {
        var lines = Repository.Code.Select(file => file.Lines).Order().ToList();

        lines.Count.ShouldBeGreaterThan(200, "the test must see the code, or it protects nothing");
        Repository.Code.Where(file => file.Lines > 400).Select(file => file.Path).ShouldBeEmpty("a file this long holds more than one thought");
        lines[(lines.Count * 9 / 10) - 1].ShouldBeLessThanOrEqualTo(200);
        lines[(lines.Count - 1) / 2].ShouldBeLessThanOrEqualTo(50);
    }

    private static HashSet<string> Folders() => [.. Repository.Files.SelectMany(file => Upwards(file.Folder))];

    private static IEnumerable<string> Upwards(string folder)
    {
        for (; folder.Length > 0; folder = folder.Contains('/') ? folder[..folder.LastIndexOf('/')] : "")
            yield return folder;
    }

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+([A-Z]\w*)")]
    private static partial Regex Declaration();

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utility|Base|Impl|Dto|Vo|Info)$")]
    private static partial Regex Kind();
}
