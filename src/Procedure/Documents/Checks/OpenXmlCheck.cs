using System.IO.Compression;
using System.Xml;

namespace WorkflowAccountability.Procedure.Documents.Checks;

/// <summary>docx, xlsx, pptx: the main part is what the name says, no macros, nothing fetched from elsewhere when opened.</summary>
internal static class OpenXmlCheck
{
    private static readonly string[] macroParts = ["vbaProject", "vbaData", "/macrosheets/", "/dialogsheets/", "/activeX/", "customUI/"];

    // A link that is followed by a click is harmless; these are followed by opening.
    private static readonly string[] fetched = ["attachedTemplate", "oleObject", "frame", "subDocument", "package"];

    public static FileFault? FaultOf(ZipArchive archive, FileKind kind)
    {
        if (archive.GetEntry("[Content_Types].xml") is not { } types)
            return archive.GetEntry("OFD.xml") is null ? FileFault.Archive : FileFault.Mismatch;
        var declared = ContentTypes(types);
        if (declared.Exists(type => type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
            || archive.Entries.Any(entry => macroParts.Any(part => $"/{entry.FullName}".Contains(part, StringComparison.OrdinalIgnoreCase))))
            return FileFault.Macro;
        if (!declared.Exists(type => type.EndsWith(MainOf(kind), StringComparison.OrdinalIgnoreCase)))
            return FileFault.Mismatch;
        return archive.Entries.Where(entry => entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).Any(Fetches) ? FileFault.External : null;
    }

    private static string MainOf(FileKind kind) => kind switch
    {
        FileKind.Docx => "wordprocessingml.document.main+xml",
        FileKind.Xlsx => "spreadsheetml.sheet.main+xml",
        FileKind.Pptx => "presentationml.presentation.main+xml",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No kind of OOXML."),
    };

    private static List<string> ContentTypes(ZipArchiveEntry types) =>
        [.. Elements(types).Select(attributes => attributes.GetValueOrDefault("ContentType")).OfType<string>()];

    private static bool Fetches(ZipArchiveEntry relations) => Elements(relations).Any(relation =>
        string.Equals(relation.GetValueOrDefault("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
        && fetched.Any(type => relation.GetValueOrDefault("Type", "").EndsWith($"/{type}", StringComparison.OrdinalIgnoreCase)));

    // Read whole: they are short, and one that is not is no table of contents.
    private static List<Dictionary<string, string>> Elements(ZipArchiveEntry entry)
    {
        var found = new List<Dictionary<string, string>>();
        using var part = entry.Open();
        using var reader = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = 16 << 20 });
        while (reader.Read())
        {
            if (reader.NodeType is not XmlNodeType.Element)
                continue;
            var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
            while (reader.MoveToNextAttribute())
                attributes[reader.LocalName] = reader.Value;
            found.Add(attributes);
        }
        return found;
    }
}
