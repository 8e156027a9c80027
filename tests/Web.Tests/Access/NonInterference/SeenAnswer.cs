using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace WorkflowAccountability.Web.Tests.Access.NonInterference;

/// <summary>
/// An answer, byte for byte, but for what says nothing: the form's token, ids made for this one page, and ids and hashes without meaning, which are
/// numbered in the order in which they stand there. A table or a document is read as the parts of its archive.
/// </summary>
internal static partial class SeenAnswer
{
    /// <summary>Status, what the answer says of itself, and its content.</summary>
    public static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        var content = answer.Content.Headers.ContentType?.MediaType == "text/event-stream" ? await FirstEventAsync(answer) : await answer.Content.ReadAsByteArrayAsync();
        var said = new StringBuilder().Append((int)answer.StatusCode).Append(' ').Append(answer.Content.Headers.ContentType).Append(' ')
            .Append(answer.Content.Headers.ContentDisposition).Append(' ').Append(answer.Headers.Location?.OriginalString).Append('\n');
        if (content is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            using var archive = new ZipArchive(new MemoryStream(content));
            foreach (var part in archive.Entries)
            {
                using var reader = new StreamReader(part.Open());
                said.Append("== ").Append(part.FullName).Append('\n').Append(await reader.ReadToEndAsync()).Append('\n');
            }
        }
        else
        {
            said.Append(Encoding.UTF8.GetString(content));
        }
        return Numbered(said.ToString());
    }

    private static string Numbered(string text)
    {
        var seen = new Dictionary<string, int>();
        return Meaningless().Replace(text, match =>
        {
            seen.TryAdd(match.Value, seen.Count + 1);
            return match.Value.StartsWith("CfDJ8", StringComparison.Ordinal) ? "#token" : $"#{seen[match.Value]}";
        });
    }

    private static async Task<byte[]> FirstEventAsync(HttpResponseMessage answer)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(stream);
        var lines = new StringBuilder();
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
            lines.Append(line).Append('\n');
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    [GeneratedRegex(@"CfDJ8[\w-]+|\bR?([0-9a-fA-F]{64}|[0-9a-f]{32}|[0-9a-f]{16})\b")]
    private static partial Regex Meaningless();
}
