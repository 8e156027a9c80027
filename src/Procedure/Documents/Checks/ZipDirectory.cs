using System.Buffers.Binary;

namespace WorkflowAccountability.Procedure.Documents.Checks;

/// <summary>The end of a ZIP archive: where its table of contents lies.</summary>
/// <param name="Start">Where the table begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsAtEnd">Whether nothing follows the archive.</param>
internal sealed record ZipDirectory(long Start, long End, bool IsAtEnd)
{
    private const int Record = 22, LongestComment = 0xFFFF;

    /// <summary>Looks for an archive at the end of a content, whatever it begins with; null when there is none.</summary>
    public static ZipDirectory? Find(Stream content)
    {
        var tail = new byte[(int)Math.Min(content.Length, Record + LongestComment)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        for (var at = tail.Length - Record; at >= 0; at--)
        {
            var record = tail.AsSpan(at);
            if (!record.StartsWith("PK\u0005\u0006"u8))
                continue;
            var (size, start) = (BinaryPrimitives.ReadUInt32LittleEndian(record[12..]), BinaryPrimitives.ReadUInt32LittleEndian(record[16..]));
            var comment = BinaryPrimitives.ReadUInt16LittleEndian(record[20..]);
            var place = content.Length - tail.Length + at;
            // Whoever reads it from the end allows for something before it; the table itself must be there.
            if (size <= place && at + Record + comment <= tail.Length && (size == 0 || IsTable(content, place - size)))
                return new ZipDirectory(start, start + (long)size, at + Record + comment == tail.Length && start + (long)size == place);
        }
        return null;
    }

    private static bool IsTable(Stream content, long at)
    {
        Span<byte> mark = stackalloc byte[4];
        content.Position = at;
        content.ReadExactly(mark);
        return mark.SequenceEqual("PK\u0001\u0002"u8);
    }
}
