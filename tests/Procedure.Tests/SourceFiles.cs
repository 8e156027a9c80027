using System.Runtime.CompilerServices;

namespace WorkflowAccountability.Procedure.Tests;

/// <summary>The repository's files, for tests that read what was written and not what was compiled.</summary>
internal static class SourceFiles
{
    public static string At(string path) => Path.Combine(Root(), path);

    public static IReadOnlyList<string> Below(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(At(folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
