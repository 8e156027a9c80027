using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Notifications;

namespace WorkflowAccountability.Procedure.WorkItems.Inbox;

/// <summary>A line of the workbench: an item to do, a notice, an act done, a case opened. What a box does not know is null.</summary>
public sealed record InboxRow(string Place)
{
    /// <summary>The item to do, or the draft's.</summary>
    public WorkItem? Item { get; init; }

    /// <summary>The notice to read or read.</summary>
    public Notice? Notice { get; init; }

    /// <summary>What was submitted.</summary>
    public Submission? Done { get; init; }

    /// <summary>The case's id.</summary>
    public required string CaseId { get; init; }

    /// <summary>The case's number.</summary>
    public required string Number { get; init; }

    /// <summary>The case's title.</summary>
    public required string Title { get; init; }

    /// <summary>The level of the event, Ⅰ to Ⅳ; null where none was classified.</summary>
    public string? Level { get; init; }

    /// <summary>The county or park, an organisation; null before it is known.</summary>
    public string? County { get; init; }

    /// <summary>Whether its lateness has been told to the supervisors' office or to the head.</summary>
    public bool IsEscalated { get; init; }

    /// <summary>Whether the submission can still be taken back as far as the workflow has not gone on.</summary>
    public bool IsRecallable { get; init; }

    /// <summary>Whether the reader may press whoever has the case now (催办), his own items apart.</summary>
    public bool MayUrge { get; init; }

    /// <summary>Whether the case is closed.</summary>
    public bool IsClosed { get; init; }

    /// <summary>When (UTC): read, done, opened, kept.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Whether the reader has a draft of it.</summary>
    public bool HasDraft { get; init; }

    /// <summary>What of the case waits now, as far as the reader may know.</summary>
    public IReadOnlyList<WorkItem> Waiting { get; init; } = [];

    /// <summary>Whether the reader may press whoever has an item of this line: his own he does, and does not urge.</summary>
    public bool MayUrgeFor(WorkItem item, Actor reader) => (MayUrge || item.SentById == reader.PersonId) && item.AssigneeId != reader.PersonId
        && (item.AssigneeId is not null || !reader.Keys.Contains(item.CandidateKey));

    /// <summary>What ticking the line chooses in a box; null where nothing can be done there for several at once.</summary>
    public string? Choice(InboxBox box, Actor reader) => box switch
    {
        InboxBox.Todo => Item?.Id,
        InboxBox.Unread => Notice?.Id,
        InboxBox.Done or InboxBox.Started => Waiting.FirstOrDefault(item => MayUrgeFor(item, reader))?.Id,
        _ => null,
    };
}

/// <summary>The numbers of the workbench.</summary>
public sealed record InboxCounts(int Todo, int Overdue, int Unread, int Returned, int Drafts, bool HasHandovers, bool HasFilters);

/// <summary>A page of rows, and where the next one begins; null where this is the last.</summary>
public sealed record InboxPageOfRows(IReadOnlyList<InboxRow> Rows, string? Next);
