namespace WorkflowAccountability.Procedure.Papers.Layout;

/// <summary>The page of GB/T 9704-2012, in twentieths of a point (twips) as Word counts, made from millimetres.</summary>
internal static class PaperMeasure
{
    /// <summary>A4.</summary>
    public static readonly int PageWidth = Millimetres(210), PageHeight = Millimetres(297);

    /// <summary>天头 37, 订口 28; what remains beside and below the 156 × 225 of the 版心.</summary>
    public static readonly int Top = Millimetres(37), Left = Millimetres(28), Right = Millimetres(26), Bottom = Millimetres(35);

    /// <summary>版心.</summary>
    public static readonly int Width = PageWidth - Left - Right;

    /// <summary>22 lines in 225 mm. Rounded down, or the last of them would not fit.</summary>
    public const int Line = 579;

    /// <summary>What is taken from each character of 16 points, so that 28 of them fill 156 mm.</summary>
    public const int Tracking = -5;

    /// <summary>3号, 2号, 4号, in half points.</summary>
    public const int Size3 = 32, Size2 = 44, Size4 = 28;

    /// <summary>A character of 3号 as it is spaced.</summary>
    public const int Character = (Size3 * 10) + Tracking;

    /// <summary>Characters of 3号 in a line.</summary>
    public const int Columns = 28;

    public static int Millimetres(double length) => (int)Math.Round(length * 1440 / 25.4);

    /// <summary>The width of a text in characters; what stands in half a square (ASCII) counts half.</summary>
    public static double WidthOf(string text) => text.EnumerateRunes().Sum(rune => rune.Value < 0x80 ? 0.5 : 1);
}
