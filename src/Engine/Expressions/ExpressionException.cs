namespace WorkflowAccountability.Engine.Expressions;

/// <summary>An expression failed or used up what it may use.</summary>
public sealed class ExpressionException : Exception
{
    internal ExpressionException(string message, Exception? cause = null) : base(message, cause)
    {
    }
}
