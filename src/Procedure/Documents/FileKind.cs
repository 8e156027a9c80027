namespace WorkflowAccountability.Procedure.Documents;

/// <summary>What a case file takes in (内部环节: content and name must agree).</summary>
public enum FileKind
{
    Pdf,
    Ofd,
    Docx,
    Xlsx,
    Pptx,
    Doc,
    Xls,
    Png,
    Jpeg,
    WebP,
    Tiff,
    Text,
    Csv,
}

/// <summary>How kinds are named by extensions, and as what they are sent.</summary>
public static class FileKinds
{
    // WPS writes the same formats under extensions of its own.
    private static readonly Dictionary<string, FileKind> byExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = FileKind.Pdf, [".ofd"] = FileKind.Ofd, [".docx"] = FileKind.Docx, [".xlsx"] = FileKind.Xlsx, [".pptx"] = FileKind.Pptx,
        [".doc"] = FileKind.Doc, [".wps"] = FileKind.Doc, [".xls"] = FileKind.Xls, [".et"] = FileKind.Xls, [".png"] = FileKind.Png,
        [".jpg"] = FileKind.Jpeg, [".jpeg"] = FileKind.Jpeg, [".webp"] = FileKind.WebP, [".tif"] = FileKind.Tiff, [".tiff"] = FileKind.Tiff,
        [".txt"] = FileKind.Text, [".csv"] = FileKind.Csv,
    };

    /// <summary>The extensions that are taken in, with their dots.</summary>
    public static IReadOnlyCollection<string> Extensions => byExtension.Keys;

    /// <summary>The kind that a name claims; null for a name with another ending or none.</summary>
    public static FileKind? ClaimedBy(string name) => byExtension.TryGetValue(Path.GetExtension(name), out var kind) ? kind : null;

    /// <summary>The media type under which it is sent.</summary>
    public static string MediaType(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Ofd => "application/ofd",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        FileKind.Doc => "application/msword",
        FileKind.Xls => "application/vnd.ms-excel",
        FileKind.Png => "image/png",
        FileKind.Jpeg => "image/jpeg",
        FileKind.WebP => "image/webp",
        FileKind.Tiff => "image/tiff",
        FileKind.Text => "text/plain",
        FileKind.Csv => "text/csv",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without a media type."),
    };

    /// <summary>Whether a browser shows it by itself without running anything.</summary>
    public static bool CanBeShown(this FileKind kind) => kind is FileKind.Pdf or FileKind.Png or FileKind.Jpeg or FileKind.WebP;
}
