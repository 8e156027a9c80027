using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static WorkflowAccountability.Procedure.Papers.Layout.PaperParagraphs;

namespace WorkflowAccountability.Procedure.Papers.Layout;

/// <summary>版头: what stands above the title.</summary>
internal static class PaperHead
{
    private const string File = "文件";
    private const int LargestMark = 44, LargestLetterMark = 36;

    // 170 mm, as the two lines of a letter are long: wider than the 版心 by 8 mm on the left and 6 mm on the right.
    private static readonly int overLeft = PaperMeasure.Millimetres(8), overRight = PaperMeasure.Millimetres(6);

    public static IEnumerable<OpenXmlElement> Of(PaperSheet sheet) => sheet.Layout switch
    {
        PaperLayout.Plain => [],
        PaperLayout.Letter => Letter(sheet),
        _ => Letterhead(sheet),
    };

    /// <summary>30 mm from the upper edge: the organ's name; 4 mm under it a double line, the thick one above.</summary>
    public static IEnumerable<Paragraph> LetterMark(PaperSheet sheet)
    {
        var size = SizeOf(sheet.Organs[0], LargestLetterMark);
        yield return Paragraph([Run(sheet.Organs[0], PaperFont.Title, size * 2, Red, tracking: 0)], JustificationValues.Center, line: size * 22,
            borders: Under(BorderValues.ThickThinSmallGap, 24, 11), indent: Beyond());
    }

    /// <summary>20 mm from the lower edge: the double line, the thick one below.</summary>
    public static Paragraph LetterRule() =>
        Paragraph([], line: 60, borders: Under(BorderValues.ThinThickSmallGap, 24, 0), indent: Beyond());

    private static IEnumerable<OpenXmlElement> Letter(PaperSheet sheet)
    {
        yield return Paragraph(
            [Run(sheet.Urgency ?? "", PaperFont.Black), new Run(new TabChar()), Run(sheet.Number ?? "")], JustificationValues.Left, before: 200,
            tabs: new Tabs(new TabStop { Val = TabStopValues.Right, Position = PaperMeasure.Width }));
        yield return Blank();
        yield return Blank();
    }

    private static IEnumerable<OpenXmlElement> Letterhead(PaperSheet sheet)
    {
        // 发文机关标志上边缘至版心上边缘为35mm.
        var above = PaperMeasure.Millimetres(35);
        if (sheet.Urgency is { } urgency)
        {
            yield return Paragraph([Run(urgency, PaperFont.Black)], JustificationValues.Left);
            above -= PaperMeasure.Line;
        }
        yield return Blank(above);
        foreach (var mark in sheet.Organs.Count == 1 ? [Mark(sheet.Organs[0] + File)] : JointMark(sheet.Organs))
            yield return mark;
        yield return Blank();
        yield return Blank();
        yield return NumberLine(sheet);
        yield return Blank();
        yield return Blank();
    }

    private static Paragraph Mark(string text)
    {
        var size = SizeOf(text, LargestMark);
        return Paragraph([Run(text, PaperFont.Title, size * 2, Red, tracking: 0)], JustificationValues.Center, line: size * 24);
    }

    // 联合行文: the names one above the other, 文件 beside them in the middle.
    private static IEnumerable<OpenXmlElement> JointMark(IReadOnlyList<string> organs)
    {
        var size = Math.Min(SizeOf(organs.MaxBy(organ => organ.Length) + File + "　", LargestMark), 30);
        var right = size * 20 * 3;
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = Number(PaperMeasure.Width), Type = TableWidthUnitValues.Dxa }, new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            new TableGrid(new GridColumn { Width = Number(PaperMeasure.Width - right) }, new GridColumn { Width = Number(right) }));
        for (var row = 0; row < organs.Count; row++)
            table.Append(new TableRow(
                Cell(Paragraph([Run(organs[row], PaperFont.Title, size * 2, Red, tracking: 0)], JustificationValues.Distribute, line: size * 30), PaperMeasure.Width - right),
                Cell(Paragraph(row == 0 ? [Run(File, PaperFont.Title, size * 2, Red, tracking: 0)] : [], JustificationValues.Right, line: size * 30), right,
                    row == 0 ? MergedCellValues.Restart : MergedCellValues.Continue)));
        return [table];
    }

    private static TableCell Cell(Paragraph content, int width, MergedCellValues? merge = null)
    {
        var look = new TableCellProperties(new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa });
        if (merge is { } given)
            look.Append(new VerticalMerge { Val = given });
        look.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell(look, content);
    }

    // The line hangs on this paragraph, so what stands one character in is moved by a character and not by an indent.
    private static Paragraph NumberLine(PaperSheet sheet)
    {
        var line = Under(BorderValues.Single, 12, 11);
        return sheet.Layout is PaperLayout.Upward
            ? Paragraph(
                [Run($"　{sheet.Number}"), new Run(new TabChar()), Run("签发人："), Run($"{string.Join('　', sheet.Signers)}　", PaperFont.Regular)],
                JustificationValues.Left, borders: line, tabs: new Tabs(new TabStop { Val = TabStopValues.Right, Position = PaperMeasure.Width }))
            : Paragraph([Run(sheet.Number ?? "")], JustificationValues.Center, borders: line);
    }

    private static Indentation Beyond() => new() { Left = Number(-overLeft), Right = Number(-overRight) };

    // In points: as large as the line is wide, and no larger than looks well.
    private static int SizeOf(string text, int largest) => Math.Min(largest, (int)(PaperMeasure.Width / 20 / PaperMeasure.WidthOf(text)));
}
