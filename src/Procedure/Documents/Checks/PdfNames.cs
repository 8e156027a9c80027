using System.Globalization;
using System.Text;

namespace WorkflowAccountability.Procedure.Documents.Checks;

/// <summary>A name (<c>/Type</c>, escapes resolved) or a bare word (<c>obj</c>, <c>stream</c>) of a PDF.</summary>
internal sealed record PdfWord(bool IsName, string Text);

/// <summary>Reads names and words of a PDF one after the other, whatever lies between them.</summary>
internal sealed class PdfNames(Stream content)
{
    private const int Longest = 127;
    private readonly byte[] piece = new byte[1 << 15];
    private readonly StringBuilder word = new();
    private int length;
    private int at;
    private int pushedBack = -1;

    /// <summary>The next word; null at the end.</summary>
    public PdfWord? Next()
    {
        for (int next; (next = Take()) >= 0;)
        {
            if (next == '/')
                return new PdfWord(true, Unescaped(Letters(first: null)));
            if (next is >= 'a' and <= 'z')
                return new PdfWord(false, Letters((char)next));
        }
        return null;
    }

    /// <summary>Where the data of a stream begins, of which the word <c>stream</c> was just read.</summary>
    public long AfterLineEnd()
    {
        var next = Take();
        if (next == '\r')
            next = Take();
        return content.Position - length + at - (next == '\n' ? 0 : 1);
    }

    private string Letters(char? first)
    {
        word.Clear();
        if (first is { } letter)
            word.Append(letter);
        int next;
        while ((next = Take()) > ' ' && !"()<>[]{}/%".Contains((char)next))
            if (word.Length < Longest)
                word.Append((char)next);
        pushedBack = next;
        return word.ToString();
    }

    private static string Unescaped(string name)
    {
        if (!name.Contains('#'))
            return name;
        var plain = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '#' && i + 2 < name.Length && byte.TryParse(name.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                i += 2;
            }
            else
                plain.Append(name[i]);
        }
        return plain.ToString();
    }

    private int Take()
    {
        if (pushedBack >= 0)
        {
            var back = pushedBack;
            pushedBack = -1;
            return back;
        }
        if (at == length)
        {
            length = content.Read(piece, 0, piece.Length);
            at = 0;
        }
        return at < length ? piece[at++] : -1;
    }
}
