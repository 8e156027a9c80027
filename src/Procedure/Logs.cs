using Microsoft.Extensions.Logging;

namespace WorkflowAccountability.Procedure;

/// <summary>Every log line of the procedure. Never names of people or contents of a file.</summary>
internal static partial class Logs
{
    [LoggerMessage(1, LogLevel.Information, "{Kind} {CommandId} lost a race in attempt {Attempt} and runs again.")]
    public static partial void CommandRunsAgain(ILogger logger, string kind, string commandId, int attempt, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "The answer to the COMMIT of {Kind} {CommandId} was lost; the command runs again and finds its row, or was never carried out.")]
    public static partial void CommitUnknown(ILogger logger, string kind, string commandId, Exception exception);

    [LoggerMessage(3, LogLevel.Information, "Imported version {Version} of '{DefinitionId}'.")]
    public static partial void DefinitionImported(ILogger logger, string definitionId, int version);

    [LoggerMessage(14, LogLevel.Warning, "Version {Version} of '{DefinitionId}' says that it is published, but the law refuses it: it is a draft, and its findings stand at /definitions/{DefinitionId}.")]
    public static partial void DefinitionNotPublished(ILogger logger, string definitionId, int version);

    [LoggerMessage(15, LogLevel.Warning, "The folder {Folder} of a sandbox that a killed site left behind cannot be removed.")]
    public static partial void PlayLeftBehind(ILogger logger, string folder, Exception exception);

    [LoggerMessage(10, LogLevel.Error, "The rung {RungId} could not fire; the others go on.")]
    public static partial void RungFailed(ILogger logger, string rungId, Exception exception);

    [LoggerMessage(12, LogLevel.Error, "{CommandId} could not be carried out; it is tried again, and the others go on.")]
    public static partial void PostNotMoved(ILogger logger, string commandId, Exception exception);

    [LoggerMessage(11, LogLevel.Warning, "The message {MessageId} was not taken in try {Attempt}.")]
    public static partial void MessageFailed(ILogger logger, string messageId, int attempt, Exception exception);

    [LoggerMessage(13, LogLevel.Warning, "The mailbox of what came back cannot be read.")]
    public static partial void BouncesUnread(ILogger logger, Exception exception);
}
