using System.Buffers;
using System.Text;

namespace WorkflowAccountability.Procedure.Documents.Checks;

/// <summary>Plain text in UTF-8, UTF-16 with its mark, or GB18030; nothing that a browser would take for a page.</summary>
internal static class TextCheck
{
    private const int Head = 1024;
    private static readonly ByteScan page = new("<script", "<html", "<svg", "<iframe", "<!doctype", "<?php", "<%@", "<object", "<embed");

    public static FileFault? FaultOf(Stream content)
    {
        if (LooksActive(content))
            return FileFault.ActiveContent;
        content.Position = 0;
        if (page.Finds(content))
            return FileFault.ActiveContent;
        return Candidates(content).Any(encoding => IsText(content, encoding)) ? null : FileFault.NotText;
    }

    /// <summary>Whether the content begins like HTML, SVG, XML or RTF.</summary>
    public static bool LooksActive(Stream content)
    {
        var head = new byte[Head];
        content.Position = 0;
        var text = Encoding.UTF8.GetString(head.AsSpan(0, content.ReadAtLeast(head, Head, throwOnEndOfStream: false)))
            .Replace("\0", "", StringComparison.Ordinal).TrimStart('\uFEFF', '\uFFFD', ' ', '\t', '\r', '\n', '\f');
        return text.StartsWith("{\\rtf", StringComparison.OrdinalIgnoreCase)
            || (text is ['<', var next, ..] && (char.IsAsciiLetter(next) || next is '!' or '?' or '%'));
    }

    private static IEnumerable<Encoding> Candidates(Stream content)
    {
        var mark = new byte[2];
        content.Position = 0;
        _ = content.ReadAtLeast(mark, 2, throwOnEndOfStream: false);
        return mark is [0xFF, 0xFE] or [0xFE, 0xFF]
            ? [new UnicodeEncoding(bigEndian: mark[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true)]
            :
            [
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
                CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!,
            ];
    }

    private static bool IsText(Stream content, Encoding encoding)
    {
        content.Position = 0;
        var text = ArrayPool<char>.Shared.Rent(1 << 15);
        try
        {
            using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 15, leaveOpen: true);
            for (int read; (read = reader.ReadBlock(text, 0, text.Length)) > 0;)
                if (text.AsSpan(0, read).ContainsAnyExcept(Allowed))
                    return false;
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(text);
        }
    }

    private static SearchValues<char> Allowed { get; } = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(letter => !char.IsControl(letter) || letter is '\t' or '\r' or '\n' or '\f')]);
}
