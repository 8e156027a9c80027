using System.IO.Compression;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static WorkflowAccountability.Procedure.Papers.Layout.PaperParagraphs;

namespace WorkflowAccountability.Procedure.Papers.Layout;

/// <summary>
/// Writes a sheet as .docx in the layout of GB/T 9704-2012. The same sheet gives the same bytes: nothing in them comes from a clock, a machine or a
/// person; the properties hold the title, the organ and the date, as they stand on the paper.
/// </summary>
public static class PaperDocx
{
    /// <summary>The media type of the result.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly DateTimeOffset epoch = new(2012, 7, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The bytes.</summary>
    public static byte[] Write(PaperSheet sheet)
    {
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            var main = document.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "rId1");
            AddProperties(document, sheet);
            AddFonts(main);
            AddStyles(main);
            AddSettings(main);
            AddFooters(main, sheet);
            main.Document = new Document(new Body([.. PaperHead.Of(sheet), .. BodyOf(sheet), .. PaperFoot.Of(sheet), Section(sheet)]));
            main.Document.Save();
        }
        return WithoutTimes(package);
    }

    private static IEnumerable<OpenXmlElement> BodyOf(PaperSheet sheet)
    {
        foreach (var line in PaperTitle.LinesOf(sheet.Title))
            yield return Paragraph([Run(line, PaperFont.Title, PaperMeasure.Size2)], JustificationValues.Center, line: 680, outline: 0);
        yield return Blank();
        if (sheet.Addressee is { } to)
            yield return Paragraph([Run($"{to}：")], JustificationValues.Left);
        for (var index = 0; index < sheet.Body.Count; index++)
            yield return TextParagraph(PaperLine.Of(sheet.Body[index]), isLast: index == sheet.Body.Count - 1);
    }

    private static SectionProperties Section(PaperSheet sheet)
    {
        var section = new SectionProperties();
        if (sheet.Layout is PaperLayout.Letter)
            section.Append(
                new HeaderReference { Type = HeaderFooterValues.First, Id = "rIdH1" }, new FooterReference { Type = HeaderFooterValues.First, Id = "rIdF3" });
        section.Append(
            new FooterReference { Type = HeaderFooterValues.Default, Id = "rIdF1" },
            new FooterReference { Type = HeaderFooterValues.Even, Id = "rIdF2" },
            new PageSize { Width = (uint)PaperMeasure.PageWidth, Height = (uint)PaperMeasure.PageHeight },
            new PageMargin
            {
                Top = PaperMeasure.Top, Bottom = PaperMeasure.Bottom, Left = (uint)PaperMeasure.Left, Right = (uint)PaperMeasure.Right,
                Header = (uint)PaperMeasure.Millimetres(30), Footer = (uint)PaperMeasure.Millimetres(20), Gutter = 0,
            });
        if (sheet.Layout is PaperLayout.Letter)
            section.Append(new TitlePage());
        section.Append(new DocGrid { Type = DocGridValues.Lines, LinePitch = PaperMeasure.Line });
        return section;
    }

    private static void AddFooters(MainDocumentPart main, PaperSheet sheet)
    {
        // 单页码居右空一字，双页码居左空一字; 7 mm under the 版心.
        main.AddNewPart<FooterPart>("rIdF1").Footer = new Footer(PageNumber(JustificationValues.Right));
        main.AddNewPart<FooterPart>("rIdF2").Footer = new Footer(PageNumber(JustificationValues.Left));
        if (sheet.Layout is not PaperLayout.Letter)
            return;
        main.AddNewPart<HeaderPart>("rIdH1").Header = new Header(PaperHead.LetterMark(sheet));
        main.AddNewPart<FooterPart>("rIdF3").Footer = new Footer(PaperHead.LetterRule());
    }

    private static void AddFonts(MainDocumentPart main) => main.AddNewPart<FontTablePart>("rIdT1").Fonts = new Fonts(
        PaperFont.All.Select(font => new Font(new AltName { Val = font.Other }, new FontCharSet { Val = "86" }, new FontFamily { Val = FontFamilyValues.Auto }) { Name = font.Name }));

    private static void AddStyles(MainDocumentPart main) => main.AddNewPart<StyleDefinitionsPart>("rIdT2").Styles = new Styles(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                PaperFont.Fonts(PaperFont.Text), new Spacing { Val = PaperMeasure.Tracking }, new Kern { Val = 0 }, new FontSize { Val = $"{PaperMeasure.Size3}" },
                new FontSizeComplexScript { Val = $"{PaperMeasure.Size3}" }, new Languages { Val = "zh-CN", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault()),
        new Style(
            new StyleName { Val = "Normal" }, new PrimaryStyle(),
            new StyleParagraphProperties(
                new WidowControl { Val = false }, new OverflowPunctuation { Val = false }, new AutoSpaceDE { Val = false }, new AutoSpaceDN { Val = false }, new SnapToGrid { Val = false },
                new SpacingBetweenLines { Before = "0", After = "0", Line = $"{PaperMeasure.Line}", LineRule = LineSpacingRuleValues.Exact },
                new Justification { Val = JustificationValues.Both }))
        { Type = StyleValues.Paragraph, Default = true, StyleId = "Normal" });

    private static void AddSettings(MainDocumentPart main) => main.AddNewPart<DocumentSettingsPart>("rIdT3").Settings = new Settings(
        new EvenAndOddHeaders(), new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        new ThemeFontLanguages { EastAsia = "zh-CN" });

    private static void AddProperties(WordprocessingDocument document, PaperSheet sheet)
    {
        var part = document.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rId2");
        using var writer = new StreamWriter(part.GetStream(FileMode.Create), new UTF8Encoding(false));
        writer.Write($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="{Namespace.Core}" xmlns:dc="{Namespace.Elements}">""");
        writer.Write($"<dc:title>{SecurityElement.Escape(sheet.Title.ReplaceLineEndings(""))}</dc:title>");
        writer.Write($"<dc:creator>{SecurityElement.Escape(string.Join('、', sheet.Organs))}</dc:creator><dc:language>zh-CN</dc:language></cp:coreProperties>");
    }

    // The container keeps the moment of writing with each part; one fixed day instead, so that the hash says something about the text.
    private static byte[] WithoutTimes(MemoryStream package)
    {
        package.Position = 0;
        using var result = new MemoryStream();
        using (var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var part in from.Entries.OrderBy(part => part.FullName != "[Content_Types].xml").ThenBy(part => part.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(part.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = epoch;
                using var content = part.Open();
                using var written = copy.Open();
                content.CopyTo(written);
            }
        return result.ToArray();
    }

    private static class Namespace
    {
        public const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        public const string Elements = "http://purl.org/dc/elements/1.1/";
    }
}
