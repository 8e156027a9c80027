using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>Why a notice was written.</summary>
public enum NoticeKind
{
    /// <summary>抄送、传阅: a copy of what was decided, to be read.</summary>
    Copy,

    /// <summary>A deadline comes near or has passed, or somebody asks for haste (催办).</summary>
    Reminder,

    /// <summary>Something failed and waits for an operator.</summary>
    Incident,

    /// <summary>流程变更: steps of an office are done differently from a day on; about no single case.</summary>
    Procedure,
}

/// <summary>To whom a notice goes: a role's holders, one of its organisations, or a person.</summary>
public sealed record Recipient(string? Role = null, string? OrganisationId = null, string? PersonId = null);

/// <summary>A notice in a person's or a role's box. It is a row of the command's own transaction.</summary>
public sealed class Notice
{
    /// <summary>Unique.</summary>
    public required string Id { get; init; }

    /// <summary>The case; null where it is about none.</summary>
    public required string? CaseId { get; init; }

    /// <summary>Where it leads, where that is neither its item nor its case.</summary>
    public string? Page { get; init; }

    /// <summary>Where it leads: the item it is about, what an operator does about a failure, the case.</summary>
    public string Path => Page ?? (WorkItemId is { } item ? $"/work-items/{item}" : Kind is NoticeKind.Incident ? "/alarms" : $"/cases/{CaseId}");

    /// <summary>A copy, a reminder, an incident.</summary>
    public NoticeKind Kind { get; init; }

    /// <summary>The work item that it is about; null where it is about the case.</summary>
    public string? WorkItemId { get; init; }

    /// <summary>The role that it goes to; null when it goes to a person.</summary>
    public string? Role { get; init; }

    /// <summary>Only this organisation's holders; null for all.</summary>
    public string? OrganisationId { get; init; }

    /// <summary>The person; null when it goes to a role.</summary>
    public string? PersonId { get; init; }

    /// <summary>The recipient as one string that one index finds.</summary>
    public required string RecipientKey { get; init; }

    /// <summary>The full name of the type beside which the text lies.</summary>
    public required string TextSource { get; init; }

    /// <summary>The text's key.</summary>
    public required string TextKey { get; init; }

    /// <summary>The text's values, a JSON array; a text among them as <c>{"source":…,"key":…,"arguments":[…],"said":…}</c>, so that each reader has it in his language.</summary>
    public required string TextArguments { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether only the supervision side may see it.</summary>
    public required bool Walled { get; init; }

    /// <summary>The text in the reader's language.</summary>
    public Text Text => NoticeText.Read(TextSource, TextKey, TextArguments);

    /// <summary>Who may read it at a moment: its addressees who are in office then, without those under inquiry.</summary>
    /// <param name="file">The case; null where it is about none.</param>
    internal IEnumerable<string> ReadersAmong(OrganisationDirectory directory, CaseFile? file, DateTimeOffset now) =>
        (PersonId is { } person ? [person] : directory.PeopleFor(Role!, BeijingTime.DayOf(now)))
        .Where(id => directory.KnowsPerson(id) && file?.Concerns(id) is not true)
        .Where(id => directory.ActorOf(id, now) is { IsInOffice: true } actor && (Role is null || actor.Holds(Role, OrganisationId)));

    /// <summary>What a reminder says is still missing, beside its own words; null where it says nothing of it.</summary>
    public Text? Missing => Kind is NoticeKind.Reminder && Text.Arguments is [_, _, _, _, Text missing, ..] ? missing : null;

    internal static Notice Write(CaseFile file, Recipient to, Text text, DateTimeOffset now, bool walled, NoticeKind kind, string? workItemId, string? page) =>
        Write($"{file.Id}-N{file.Notices.Count + 1}", file.Id, to, text, now, walled, kind, workItemId, page);

    /// <summary>A reminder's id is made from its rung: the case's other notices need not be loaded for it, and a repeat is the same notice.</summary>
    internal static Notice Remind(string id, CaseFile file, Recipient to, Text text, DateTimeOffset now, bool walled, string workItemId) =>
        Write(id, file.Id, to, text, now, walled, NoticeKind.Reminder, workItemId, page: null);

    /// <summary>A reminder of what no work item carries: a stop, a period that an entry began. It leads to the case's deadlines.</summary>
    internal static Notice RemindOfPeriod(string id, CaseFile file, Recipient to, Text text, DateTimeOffset now, bool walled) =>
        Write(id, file.Id, to, text, now, walled, NoticeKind.Reminder, workItemId: null, $"/cases/{file.Id}/deadlines");

    /// <summary>A notice about the procedure itself.</summary>
    internal static Notice OfProcedure(string id, Recipient to, Text text, DateTimeOffset now, string page) =>
        Write(id, caseId: null, to, text, now, walled: false, NoticeKind.Procedure, workItemId: null, page);

    /// <summary>A notice that only shows that notices arrive; about no case.</summary>
    internal static Notice Trial(string id, Recipient to, Text text, DateTimeOffset now, string page) =>
        Write(id, caseId: null, to, text, now, walled: false, NoticeKind.Copy, workItemId: null, page);

    private static Notice Write(
        string id, string? caseId, Recipient to, Text text, DateTimeOffset now, bool walled, NoticeKind kind, string? workItemId, string? page) => new()
        {
            Id = id, CaseId = caseId, Page = page, Kind = kind, WorkItemId = workItemId, Role = to.Role, OrganisationId = to.OrganisationId, PersonId = to.PersonId,
            RecipientKey = to.PersonId is not null ? AddressKey.OfPerson(to.PersonId) : AddressKey.OfRole(to.Role!, to.OrganisationId),
            TextSource = text.Resource.FullName!, TextKey = text.Key, At = now, Walled = walled,
            TextArguments = NoticeText.Write(text),
        };
}

/// <summary>Somebody has read a notice. A role's notice is read by each holder for himself.</summary>
public sealed class NoticeReading
{
    /// <summary>The notice.</summary>
    public required string NoticeId { get; init; }

    /// <summary>The reader.</summary>
    public required string PersonId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset ReadAt { get; init; }
}
