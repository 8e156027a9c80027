using DocumentFormat.OpenXml.Wordprocessing;

namespace WorkflowAccountability.Procedure.Papers.Layout;

/// <summary>The faces of GB/T 9704-2012; where a machine lacks one, Word takes the other.</summary>
internal sealed record PaperFont(string Name, string Other)
{
    public static readonly PaperFont Text = new("仿宋_GB2312", "仿宋");
    public static readonly PaperFont Black = new("黑体", "SimHei");
    public static readonly PaperFont Regular = new("楷体_GB2312", "楷体");
    public static readonly PaperFont Title = new("方正小标宋简体", "宋体");
    public static readonly PaperFont Song = new("宋体", "SimSun");

    public static IReadOnlyList<PaperFont> All { get; } = [Text, Black, Regular, Title, Song];

    /// <summary>For every script, so that 〔〕, “”, — and the dot of a name are set in the Chinese face and not as Latin.</summary>
    public static RunFonts Fonts(PaperFont font) =>
        new() { Hint = FontTypeHintValues.EastAsia, Ascii = font.Name, HighAnsi = font.Name, EastAsia = font.Name, ComplexScript = font.Name };
}
