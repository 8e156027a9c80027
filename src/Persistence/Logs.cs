using Microsoft.Extensions.Logging;

namespace WorkflowAccountability.Persistence;

/// <summary>Every log line of the stores: ids only.</summary>
internal static partial class Logs
{
    [LoggerMessage(1, LogLevel.Information, "A step lost a race in attempt {Attempt} and runs again.")]
    public static partial void StepRunsAgain(ILogger logger, int attempt, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "The answer to the COMMIT of a step was lost; the journal tells whether it took effect.")]
    public static partial void CommitUnknown(ILogger logger, Exception exception);

    [LoggerMessage(3, LogLevel.Error, "The errand {ErrandId} could not be carried out; it is tried again, and the others go on.")]
    public static partial void ErrandFailed(ILogger logger, string errandId, Exception exception);
}
