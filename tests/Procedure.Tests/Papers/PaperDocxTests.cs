using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Papers.Layout;

namespace WorkflowAccountability.Procedure.Tests.Papers;

/// <summary>GB/T 9704-2012 as a file: valid for Word, the same bytes for the same text, and every character of a name.</summary>
public sealed class PaperDocxTests
{
    private static readonly PaperSheet sheet = new()
    {
        Layout = PaperLayout.Upward, Organs = ["昌吉回族自治州生态环境局"], Number = "昌州环追〔2026〕3号", Signers = ["陈松岩"], Title = "关于启动某河水污染事件责任追究调查的请示",
        Addressee = "州人民政府", Body = ["一、基本情况", "（一）经过。某河受污染。", "妥否，请批示。"], SignedBy = ["昌吉回族自治州生态环境局"], On = new(2026, 3, 2),
        Note = "联系人：某某", CopiedTo = "州监委", PrintedBy = "昌吉回族自治州生态环境局", Attachments = ["一览表", "监测报告"],
    };

    public static TheoryData<string> EveryKind => [.. PaperKind.All.Select(kind => kind.Code)];

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void Every_kind_of_document_is_valid_for_the_validator_of_Open_XML(string code)
    {
        var content = PaperDocx.Write(FinishedCase.Sheet(PaperKind.Find(code)!));

        Faults(content).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(PaperLayout.Upward)]
    [InlineData(PaperLayout.Downward)]
    [InlineData(PaperLayout.Letter)]
    [InlineData(PaperLayout.Plain)]
    public void Every_layout_is_valid_with_and_without_its_optional_parts(PaperLayout layout)
    {
        Faults(PaperDocx.Write(sheet with { Layout = layout, Urgency = "特急" })).ShouldBeEmpty();
        Faults(PaperDocx.Write(sheet with { Layout = layout, Number = null, On = null, Note = null, CopiedTo = null, PrintedBy = null, Attachments = [], Addressee = null }))
            .ShouldBeEmpty();
        Faults(PaperDocx.Write(sheet with { Layout = layout, Organs = ["中共昌吉回族自治州委员会", "昌吉回族自治州人民政府"], SignedBy = ["中共昌吉回族自治州委员会", "昌吉回族自治州人民政府"] }))
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_same_text_gives_the_same_bytes_and_another_text_others()
    {
        PaperDocx.Write(sheet).ShouldBe(PaperDocx.Write(sheet with { Title = sheet.Title }));
        PaperDocx.Write(sheet).ShouldNotBe(PaperDocx.Write(sheet with { Note = "联系人：他人" }));
    }

    [Fact]
    public void The_page_is_A4_with_a_type_area_of_156_by_225_millimetres()
    {
        using var document = Open(PaperDocx.Write(sheet));
        var section = document.MainDocumentPart!.Document!.Body!.GetFirstChild<SectionProperties>()!;
        var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);

        Millimetres(size.Width!.Value).ShouldBe(210, 0.1);
        Millimetres(size.Height!.Value).ShouldBe(297, 0.1);
        Millimetres((uint)margin.Top!.Value).ShouldBe(37, 1);
        Millimetres(margin.Left!.Value).ShouldBe(28, 1);
        Millimetres(size.Width.Value - margin.Left.Value - margin.Right!.Value).ShouldBe(156, 0.1);
        Millimetres(size.Height.Value - (uint)margin.Top.Value - (uint)margin.Bottom!.Value).ShouldBe(225, 0.1);
    }

    [Fact]
    public void The_headings_are_set_in_their_faces_and_the_text_in_fangsong()
    {
        using var document = Open(PaperDocx.Write(sheet));

        FaceOf(document, "一、基本情况").ShouldBe("黑体");
        FaceOf(document, "（一）经过。").ShouldBe("楷体_GB2312");
        FaceOf(document, "某河受污染。").ShouldBe("仿宋_GB2312");
        FaceOf(document, "陈松岩　").ShouldBe("楷体_GB2312");
    }

    [Fact]
    public void Rare_characters_and_names_with_a_dot_come_out_and_what_no_file_can_hold_is_left_out()
    {
        const string names = "𬍛瑜、古丽娜尔·阿不都热合曼、㛃";

        using var document = Open(PaperDocx.Write(sheet with { Body = [names + "\u0001\uD800<&>"] }));

        document.MainDocumentPart!.Document!.Body!.InnerText.ShouldContain(names + "<&>");
        Faults(PaperDocx.Write(sheet with { Body = [names + "\u0001\uD800<&>"] })).ShouldBeEmpty();
    }

    [Fact]
    public void The_file_tells_no_person_no_machine_and_no_moment()
    {
        using var package = new ZipArchive(new MemoryStream(PaperDocx.Write(sheet)));
        using var reader = new StreamReader(package.GetEntry("docProps/core.xml")!.Open());
        var properties = reader.ReadToEnd();

        package.Entries.Select(part => part.LastWriteTime.Year).Distinct().ShouldBe([2012]);
        properties.ShouldContain("昌吉回族自治州生态环境局");
        properties.ShouldNotContain("lastModifiedBy");
        properties.ShouldNotContain("dcterms");
    }

    [Fact]
    public void A_title_is_broken_between_words_and_no_line_begins_with_the_end_of_a_pair()
    {
        PaperTitle("关于启动阜康市某河水污染事件责任追究调查的请示").ShouldBe(["关于启动阜康市某河水污染事件", "责任追究调查的请示"]);
        PaperTitle("某河污染的批复").ShouldBe(["某河污染的批复"]);
        PaperTitle("甲\n乙").ShouldBe(["甲", "乙"]);
    }

    private static IReadOnlyList<string> PaperTitle(string title) => Procedure.Papers.Layout.PaperTitle.LinesOf(title);

    private static string FaceOf(WordprocessingDocument document, string text) => document.MainDocumentPart!.Document!.Descendants<Run>()
        .Single(run => run.InnerText == text).RunProperties!.RunFonts!.EastAsia!.Value!;

    private static double Millimetres(uint twips) => twips * 25.4 / 1440;

    private static WordprocessingDocument Open(byte[] content) => WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);

    private static List<string> Faults(byte[] content)
    {
        using var document = Open(content);
        return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];
    }
}
