using System.Globalization;

namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>Words within a text that are found only when its reader's language is known.</summary>
internal sealed record Said(Func<CultureInfo, string> In) : IFormattable
{
    /// <summary>What both languages leave as it is.</summary>
    public static Said AsItIs(string words) => new(_ => words);

    /// <summary>Several, one after the other.</summary>
    public static Said All(IReadOnlyList<IFormattable> parts) => new(culture => string.Join(IsChinese(culture) ? "、" : ", ", parts.Select(part => part.ToString(null, culture))));

    /// <summary>Whether Chinese is read.</summary>
    public static bool IsChinese(CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh" || culture.Equals(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? provider) => In(provider as CultureInfo ?? CultureInfo.CurrentUICulture);

    /// <inheritdoc/>
    public override string ToString() => In(CultureInfo.CurrentUICulture);
}
