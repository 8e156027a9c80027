namespace WorkflowAccountability.Procedure.WorkItems.Inbox;

/// <summary>As much of an open item as its order and the numbers of the workbench go by, so that the rows themselves are read for one page only.</summary>
public sealed class InboxEntry
{
    /// <summary>The item's id.</summary>
    public required string Id { get; init; }

    /// <summary>The case that it belongs to.</summary>
    public required string CaseId { get; init; }

    /// <summary>Its place in the list, what is due first before the rest; ends with the id.</summary>
    public required string Place { get; init; }

    /// <summary>Whether it was sent back.</summary>
    public required bool IsReturned { get; init; }

    /// <summary>When it was first opened by whoever may do it (UTC); null before.</summary>
    public required DateTimeOffset? SeenAt { get; init; }
}
