using System.Globalization;
using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Engine.Expressions;

/// <summary>An expression failed or used up what it may use.</summary>
public sealed class ExpressionException : Exception, IInWords
{
    internal ExpressionException(FormattableString words, Exception? cause = null) : base(words.ToString(CultureInfo.InvariantCulture), cause) => Words = words;

    /// <summary>The message, so that it can be translated.</summary>
    public FormattableString Words { get; }
}
