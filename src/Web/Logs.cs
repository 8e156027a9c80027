namespace WorkflowAccountability.Web;

/// <summary>Every log line of the site. Never names of people or contents of a file.</summary>
internal static partial class Logs
{
    [LoggerMessage(1, LogLevel.Error, "A request failed; its page shows the mark {Mark}.")]
    public static partial void RequestFailed(ILogger logger, string mark, Exception exception);
}
