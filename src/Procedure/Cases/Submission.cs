using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>A form as it was submitted: it is never changed; a later round adds a new one.</summary>
public sealed class Submission
{
    /// <summary>Unique; the work item's id.</summary>
    public required string Id { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>Counts within the case, from 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>The stage's activity type.</summary>
    public required string StageType { get; init; }

    /// <summary>The activation of the stage that it belongs to.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>The seat within the stage.</summary>
    public required string Seat { get; init; }

    /// <summary>The form type's name.</summary>
    public required string FormName { get; init; }

    /// <summary>The form as canonical JSON.</summary>
    public required string FormJson { get; init; }

    /// <summary>Who submitted it.</summary>
    public required string PersonId { get; init; }

    /// <summary>His name on that day.</summary>
    public required string PersonName { get; init; }

    /// <summary>His unit and post on that day.</summary>
    public required string PostText { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether only the supervision team may read it.</summary>
    public required bool Walled { get; init; }

    /// <summary>The form as the type it was submitted as.</summary>
    public T Read<T>() where T : class => (T)Read(typeof(T));

    /// <summary>The form as a type.</summary>
    public object Read(Type form) => FormJsonText.Read(FormJson, form);
}
