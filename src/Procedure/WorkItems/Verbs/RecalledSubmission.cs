using WorkflowAccountability.Procedure.Cases;

namespace WorkflowAccountability.Procedure.WorkItems.Verbs;

/// <summary>A submission that was taken back, word for word: it no longer counts, and it is never lost.</summary>
public sealed class RecalledSubmission
{
    /// <summary>The id of the command that took it back.</summary>
    public required string Id { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The work item.</summary>
    public required string WorkItemId { get; init; }

    /// <summary>The form type's name.</summary>
    public required string FormName { get; init; }

    /// <summary>The form as canonical JSON.</summary>
    public required string FormJson { get; init; }

    /// <summary>Who had submitted it and took it back.</summary>
    public required string PersonId { get; init; }

    /// <summary>His unit, post and name on the day of the submission.</summary>
    public required string PersonText { get; init; }

    /// <summary>When it was submitted (UTC).</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>When it was taken back (UTC).</summary>
    public required DateTimeOffset RecalledAt { get; init; }

    /// <summary>Why.</summary>
    public required string Words { get; init; }

    /// <summary>Whether only the supervision team may read it.</summary>
    public required bool Walled { get; init; }

    internal static RecalledSubmission Of(Submission submission, string commandId, DateTimeOffset now, string words) => new()
    {
        Id = commandId, CaseId = submission.CaseId, WorkItemId = submission.Id, FormName = submission.FormName, FormJson = submission.FormJson,
        PersonId = submission.PersonId, PersonText = $"{submission.PostText} {submission.PersonName}", SubmittedAt = submission.At, RecalledAt = now,
        Words = words, Walled = submission.Walled,
    };
}
