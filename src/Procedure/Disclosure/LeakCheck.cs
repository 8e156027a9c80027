using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace WorkflowAccountability.Procedure.Disclosure;

/// <summary>Something that must not be in a published file, or a place where such things hide.</summary>
/// <param name="Where">The part of the file.</param>
/// <param name="What">The words, or the name of the hiding place.</param>
public sealed record Leak(string Where, string What);

/// <summary>
/// Looks through the raw bytes of a .docx, part by part, in every encoding and with the markup taken out, for words that must not be there; and for
/// everything that a reader does not see: hidden text, revision marks, comments, fields, properties, foreign parts.
/// </summary>
public static partial class LeakCheck
{
    private static readonly Encoding[] encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];

    private static readonly string[] knownParts =
    [
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml", "word/settings.xml",
        "word/fontTable.xml", "word/footer1.xml", "word/footer2.xml",
    ];

    /// <summary>Everything found; nothing where the file is clean.</summary>
    /// <param name="secrets">Words that must not be there.</param>
    public static IReadOnlyList<Leak> In(byte[] docx, IReadOnlyCollection<string> secrets)
    {
        var found = new List<Leak>();
        found.AddRange(secrets.Where(secret => Holds(docx, secret)).Select(secret => new Leak("package", secret)));
        using var package = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read);
        if (package.Comment.Length > 0)
            found.Add(new Leak("package", "comment"));
        foreach (var part in package.Entries)
        {
            if (!knownParts.Contains(part.FullName) || part.Comment.Length > 0)
                found.Add(new Leak(part.FullName, "unknown part"));
            using var stream = part.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            found.AddRange(InPart(part.FullName, content.ToArray(), secrets));
        }
        return [.. found.Distinct()];
    }

    /// <summary>The words among the secrets that stand in a text, also where markup runs through them.</summary>
    public static IEnumerable<string> In(string text, IReadOnlyCollection<string> secrets)
    {
        var plain = WebUtility.HtmlDecode(Markup().Replace(text, ""));
        return secrets.Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase) || plain.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<Leak> InPart(string name, byte[] content, IReadOnlyCollection<string> secrets)
    {
        var text = Encoding.UTF8.GetString(content);
        return secrets.Where(secret => Holds(content, secret)).Concat(In(text, secrets)).Concat(KnownNames.NumbersIn(Markup().Replace(text, "")))
            .Concat(HidingPlaces().Matches(text).Select(match => match.Value))
            .Concat(Fields().Matches(text).Select(match => match.Groups[1].Value.Trim()).Where(field => field != "PAGE"))
            .Concat(name == "docProps/core.xml" ? Properties().Matches(text).Select(match => match.Value) : [])
            .Select(what => new Leak(name, what));
    }

    private static bool Holds(byte[] content, string secret) =>
        encodings.Any(encoding => content.AsSpan().IndexOf(encoding.GetBytes(secret)) >= 0);

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();

    // Text that is not shown, changes that are kept, remarks, traces of editing, text in white or too small to see, text from elsewhere.
    [GeneratedRegex("""<w:(?:vanish|specVanish|webHidden|del|ins|moveFrom|moveTo|delText|\w+Change|comment\w*|annotationRef|rsids?|attachedTemplate|docVars?|sdt|altChunk|object|pict|drawing|hyperlink|bookmarkStart|mailMerge|footnote\w*|endnote\w*)\b|w:rsid\w*=|w:color w:val="FFFFFF"|<w:sz w:val="[1-7]"|<!--|TargetMode="External"|customXml""")]
    private static partial Regex HidingPlaces();

    [GeneratedRegex("<w:instrText[^>]*>([^<]*)<")]
    private static partial Regex Fields();

    [GeneratedRegex("<(?:cp:lastModifiedBy|cp:revision|cp:keywords|cp:category|dc:subject|dc:description|dcterms:created|dcterms:modified|cp:lastPrinted)")]
    private static partial Regex Properties();
}
