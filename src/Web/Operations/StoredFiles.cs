using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Web.Start;

namespace WorkflowAccountability.Web.Operations;

/// <summary>The uploaded files: each is stored once under the SHA-256 of its bytes, so its name says what it must hold.</summary>
internal static class StoredFiles
{
    private const int HashLength = 64;

    public static string FolderOf(SiteOptions options) => Path.Combine(options.Data, "files");

    /// <summary>All of them, by their path below the folder; what is still being uploaded has no hash for a name and is left out.</summary>
    public static IReadOnlyList<string> In(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => IsHash(Path.GetFileName(file)))
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    public static async Task<(int Count, IReadOnlyList<string> Faults)> FaultsAsync(AccountabilityDb db, SiteOptions options, CancellationToken cancellationToken)
    {
        var (folder, faults) = (FolderOf(options), new List<string>());
        var names = In(folder);
        foreach (var name in names)
            if (!Path.GetFileName(name).Equals(await HashOfAsync(Path.Combine(folder, name), cancellationToken), StringComparison.OrdinalIgnoreCase))
                faults.Add($"file {name}: its bytes are not those that were stored.");
        var there = names.Select(name => Path.GetFileName(name).ToUpperInvariant()).ToHashSet();
        faults.AddRange((await db.Documents.Select(document => document.Sha256).Distinct().ToListAsync(cancellationToken)).Where(hash => !there.Contains(hash))
            .Select(hash => $"file {hash}: a document names it, and it is not there."));
        return (names.Count, faults);
    }

    public static async Task<string> HashOfAsync(string file, CancellationToken cancellationToken)
    {
        await using var bytes = File.OpenRead(file);
        return Convert.ToHexString(await SHA256.HashDataAsync(bytes, cancellationToken));
    }

    private static bool IsHash(string name) => name.Length == HashLength && name.All(char.IsAsciiHexDigit);
}
