namespace WorkflowAccountability.Procedure.Documents.Checks;

/// <summary>What a content is by its first bytes, as far as it matters here.</summary>
internal enum Family
{
    Other,
    Pdf,
    Png,
    Jpeg,
    WebP,
    Tiff,
    Zip,
    Compound,
}

/// <summary>The table of first bytes: of what comes in, and of what is told apart only to say why it does not.</summary>
internal static class MagicNumbers
{
    private static readonly (byte[] Bytes, int At, Family Family)[] known =
    [
        ("%PDF-"u8.ToArray(), 0, Family.Pdf), ([0x89, .. "PNG\r\n\x1A\n"u8], 0, Family.Png), ([0xFF, 0xD8, 0xFF], 0, Family.Jpeg),
        ("WEBP"u8.ToArray(), 8, Family.WebP), ([(byte)'I', (byte)'I', 42, 0], 0, Family.Tiff), ([(byte)'M', (byte)'M', 0, 42], 0, Family.Tiff),
        ([(byte)'P', (byte)'K', 3, 4], 0, Family.Zip), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, Family.Compound),
    ];

    private static readonly (byte[] Bytes, int At, FileFault Fault)[] refused =
    [
        ("MZ"u8.ToArray(), 0, FileFault.Executable), ([0x7F, .. "ELF"u8], 0, FileFault.Executable), ("#!"u8.ToArray(), 0, FileFault.Executable),
        ([0xCA, 0xFE, 0xBA, 0xBE], 0, FileFault.Executable), ([0xCF, 0xFA, 0xED, 0xFE], 0, FileFault.Executable),
        ([0xCE, 0xFA, 0xED, 0xFE], 0, FileFault.Executable), ([0x4C, 0, 0, 0, 1, 0x14, 2, 0], 0, FileFault.Executable),
        ("dex\n"u8.ToArray(), 0, FileFault.Executable), ([0, .. "asm"u8], 0, FileFault.Executable),
        ([(byte)'P', (byte)'K', 3, 4], 0, FileFault.Archive), ([(byte)'P', (byte)'K', 5, 6], 0, FileFault.Archive),
        ("Rar!\x1A\x07"u8.ToArray(), 0, FileFault.Archive), ([(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], 0, FileFault.Archive),
        ([0x1F, 0x8B], 0, FileFault.Archive), ("BZh"u8.ToArray(), 0, FileFault.Archive), ([0xFD, .. "7zXZ"u8], 0, FileFault.Archive),
        ("MSCF"u8.ToArray(), 0, FileFault.Archive), ("ustar"u8.ToArray(), 257, FileFault.Archive), ([0x28, 0xB5, 0x2F, 0xFD], 0, FileFault.Archive),
        ("CD001"u8.ToArray(), 0x8001, FileFault.Archive),
    ];

    /// <summary>What the content is.</summary>
    public static Family FamilyOf(Stream content) => known.FirstOrDefault(row => Has(content, row.Bytes, row.At)).Family;

    /// <summary>What the content of a kind must be.</summary>
    public static Family FamilyOf(FileKind kind) => kind switch
    {
        FileKind.Pdf => Family.Pdf,
        FileKind.Png => Family.Png,
        FileKind.Jpeg => Family.Jpeg,
        FileKind.WebP => Family.WebP,
        FileKind.Tiff => Family.Tiff,
        FileKind.Ofd or FileKind.Docx or FileKind.Xlsx or FileKind.Pptx => Family.Zip,
        FileKind.Doc or FileKind.Xls => Family.Compound,
        _ => Family.Other,
    };

    /// <summary>Why the content would never come in, whatever its name; null where its first bytes say nothing.</summary>
    public static FileFault? FaultOf(Stream content) =>
        refused.Where(row => Has(content, row.Bytes, row.At)).Select(row => (FileFault?)row.Fault).FirstOrDefault()
        ?? (TextCheck.LooksActive(content) ? FileFault.ActiveContent : null);

    private static bool Has(Stream content, byte[] bytes, int at)
    {
        if (content.Length < at + bytes.Length)
            return false;
        Span<byte> read = stackalloc byte[bytes.Length];
        content.Position = at;
        content.ReadExactly(read);
        return read.SequenceEqual(bytes);
    }
}
