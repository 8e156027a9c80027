using System.IO.Compression;

namespace WorkflowAccountability.Procedure.Documents.Checks;

/// <summary>
/// Documents that are ZIP archives (OOXML, OFD): whole, unpacking to a bounded size, without programs, macros, passwords or objects that
/// nobody can look into.
/// </summary>
internal static class PackageCheck
{
    private const int MostEntries = 10_000, Deepest = 2;
    private const long MostUnpacked = 512L << 20, FreeOfSuspicion = 16L << 20, MostTimes = 200;

    private static readonly ByteScan hostile = new("<!ENTITY", "DDEAUTO", "<ddeLink", "<!DOCTYPE");

    /// <summary>Whether an archive is a document of a kind known here, of whatever name.</summary>
    public static bool IsDocument(Stream content)
    {
        content.Position = 0;
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        return archive.GetEntry("[Content_Types].xml") is not null || archive.GetEntry("OFD.xml") is not null;
    }

    public static FileFault? FaultOf(Stream content, FileKind kind, int depth)
    {
        if (ZipDirectory.Find(content) is not { } table)
            return FileFault.Damaged;
        if (!table.IsAtEnd)
            return FileFault.Polyglot;
        content.Position = 0;
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        return FaultOfNames(archive, content.Length)
            ?? (kind is FileKind.Ofd ? (archive.GetEntry("OFD.xml") is null ? Other(archive) : null) : OpenXmlCheck.FaultOf(archive, kind))
            ?? FaultOfContents(archive, depth);
    }

    private static FileFault Other(ZipArchive archive) =>
        archive.GetEntry("[Content_Types].xml") is null ? FileFault.Archive : FileFault.Mismatch;

    private static FileFault? FaultOfNames(ZipArchive archive, long length)
    {
        if (archive.Entries.Count > MostEntries || archive.Entries.Sum(entry => entry.CompressedLength) > length)
            return FileFault.Bomb;
        if (archive.Entries.Any(entry => entry.IsEncrypted))
            return FileFault.Encrypted;
        var names = archive.Entries.Select(entry => entry.FullName).ToList();
        return names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Count
            || names.Exists(name => name.StartsWith('/') || name.Contains('\\') || name.Split('/').Contains("..")) ? FileFault.Damaged : null;
    }

    private static FileFault? FaultOfContents(ZipArchive archive, int depth)
    {
        long unpacked = 0;
        foreach (var entry in archive.Entries)
        {
            var before = unpacked;
            bool GoesOn(int count) => (unpacked += count) <= MostUnpacked
                && (unpacked - before <= FreeOfSuspicion || (unpacked - before) / Math.Max(1, entry.CompressedLength) <= MostTimes);
            using var part = new CountedStream(entry.Open(), GoesOn);
            if (FaultOf(entry, part, depth) is { } fault)
                return fault;
            if (!GoesOn(0))
                return FileFault.Bomb;
        }
        return null;
    }

    private static FileFault? FaultOf(ZipArchiveEntry entry, Stream part, int depth)
    {
        var isText = Path.GetExtension(entry.Name).ToUpperInvariant() is ".XML" or ".RELS";
        if (isText)
            return hostile.Finds(part, counted: _ => { }) ? FileFault.External : null;
        using var unpacked = PartOf(part);
        if (MagicNumbers.FamilyOf(unpacked) is Family.Zip && entry.FullName.Contains("embeddings/", StringComparison.OrdinalIgnoreCase))
            // The table behind a chart is a document of its own.
            return depth < Deepest && FileKinds.ClaimedBy(entry.Name) is { } kind ? FileCheck.FaultOf(unpacked, kind, depth + 1) : FileFault.Embedded;
        return MagicNumbers.FamilyOf(unpacked) is Family.Compound ? FileFault.Embedded : MagicNumbers.FaultOf(unpacked) switch
        {
            FileFault.Executable => FileFault.Executable,
            FileFault.Archive => FileFault.Archive,
            FileFault.ActiveContent => FileFault.ActiveContent,
            _ => null,
        };
    }

    private static FileStream PartOf(Stream part)
    {
        var copy = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite,
            FileShare.None, 1 << 14, FileOptions.DeleteOnClose);
        part.CopyTo(copy);
        return copy;
    }
}
