using System.Buffers.Binary;
using System.Text.RegularExpressions;

namespace WorkflowAccountability.Procedure.Documents.Checks;

/// <summary>doc and xls, also as WPS writes them: the right stream inside, no macros, no embedded objects, no password.</summary>
internal static partial class OldOfficeCheck
{
    private const int Globals = 1 << 20;
    private const ushort SheetRecord = 0x85, PasswordRecord = 0x2F, EndRecord = 0x0A, MacroSheet = 1;

    public static FileFault? FaultOf(Stream content, FileKind kind)
    {
        var file = new CompoundFile(content);
        var names = file.Entries.Select(entry => entry.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (IsEncryptedPackage(file))
            return FileFault.Encrypted;
        if (names.Overlaps(["VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "Macros"]))
            return FileFault.Macro;
        if (names.Overlaps(["\u0001Ole10Native", "Package", "Equation Native"]) || names.Any(name => ObjectName().IsMatch(name)))
            return FileFault.Embedded;
        var main = kind is FileKind.Doc ? names.Contains("WordDocument") ? "WordDocument" : null
            : names.Contains("Workbook") ? "Workbook" : names.Contains("Book") ? "Book" : null;
        if (main is null)
            return FileFault.Mismatch;
        var stream = file.Entries.First(entry => string.Equals(entry.Name, main, StringComparison.OrdinalIgnoreCase));
        return kind is FileKind.Doc ? FaultOfWord(file.Read(stream, 32)) : FaultOfWorkbook(file.Read(stream, Globals));
    }

    /// <summary>Whether it is a newer document under a password.</summary>
    public static bool IsEncryptedPackage(CompoundFile file) => file.Entries.Any(entry => entry.Name is "EncryptedPackage" or "EncryptionInfo");

    private static FileFault? FaultOfWord(byte[] head) => head.Length < 12 ? FileFault.Damaged : (head[11] & 1) != 0 ? FileFault.Encrypted : null;

    // The records of the workbook itself come first: sheets and, where there is one, the password.
    private static FileFault? FaultOfWorkbook(byte[] records)
    {
        for (var at = 0; at + 4 <= records.Length;)
        {
            var (kind, length) = (BinaryPrimitives.ReadUInt16LittleEndian(records.AsSpan(at)), BinaryPrimitives.ReadUInt16LittleEndian(records.AsSpan(at + 2)));
            if (kind == PasswordRecord)
                return FileFault.Encrypted;
            if (kind == SheetRecord && at + 10 <= records.Length && records[at + 9] == MacroSheet)
                return FileFault.Macro;
            if (kind == EndRecord)
                return null;
            at += 4 + length;
        }
        return records.Length < Globals ? FileFault.Damaged : null;
    }

    // _1234567890 under ObjectPool (doc), MBD0001A2B3 (xls).
    [GeneratedRegex("^(_[0-9]{6,}|MBD[0-9A-F]{8})$")]
    private static partial Regex ObjectName();
}
