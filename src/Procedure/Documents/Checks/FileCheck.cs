namespace WorkflowAccountability.Procedure.Documents.Checks;

/// <summary>What a check found: the kind where the file may come in, the fault otherwise.</summary>
public sealed record Finding(FileKind? Kind, FileFault? Fault);

/// <summary>
/// Looks at the content of a file, never only at its name (内部环节). It reads in pieces and never holds a file in memory. Whatever it
/// cannot read to the end does not come in.
/// </summary>
public static class FileCheck
{
    /// <summary>Checks a file of a name.</summary>
    /// <param name="content">Readable and seekable.</param>
    public static Finding Check(Stream content, string name)
    {
        if (content.Length == 0)
            return new Finding(null, FileFault.Empty);
        try
        {
            var claimed = FileKinds.ClaimedBy(name);
            var fault = claimed is { } kind ? FaultOf(content, kind, depth: 0) : MagicNumbers.FaultOf(content) ?? FileFault.Unknown;
            return fault is null ? new Finding(claimed, null) : new Finding(null, fault);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or System.Xml.XmlException
            or NotSupportedException or OverflowException or IndexOutOfRangeException)
        {
            return new Finding(null, FileFault.Damaged);
        }
    }

    /// <summary>What is wrong with a content of a claimed kind; null when nothing is.</summary>
    internal static FileFault? FaultOf(Stream content, FileKind kind, int depth)
    {
        if (MagicNumbers.FamilyOf(content) is var family && family != MagicNumbers.FamilyOf(kind))
            return family switch
            {
                Family.Zip => PackageCheck.IsDocument(content) ? FileFault.Mismatch : FileFault.Archive,
                // An office file with a password is packed into the old format.
                Family.Compound when OldOfficeCheck.IsEncryptedPackage(new CompoundFile(content)) => FileFault.Encrypted,
                _ => MagicNumbers.FaultOf(content) ?? FileFault.Mismatch,
            };
        return family switch
        {
            Family.Pdf => PdfCheck.FaultOf(content) ?? Tail(content),
            Family.Png => PngCheck.FaultOf(content) ?? ImageCheck.ForeignIn(content) ?? Tail(content),
            Family.Jpeg => ImageCheck.JpegFault(content) ?? ImageCheck.ForeignIn(content) ?? Tail(content),
            Family.WebP => ImageCheck.WebPFault(content) ?? ImageCheck.ForeignIn(content) ?? Tail(content),
            Family.Tiff => ImageCheck.TiffFault(content) ?? ImageCheck.ForeignIn(content) ?? Tail(content),
            Family.Zip => PackageCheck.FaultOf(content, kind, depth),
            Family.Compound => OldOfficeCheck.FaultOf(content, kind) ?? Tail(content),
            Family.Other => MagicNumbers.FaultOf(content) ?? TextCheck.FaultOf(content) ?? Tail(content),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind that nothing checks."),
        };
    }

    // A picture whose end is an archive opens as both.
    private static FileFault? Tail(Stream content) => ZipDirectory.Find(content) is null ? null : FileFault.Polyglot;
}
