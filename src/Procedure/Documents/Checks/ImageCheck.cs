using System.Buffers.Binary;

namespace WorkflowAccountability.Procedure.Documents.Checks;

/// <summary>JPEG, WebP and TIFF: the frame of the format holds, and nothing else is hidden in it.</summary>
internal static class ImageCheck
{
    private static readonly ByteScan foreign = new("<script", "<html", "<svg", "<?php", "<iframe", "%PDF-1", "Rar!\x1A\x07", "This program cannot");

    /// <summary>Pages, programs and archives inside of a picture.</summary>
    public static FileFault? ForeignIn(Stream content)
    {
        content.Position = 0;
        return foreign.Finds(content) ? FileFault.Polyglot : null;
    }

    /// <summary>Segments up to the first scan; a frame with a size.</summary>
    public static FileFault? JpegFault(Stream content)
    {
        Span<byte> head = stackalloc byte[4];
        Span<byte> size = stackalloc byte[5];
        var hasFrame = false;
        content.Position = 2;
        while (true)
        {
            content.ReadExactly(head[..2]);
            if (head[0] != 0xFF)
                return FileFault.Damaged;
            while (head[1] == 0xFF)
                content.ReadExactly(head[1..2]);
            content.ReadExactly(head[2..]);
            var length = BinaryPrimitives.ReadUInt16BigEndian(head[2..]);
            if (length < 2)
                return FileFault.Damaged;
            var next = content.Position + length - 2;
            if (head[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                content.ReadExactly(size);
                if (PngCheck.IsTooLarge(BinaryPrimitives.ReadUInt16BigEndian(size[3..]), BinaryPrimitives.ReadUInt16BigEndian(size[1..])))
                    return FileFault.Bomb;
                hasFrame = true;
            }
            if (head[1] == 0xDA)
                return hasFrame && next < content.Length ? null : FileFault.Damaged;
            content.Position = next;
        }
    }

    /// <summary>The container says its own length.</summary>
    public static FileFault? WebPFault(Stream content)
    {
        Span<byte> head = stackalloc byte[16];
        content.Position = 0;
        content.ReadExactly(head);
        if (!head[..4].SequenceEqual("RIFF"u8) || !head[12..15].SequenceEqual("VP8"u8))
            return FileFault.Damaged;
        var told = 8L + BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
        return told == content.Length ? null : told > content.Length ? FileFault.Damaged : FileFault.Polyglot;
    }

    /// <summary>The first directory of pages lies within the file.</summary>
    public static FileFault? TiffFault(Stream content)
    {
        Span<byte> head = stackalloc byte[8];
        Span<byte> count = stackalloc byte[2];
        content.Position = 0;
        content.ReadExactly(head);
        var isLittle = head[0] == 'I';
        var first = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) : BinaryPrimitives.ReadUInt32BigEndian(head[4..]);
        if (first < 8 || first + 2 > content.Length)
            return FileFault.Damaged;
        content.Position = first;
        content.ReadExactly(count);
        var entries = isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(count) : BinaryPrimitives.ReadUInt16BigEndian(count);
        return entries > 0 && first + 2 + (12L * entries) + 4 <= content.Length ? null : FileFault.Damaged;
    }
}
