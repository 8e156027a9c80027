namespace WorkflowAccountability.Engine.Execution;

/// <summary>A bookmark is not open: it was used, was cancelled, or never was.</summary>
public sealed class UnknownBookmarkException(string instanceId, string bookmarkId)
    : Exception($"The instance '{instanceId}' does not wait at the bookmark '{bookmarkId}': it was used or cancelled, or never was.")
{
    /// <summary>The instance.</summary>
    public string InstanceId { get; } = instanceId;

    /// <summary>The bookmark that was asked for.</summary>
    public string BookmarkId { get; } = bookmarkId;
}
