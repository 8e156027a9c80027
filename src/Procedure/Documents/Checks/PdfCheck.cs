using System.Buffers;
using System.IO.Compression;

namespace WorkflowAccountability.Procedure.Documents.Checks;

/// <summary>
/// PDF: no scripts, no starting of programs, no attachments, no password. Names are read with their escapes, also inside of compressed
/// object streams, so that nothing hides behind <c>/J#61vaScript</c>.
/// </summary>
internal sealed class PdfCheck
{
    private const int End = 1024;
    private const long MostUnpacked = 128L << 20;

    private static readonly Dictionary<string, FileFault> faults = new(StringComparer.Ordinal)
    {
        ["JavaScript"] = FileFault.PdfAction, ["Launch"] = FileFault.PdfAction, ["Rendition"] = FileFault.PdfAction, ["RichMedia"] = FileFault.PdfAction,
        ["SubmitForm"] = FileFault.PdfAction, ["ImportData"] = FileFault.PdfAction, ["XFA"] = FileFault.PdfAction, ["GoToE"] = FileFault.PdfAction,
        ["EmbeddedFile"] = FileFault.Embedded, ["EmbeddedFiles"] = FileFault.Embedded, ["Encrypt"] = FileFault.Encrypted,
    };

    // A password makes the rest unreadable, so that it is the thing to say.
    private static readonly FileFault[] mostTelling =
        [FileFault.Encrypted, FileFault.PdfAction, FileFault.Embedded, FileFault.Bomb, FileFault.Damaged];

    private static readonly SearchValues<byte> blanks = SearchValues.Create(" \t\r\n\f\0"u8);

    private readonly HashSet<FileFault> found = [];
    private readonly HashSet<string> dictionary = new(StringComparer.Ordinal);
    private long unpacked;

    public static FileFault? FaultOf(Stream content)
    {
        if (!EndsAsPdf(content))
            return FileFault.Polyglot;
        var check = new PdfCheck();
        content.Position = 0;
        check.Read(content, isFile: true);
        return mostTelling.Where(check.found.Contains).Select(fault => (FileFault?)fault).FirstOrDefault();
    }

    private void Read(Stream content, bool isFile)
    {
        var reader = new PdfNames(content);
        while (reader.Next() is { } word)
        {
            if (word.IsName)
            {
                dictionary.Add(word.Text);
                if (faults.TryGetValue(word.Text, out var fault))
                    found.Add(fault);
            }
            else if (isFile && word.Text == "obj")
                dictionary.Clear();
            else if (isFile && word.Text == "stream" && dictionary.Contains("ObjStm"))
            {
                Unpack(content, reader.AfterLineEnd());
                dictionary.Clear();
                reader = new PdfNames(content);
            }
        }
    }

    // Reads what the stream holds, then goes on behind its beginning: its packed bytes say nothing.
    private void Unpack(Stream content, long at)
    {
        if (dictionary.Contains("Filter"))
        {
            if (!dictionary.Contains("FlateDecode") || dictionary.Overlaps(["LZWDecode", "ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode", "Crypt"]))
                found.Add(FileFault.Damaged);
            else
                Inflate(content, at);
        }
        content.Position = at;
    }

    private void Inflate(Stream content, long at)
    {
        content.Position = at;
        try
        {
            using var unpacking = new ZLibStream(content, CompressionMode.Decompress, leaveOpen: true);
            Read(new CountedStream(unpacking, count =>
            {
                unpacked += count;
                if (unpacked > MostUnpacked)
                    found.Add(FileFault.Bomb);
                return unpacked <= MostUnpacked;
            }), isFile: false);
        }
        catch (InvalidDataException)
        {
            // A password makes it unreadable too, and is said further down in the file.
            found.Add(FileFault.Damaged);
        }
    }

    private static bool EndsAsPdf(Stream content)
    {
        var tail = new byte[Math.Min(End, content.Length)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("%%EOF"u8);
        return at >= 0 && !tail.AsSpan(at + 5).ContainsAnyExcept(blanks);
    }
}
