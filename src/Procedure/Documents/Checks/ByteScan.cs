using System.Buffers;
using System.Text;

namespace WorkflowAccountability.Procedure.Documents.Checks;

/// <summary>Looks for words in a stream, piece by piece, upper and lower case alike.</summary>
internal sealed class ByteScan
{
    private const int Piece = 1 << 16;
    private readonly SearchValues<string> words;
    private readonly int longest;

    public ByteScan(params string[] words)
    {
        this.words = SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);
        longest = words.Max(word => word.Length);
    }

    /// <summary>Whether one of the words stands somewhere between the stream's position and its end.</summary>
    /// <param name="counted">Is told the length of every piece.</param>
    public bool Finds(Stream content, Action<int>? counted = null)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Piece);
        var text = ArrayPool<char>.Shared.Rent(Piece + longest);
        try
        {
            var kept = 0;
            var found = false;
            for (int read; (read = content.Read(bytes, 0, Piece)) > 0;)
            {
                counted?.Invoke(read);
                // Latin 1: a character is a byte.
                var length = kept + Encoding.Latin1.GetChars(bytes.AsSpan(0, read), text.AsSpan(kept));
                found = found || text.AsSpan(0, length).IndexOfAny(words) >= 0;
                if (found && counted is null)
                    return true;
                kept = Math.Min(longest - 1, length);
                text.AsSpan(length - kept, kept).CopyTo(text);
            }
            return found;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(text);
        }
    }
}
