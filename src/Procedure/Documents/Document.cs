using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Documents;

/// <summary>Who may be shown a document beyond the wall's rule (内部环节).</summary>
public enum DocumentLabel
{
    /// <summary>内部.</summary>
    Internal,

    /// <summary>工作秘密: every reading is entered in the audit.</summary>
    WorkSecret,
}

/// <summary>A file that belongs to a case. It is never changed and never removed; what was added by mistake is marked.</summary>
public sealed class Document
{
    /// <summary>The id of the staged file that it was.</summary>
    public required string Id { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The submission that it came with; null when it was added to the case by itself.</summary>
    public string? SubmissionId { get; init; }

    /// <summary>The stage of that submission.</summary>
    public string? StageType { get; init; }

    /// <summary>Its name, as its owner wrote it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for, in its owner's words.</summary>
    public string? Note { get; init; }

    /// <summary>What it is.</summary>
    public required FileKind Kind { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Of its content, upper hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Internal or work secret.</summary>
    public required DocumentLabel Label { get; init; }

    /// <summary>Who handed it in.</summary>
    public required string PersonId { get; init; }

    /// <summary>Unit, post and name on that day.</summary>
    public required string HandedInBy { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether only the supervision team may know of it.</summary>
    public required bool Walled { get; init; }

    /// <summary>When its bytes were found not to be those that came in (UTC); from then on nobody is given it.</summary>
    public DateTimeOffset? AlteredAt { get; set; }

    /// <summary>When whoever added it said that it was a mistake (UTC); null while it counts. Nothing is removed.</summary>
    public DateTimeOffset? VoidedAt { get; set; }

    /// <summary>Why it counts no more, in his words.</summary>
    public string? VoidReason { get; set; }

    /// <summary>Whether every reading is entered in the audit.</summary>
    public bool IsSensitive => Walled || Label is DocumentLabel.WorkSecret;

    /// <summary>
    /// Whether somebody may mark it void: whoever added it, by itself. What came with a form is part of the form, and corrected as the form is.
    /// </summary>
    public bool MayBeVoidedBy(string personId, CaseFile file) => PersonId == personId && SubmissionId is null && VoidedAt is null && file.Status is CaseStatus.Open;

    internal static Document Of(
        StagedFile staged, CaseFile file, Actor actor, DateTimeOffset at, bool walled, DocumentLabel label, string? note = null, WorkItem? item = null) => new()
    {
        Id = staged.Id, CaseId = file.Id, Name = staged.Name, Kind = staged.Kind, Size = staged.Size, Sha256 = staged.Sha256,
        Label = label, Note = note, SubmissionId = item?.Id, StageType = item?.StageType, PersonId = actor.PersonId,
        HandedInBy = $"{actor.PostText} {actor.Name}", At = at, Walled = walled,
    };
}
