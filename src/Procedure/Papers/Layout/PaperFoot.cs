using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static WorkflowAccountability.Procedure.Papers.Layout.PaperParagraphs;

namespace WorkflowAccountability.Procedure.Papers.Layout;

/// <summary>What follows the text: 附件说明, 署名 and 成文日期 with room for the seal, 附注, 版记.</summary>
internal static class PaperFoot
{
    // 成文日期右空四字; the seal needs room above the organ's name.
    private const double DateFromRight = 4;
    private const int RoomForSeal = 2;

    // 首条和末条分隔线 0.35 mm, in eighths of a point.
    private const uint Thick = 8;

    // A line of 版记 and a character of 4号.
    private const int RecordLine = 520, SmallCharacter = 275;

    public static IEnumerable<OpenXmlElement> Of(PaperSheet sheet) =>
        [.. Attachments(sheet), .. Signature(sheet), .. Note(sheet), .. Record(sheet)];

    private static IEnumerable<OpenXmlElement> Attachments(PaperSheet sheet)
    {
        if (sheet.Attachments.Count == 0)
            yield break;
        yield return Blank(stays: true);
        for (var index = 0; index < sheet.Attachments.Count; index++)
        {
            var (mark, hanging) = sheet.Attachments.Count == 1 ? ("附件：", 5) : (index == 0 ? "附件：1." : $"{index + 1}.", 6);
            // Further lines under the first character of the name.
            var left = hanging * PaperMeasure.Character;
            var first = index == 0 ? 2 * PaperMeasure.Character : 5 * PaperMeasure.Character;
            yield return Paragraph([Run(mark + sheet.Attachments[index])], JustificationValues.Left, stays: true,
                indent: new Indentation { Left = Number(left), Hanging = Number(left - first) });
        }
    }

    private static IEnumerable<OpenXmlElement> Signature(PaperSheet sheet)
    {
        for (var line = 0; line < RoomForSeal; line++)
            yield return Blank(stays: true);
        var day = sheet.On is { } on ? PaperSheet.Day(on) : "　　　　年　月　日";
        // The names stand in the middle over the date, and never beyond the edge.
        var middle = DateFromRight + (PaperMeasure.WidthOf(day) / 2);
        foreach (var organ in sheet.SignedBy)
            yield return Paragraph([Run(organ)], JustificationValues.Right, stays: true, indent: FromRight(Math.Max(0, middle - (PaperMeasure.WidthOf(organ) / 2))));
        yield return Paragraph([Run(day)], JustificationValues.Right, stays: sheet.Note is not null, indent: FromRight(DateFromRight));
    }

    private static IEnumerable<OpenXmlElement> Note(PaperSheet sheet) =>
        sheet.Note is { } note ? [Paragraph([Run($"（{note}）")], JustificationValues.Left, indent: FirstLine(2))] : [];

    // 版记置于最后一面的版心底端; a letter has neither lines nor 印发机关.
    private static IEnumerable<OpenXmlElement> Record(PaperSheet sheet)
    {
        var day = sheet.On is { } on ? PaperSheet.Day(on) : "　　　　年　月　日";
        var lines = new List<Paragraph>();
        if (sheet.CopiedTo is { } copies)
            lines.Add(Paragraph([Run($"抄送：{copies}。", size: PaperMeasure.Size4)], JustificationValues.Left, line: RecordLine,
                indent: new Indentation { Left = Number(4 * SmallCharacter), Right = Number(SmallCharacter), Hanging = Number(3 * SmallCharacter) }));
        if (sheet is { CopiedTo: not null, PrintedBy: not null })
            lines.Add(Between());
        if (sheet.PrintedBy is { } office)
            lines.Add(Paragraph(
                [Run($"　{office}", size: PaperMeasure.Size4), new Run(new TabChar()), Run($"{day}印发　", size: PaperMeasure.Size4)],
                JustificationValues.Left, line: RecordLine, tabs: new Tabs(new TabStop { Val = TabStopValues.Right, Position = PaperMeasure.Width })));
        if (lines.Count == 0)
            yield break;
        foreach (var line in lines)
            yield return AtTheBottom(line, sheet.Layout is PaperLayout.Letter ? null : Rules());
        yield return Blank(line: 20);
    }

    private static Paragraph AtTheBottom(Paragraph line, ParagraphBorders? rules)
    {
        var look = line.ParagraphProperties!;
        look.FrameProperties = new FrameProperties
        {
            Width = Number(PaperMeasure.Width), Wrap = TextWrappingValues.NotBeside, HorizontalPosition = HorizontalAnchorValues.Margin,
            VerticalPosition = VerticalAnchorValues.Margin, XAlign = HorizontalAlignmentValues.Center, YAlign = VerticalAlignmentValues.Bottom,
        };
        if (rules is not null)
            look.ParagraphBorders = rules;
        return line;
    }

    // The same for every line, or they would not stand in one frame: above the first and under the last. The thin line between is drawn by itself.
    private static ParagraphBorders Rules() => new(
        new TopBorder { Val = BorderValues.Single, Size = Thick, Space = 0, Color = "000000" },
        new BottomBorder { Val = BorderValues.Single, Size = Thick, Space = 0, Color = "000000" });

    // 中间的分隔线: an underlined tab as wide as the 版心.
    private static Paragraph Between()
    {
        var line = new Run(new RunProperties(new FontSize { Val = "8" }, new Underline { Val = UnderlineValues.Single }), new TabChar());
        var between = Paragraph([line], JustificationValues.Left, line: 120, tabs: new Tabs(new TabStop { Val = TabStopValues.Right, Position = PaperMeasure.Width }));
        between.ParagraphProperties!.ParagraphMarkRunProperties = new ParagraphMarkRunProperties(new FontSize { Val = "8" });
        return between;
    }

    private static Indentation FromRight(double characters) =>
        new() { RightChars = (int)Math.Round(characters * 100), Right = Number((int)Math.Round(characters * PaperMeasure.Character)) };
}
