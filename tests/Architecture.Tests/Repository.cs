using System.Text.RegularExpressions;

namespace WorkflowAccountability.Architecture.Tests;

/// <summary>A file of the repository, by its path from the top with forward slashes.</summary>
internal sealed record SourceFile(string Path)
{
    public string Text => File.ReadAllText(System.IO.Path.Combine(Repository.Top, Path));

    public int Lines => File.ReadLines(System.IO.Path.Combine(Repository.Top, Path)).Count();

    public string Folder => Path.Contains('/') ? Path[..Path.LastIndexOf('/')] : "";

    public bool Matches(Regex pattern) => pattern.IsMatch(Text);
}

/// <summary>What a clone of the repository holds: no build output, no run-time data, no fetched packages.</summary>
internal static class Repository
{
    private static readonly string[] Ignored = [".git", ".artifacts", "data", "node_modules", "bin", "obj", "__mismatch__", "lib"];

    public static string Top { get; } = FindTop();

    public static IReadOnlyList<SourceFile> Files { get; } = [.. Under(Top)
        .Select(path => new SourceFile(Path.GetRelativePath(Top, path).Replace('\\', '/'))).OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>Code that people write and read: no generated migrations.</summary>
    public static IReadOnlyList<SourceFile> Code { get; } =
        [.. Files.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal) && file.Path.EndsWith(".cs", StringComparison.Ordinal) && !file.Path.Contains("/Migrations/"))];

    public static IReadOnlyList<SourceFile> Projects { get; } = [.. Files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal))];

    public static IEnumerable<SourceFile> In(string folder) => Files.Where(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal));

    private static IEnumerable<string> Under(string folder) =>
    [
        .. Directory.EnumerateFiles(folder).Where(file => !Ignored.Contains(Path.GetFileName(file))),
        .. Directory.EnumerateDirectories(folder).Where(inner => !Ignored.Contains(Path.GetFileName(inner))).SelectMany(Under),
    ];

    private static string FindTop()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "WorkflowAccountability.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository: no WorkflowAccountability.sln above them.");
        return folder.FullName;
    }
}
