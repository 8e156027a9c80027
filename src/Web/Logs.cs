namespace WorkflowAccountability.Web;

/// <summary>Every log line of the site. Never names of people or contents of a file.</summary>
internal static partial class Logs
{
    [LoggerMessage(1, LogLevel.Error, "A request failed; its page shows the mark {Mark}.")]
    public static partial void RequestFailed(ILogger logger, string mark, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "The sweep '{Sweep}' has not come to its end for {Minutes} minutes.")]
    public static partial void SweepSilent(ILogger logger, string sweep, long minutes);

    [LoggerMessage(3, LogLevel.Error, "Whether the sweeps are silent cannot be found out.")]
    public static partial void WatchFailed(ILogger logger, Exception exception);
}
