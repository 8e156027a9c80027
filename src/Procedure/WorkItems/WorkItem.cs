using System.Globalization;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>Where a work item stands.</summary>
public enum WorkItemStatus
{
    /// <summary>Waits for a person.</summary>
    Open,

    /// <summary>Submitted.</summary>
    Completed,

    /// <summary>No longer needed: the stage was left or burned by a return.</summary>
    Lapsed,
}

/// <summary>What waits for a person.</summary>
public sealed partial class WorkItem
{
    /// <summary>16 hex digits, made from the activation and the seat.</summary>
    public required string Id { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The workflow instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The bookmark that the stage's outcome will burn.</summary>
    public required string BookmarkId { get; init; }

    /// <summary>The stage's activity type.</summary>
    public required string StageType { get; init; }

    /// <summary>The activity in the definition.</summary>
    public required string ActivityId { get; init; }

    /// <summary>This activation of the stage.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>The seat within the stage.</summary>
    public required string Seat { get; init; }

    /// <summary>What the seat is about when the stage has several alike.</summary>
    public string? About { get; init; }

    /// <summary>The title of a step that an administrator added, as he wrote it; null for the stages of the regulation, whose names are texts.</summary>
    public string? Title { get; init; }

    /// <summary>The form type's name.</summary>
    public required string FormName { get; init; }

    /// <summary>The form as first shown, JSON; null shows an empty one. Whoever prepared it for the assignee (委派) leaves his text here.</summary>
    public string? Prefill { get; set; }

    /// <summary>Who may take it: an <see cref="AddressKey"/>. An item given by name is given to another by changing it (转办).</summary>
    public required string CandidateKey { get; set; }

    /// <summary>Who claimed it, or was made responsible (转办); null while any candidate may.</summary>
    public string? AssigneeId { get; set; }

    /// <summary>Who prepares it for the one responsible (委派); null while nobody does. He may fill it in, not submit it.</summary>
    public string? DelegateId { get; set; }

    /// <summary>Whose act opened it; null where the system's did. Nobody decides as a proxy on what he sent himself.</summary>
    public string? SentById { get; set; }

    /// <summary>Open, completed or lapsed.</summary>
    public WorkItemStatus Status { get; set; }

    /// <summary>Whether only its candidates and the supervision team may know of it.</summary>
    public required bool Walled { get; init; }

    /// <summary>When it was opened (UTC).</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it is due (UTC); null where no deadline runs, or its clock stands still.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>From when it is near (UTC), as its deadline says; null where no deadline runs, and in rows of an older version.</summary>
    public DateTimeOffset? NearAt { get; set; }

    /// <summary>The deadline's code.</summary>
    public string? DeadlineCode { get; init; }

    /// <summary>Unit and name of whose act opened it; null where nobody's did, or where his name stays behind the wall.</summary>
    public string? SentBy { get; init; }

    /// <summary>Whether a return opened it: somebody wants it done again.</summary>
    public bool IsReturned { get; init; }

    /// <summary>
    /// The <see cref="AddressKey"/> under which it stood until its holder left office, handed over or ended; null where nobody did. Whoever has it now
    /// sees from whom, and what still stands under this very address is done by nobody (无人承办).
    /// </summary>
    public string? LeftBy { get; set; }

    /// <summary>When its page was first opened by somebody who may do it (UTC); null while it is unread.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>How grave the case is: 4 for level Ⅰ down to 1 for level Ⅳ, 0 where no event was classified.</summary>
    public int Urgency { get; set; }

    /// <summary>
    /// Its place in every inbox, soonest due first, then gravest, then oldest; compared as text, and unique, so that a page begins where the
    /// last one ended. Digits and small hex letters only, because every database sorts these alike.
    /// </summary>
    public string Place
    {
        get => InboxPlace.Of(DueAt, Urgency, OpenedAt, Id);
        private set { }
    }

    /// <summary>When it was completed or lapsed (UTC).</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Who completed it, with unit and post of that day.</summary>
    public string? ClosedBy { get; set; }

    /// <summary>Grows with every change; a form made from an older one is refused.</summary>
    public long Version { get; set; }

    /// <summary>Takes the last day, and from when it is near, over from its deadline; none while the clock stands still.</summary>
    internal void TakeDueFrom(Deadlines.Deadline deadline) =>
        (DueAt, NearAt) = deadline.StoppedOn is null ? ((DateTimeOffset?)deadline.DueAt, deadline.NearAt) : (null, null);

    /// <summary>An activation, a seat and a round make one item, however often the command that opens it runs.</summary>
    internal static string IdOf(string activityInstanceId, string seat, int round) =>
        DerivedId.Of(activityInstanceId, seat, string.Create(CultureInfo.InvariantCulture, $"{round}"));

    internal static WorkItem Open(
        string id, CaseFile file, Stage stage, Seat seat, StageOpening opening, DateTimeOffset now, string? sentBy, bool isReturned) => new()
        {
            Id = id, CaseId = file.Id, InstanceId = opening.InstanceId, BookmarkId = opening.BookmarkId, StageType = stage.About.Type,
            ActivityId = opening.ActivityId, ActivityInstanceId = opening.ActivityInstanceId, Seat = seat.Key, About = seat.About, Title = stage.OwnTitle,
            FormName = seat.Form.Name, Prefill = seat.Prefill is null ? null : FormJsonText.Write(seat.Prefill),
            CandidateKey = seat.To.KeyIn(file.Id), Walled = seat.Walled || stage.About.Walled, OpenedAt = now, DeadlineCode = seat.Deadline,
            SentBy = sentBy, IsReturned = isReturned, Urgency = InboxPlace.UrgencyOf(file.Level),
        };
}
