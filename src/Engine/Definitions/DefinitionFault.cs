using System.Globalization;
using System.Runtime.CompilerServices;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>What is wrong with a definition.</summary>
/// <param name="Path">Where: <c>$.root.activities[3]</c>.</param>
/// <param name="Words">What, and what would be right, in English. The format is what a translation goes by; a part may itself be such words.</param>
public sealed record DefinitionFault(string Path, FormattableString Words)
{
    private const int Longest = 900;
    private const int LongestPart = 700;
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en");

    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Cut(Words.ToString(english), Longest)}";

    /// <summary>The same with no part of it longer than anybody reads.</summary>
    internal static FormattableString Short(FormattableString words) => FormattableStringFactory.Create(
        words.Format, [.. words.GetArguments().Select(part => part is string text ? Cut(text, LongestPart) : part)]);

    private static string Cut(string text, int most) => text.Length > most ? text[..most] + " …" : text;
}

/// <summary>An exception whose words can be translated.</summary>
internal interface IInWords
{
    FormattableString Words { get; }
}

/// <summary>A value of a definition that is not what it should be.</summary>
internal sealed class MisfitException(FormattableString words) : FormatException(words.ToString(CultureInfo.InvariantCulture)), IInWords
{
    public FormattableString Words => words;
}
