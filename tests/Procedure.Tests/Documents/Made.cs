using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace WorkflowAccountability.Procedure.Tests.Documents;

/// <summary>Files as programs, and as attackers, make them.</summary>
internal static class Made
{
    public const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    public const string SheetMain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    public const string SlidesMain = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Joined(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    public static byte[] Pdf(string body = "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj", string trailer = "/Root 1 0 R") =>
        Latin($"%PDF-1.7\n%\u00e2\u00e3\n{body}\ntrailer <<{trailer}>>\nstartxref\n0\n%%EOF\n");

    /// <summary>A PDF with its objects in a compressed stream.</summary>
    public static byte[] PdfWithObjectStream(string objects, string filter = "/FlateDecode")
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            packing.Write(Latin(objects));
        return Joined(
            Latin($"%PDF-1.5\n7 0 obj <</Type /ObjStm /N 1 /First 4 /Filter {filter} /Length {packed.Length}>>\nstream\r\n"), packed.ToArray(),
            Latin("\nendstream endobj\nstartxref\n0\n%%EOF"));
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(content);
            }
        return bytes.ToArray();
    }

    public static byte[] Office(string mainType, params (string Name, byte[] Content)[] parts) => Zip(
    [
        ("[Content_Types].xml", Text($"""<Types><Override PartName="/main.xml" ContentType="{mainType}"/></Types>""")),
        ("_rels/.rels", Text("""<Relationships><Relationship Id="r1" Type="t/officeDocument" Target="main.xml"/></Relationships>""")),
        ("main.xml", Text("<document>关于某镇水质恶化问题的情况</document>")), .. parts,
    ]);

    public static byte[] Docx(params (string Name, byte[] Content)[] parts) => Office(WordMain, parts);

    public static byte[] Relations(string type, string target) => Text(
        $"""<Relationships><Relationship Id="r1" Type="t/{type}" Target="{target}" TargetMode="External"/></Relationships>""");

    public static byte[] Ofd(params (string Name, byte[] Content)[] parts) => Zip([("OFD.xml", Text("<OFD/>")), ("Doc_0/Document.xml", Text("<Document/>")), .. parts]);

    public static byte[] Png(uint width = 1, uint height = 1) => Joined([0x89, .. "PNG\r\n\x1A\n"u8],
        Chunk("IHDR", [.. BigEndian(width), .. BigEndian(height), 8, 2, 0, 0, 0]), Chunk("IDAT", [1, 2, 3]), Chunk("IEND", []));

    public static byte[] Jpeg(ushort side = 16, byte[]? comment = null) => Joined([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0],
        comment is null ? [] : [0xFF, 0xFE, (byte)((comment.Length + 2) >> 8), (byte)(comment.Length + 2), .. comment],
        [0xFF, 0xC0, 0, 11, 8, (byte)(side >> 8), (byte)side, (byte)(side >> 8), (byte)side, 1, 1, 0x11, 0],
        [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 9, 9, 9, 0xFF, 0xD9]);

    public static byte[] WebP(int less = 0)
    {
        byte[] body = [.. "WEBPVP8 "u8, 4, 0, 0, 0, 1, 2, 3, 4];
        return [.. "RIFF"u8, (byte)(body.Length - less), 0, 0, 0, .. body];
    }

    public static byte[] Tiff(byte first = 8) => [(byte)'I', (byte)'I', 42, 0, first, 0, 0, 0, 1, 0, .. new byte[16]];

    /// <summary>A compound file with these streams, in sectors of 512 bytes.</summary>
    public static byte[] Compound(params (string Name, byte[] Content)[] streams)
    {
        const int sector = 512, shortest = 4096;
        var contents = streams.Select(stream => Padded(stream.Content, Math.Max(shortest, (stream.Content.Length + sector - 1) / sector * sector))).ToList();
        var directorySectors = (streams.Length + 4) / 4;
        var table = new byte[sector].Select(_ => (byte)0xFF).ToArray();
        void Link(int at, uint to) => BinaryPrimitives.WriteUInt32LittleEndian(table.AsSpan(4 * at), to);
        Link(0, 0xFFFFFFFD);
        for (var i = 0; i < directorySectors; i++)
            Link(1 + i, i == directorySectors - 1 ? 0xFFFFFFFE : (uint)(2 + i));
        var next = 1 + directorySectors;
        var directory = Entry("Root Entry", 5, 0xFFFFFFFE, 0);
        foreach (var (stream, content) in streams.Zip(contents))
        {
            var count = content.Length / sector;
            directory = Joined(directory, Entry(stream.Name, 2, (uint)next, (uint)content.Length));
            for (var i = 0; i < count; i++)
                Link(next + i, i == count - 1 ? 0xFFFFFFFE : (uint)(next + i + 1));
            next += count;
        }
        var header = new byte[sector];
        byte[] magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(header, 0);
        header[0x1E] = 9;
        header[0x20] = 6;
        header[0x2C] = 1;
        header[0x30] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(0x38), shortest);
        foreach (var at in new[] { 0x3C, 0x44 }.Concat(Enumerable.Range(1, 108).Select(index => 0x4C + (4 * index))))
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(at), 0xFFFFFFFE);
        return Joined([header, table, Padded(directory, directorySectors * sector), .. contents]);
    }

    public static byte[] Word(params (string Name, byte[] Content)[] more) => Compound([("WordDocument", [0xEC, 0xA5, 0xC1, 0]), .. more]);

    /// <summary>A workbook of these records.</summary>
    public static byte[] Workbook(params (ushort Kind, byte[] Content)[] records) => Compound(("Workbook", Joined(
        [.. records.Append(((ushort)0x0A, [])).Select(record => (byte[])[(byte)record.Kind, (byte)(record.Kind >> 8),
            (byte)record.Content.Length, 0, .. record.Content])])));

    public static byte[] ContentOf(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static byte[] Entry(string name, byte type, uint start, uint size)
    {
        var entry = new byte[128];
        Encoding.Unicode.GetBytes(name).CopyTo(entry, 0);
        entry[0x40] = (byte)((name.Length + 1) * 2);
        entry[0x42] = type;
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(0x74), start);
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(0x78), size);
        return entry;
    }

    private static byte[] Chunk(string name, byte[] content) => [.. BigEndian((uint)content.Length), .. Latin(name), .. content, 0, 0, 0, 0];

    private static byte[] BigEndian(uint number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    private static byte[] Padded(byte[] bytes, int length) => [.. bytes, .. new byte[length - bytes.Length]];
}
