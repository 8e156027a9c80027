using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace WorkflowAccountability.Procedure.Papers.Layout;

/// <summary>The parts that a document is made of.</summary>
internal static class PaperParagraphs
{
    private const int TwoCharacters = 2;

    public const string Red = "FF0000";

    /// <summary>A run; what XML cannot hold is left out, lone halves of a character too.</summary>
    public static Run Run(string text, PaperFont? font = null, int? size = null, string? colour = null, int? tracking = null)
    {
        var look = new RunProperties(PaperFont.Fonts(font ?? PaperFont.Text));
        if (colour is not null)
            look.Append(new Color { Val = colour });
        if (tracking is { } spacing)
            look.Append(new Spacing { Val = spacing });
        if (size is { } half)
            look.Append(new FontSize { Val = Number(half) }, new FontSizeComplexScript { Val = Number(half) });
        return new Run(look, new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    /// <summary>A paragraph of the page's line height, or of another in twips.</summary>
    public static Paragraph Paragraph(
        IEnumerable<OpenXmlElement> runs, JustificationValues? side = null, int line = PaperMeasure.Line, bool stays = false, int? outline = null,
        ParagraphBorders? borders = null, Indentation? indent = null, Tabs? tabs = null, int before = 0, int after = 0)
    {
        var look = new ParagraphProperties();
        if (stays)
            look.Append(new KeepNext());
        if (borders is not null)
            look.Append(borders);
        if (tabs is not null)
            look.Append(tabs);
        look.Append(new SpacingBetweenLines { Before = Number(before), After = Number(after), Line = Number(line), LineRule = LineSpacingRuleValues.Exact });
        if (indent is not null)
            look.Append(indent);
        if (side is { } given)
            look.Append(new Justification { Val = given });
        if (outline is { } level)
            look.Append(new OutlineLevel { Val = level });
        return new Paragraph([look, .. runs]);
    }

    /// <summary>An empty line.</summary>
    public static Paragraph Blank(int line = PaperMeasure.Line, bool stays = false) => Paragraph([], line: line, stays: stays);

    /// <summary>A paragraph of the body: two characters in, its heading in its face.</summary>
    public static Paragraph TextParagraph(PaperLine line, bool isLast)
    {
        var face = line.Level switch { PaperLevel.First => PaperFont.Black, PaperLevel.Second => PaperFont.Regular, _ => PaperFont.Text };
        var isHeading = line.Heading > 0 && line.Heading == line.Text.Length;
        IEnumerable<Run> runs = line.Heading == 0 ? [Run(line.Text)]
            : isHeading ? [Run(line.Text, face)] : [Run(line.Text[..line.Heading], face), Run(line.Text[line.Heading..])];
        return Paragraph(runs, JustificationValues.Both, stays: isLast || isHeading, outline: isHeading ? (int)line.Level : null,
            indent: FirstLine(TwoCharacters));
    }

    /// <summary>The first line a number of characters in.</summary>
    public static Indentation FirstLine(int characters) => new() { FirstLineChars = characters * 100, FirstLine = Number(characters * PaperMeasure.Character) };

    /// <summary>— 1 —, 4号 宋体.</summary>
    public static Paragraph PageNumber(JustificationValues side) => Paragraph(
        [
            Run("— ", PaperFont.Song, PaperMeasure.Size4), Field(FieldCharValues.Begin), Instruction(" PAGE "), Field(FieldCharValues.Separate),
            Run("1", PaperFont.Song, PaperMeasure.Size4), Field(FieldCharValues.End), Run(" —", PaperFont.Song, PaperMeasure.Size4),
        ],
        side, line: 320, after: PaperMeasure.Millimetres(2.4),
        indent: side == JustificationValues.Right ? new() { RightChars = 100, Right = Number(PaperMeasure.Character) } : new() { LeftChars = 100, Left = Number(PaperMeasure.Character) });

    /// <summary>A line under a paragraph. Its weight is in eighths of a point, its distance in points.</summary>
    public static ParagraphBorders Under(BorderValues kind, uint weight, uint distance) =>
        new(new BottomBorder { Val = kind, Size = weight, Space = distance, Color = Red });

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Without what an XML file cannot hold.</summary>
    public static string Clean(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => rune != System.Text.Rune.ReplacementChar && (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)))
        .Select(rune => rune.ToString()));

    private static Run Field(FieldCharValues kind) =>
        new(new RunProperties(PaperFont.Fonts(PaperFont.Song), new FontSize { Val = Number(PaperMeasure.Size4) }), new FieldChar { FieldCharType = kind });

    private static Run Instruction(string code) =>
        new(new RunProperties(PaperFont.Fonts(PaperFont.Song), new FontSize { Val = Number(PaperMeasure.Size4) }), new FieldCode(code) { Space = SpaceProcessingModeValues.Preserve });
}
