using System.Buffers.Binary;

namespace WorkflowAccountability.Procedure.Documents.Checks;

/// <summary>PNG: chunk by chunk from IHDR to IEND, and nothing behind it.</summary>
internal static class PngCheck
{
    // A sheet of A1 scanned at 600 dpi has 280 million.
    private const long MostPixels = 300_000_000;

    public static FileFault? FaultOf(Stream content)
    {
        Span<byte> head = stackalloc byte[8];
        Span<byte> size = stackalloc byte[8];
        content.Position = 8;
        for (var first = true; ; first = false)
        {
            content.ReadExactly(head);
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var end = content.Position + length + 4;
            if (end > content.Length || first != head[4..].SequenceEqual("IHDR"u8))
                return FileFault.Damaged;
            if (first)
            {
                content.ReadExactly(size);
                if (IsTooLarge(BinaryPrimitives.ReadUInt32BigEndian(size), BinaryPrimitives.ReadUInt32BigEndian(size[4..])))
                    return FileFault.Bomb;
            }
            if (head[4..].SequenceEqual("IEND"u8))
                return end == content.Length ? null : FileFault.Polyglot;
            content.Position = end;
        }
    }

    /// <summary>Whether a picture of this size would fill a reader's memory.</summary>
    public static bool IsTooLarge(long width, long height) => width * height > MostPixels;
}
