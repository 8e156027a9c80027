using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Ledgers;

/// <summary>Something that was entered into a case file beside the procedure. It is never changed; what was wrong is corrected by a later entry.</summary>
public sealed class CaseEntry
{
    /// <summary>The id of the command.</summary>
    public required string Id { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>Counts within the case and its series, from 1, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>
    /// Who may know of it shares a series of numbers, so that a gap tells nobody of what he may not read: E for everybody who sees the case, S behind the wall,
    /// L for what only those read who see the other case too.
    /// </summary>
    public string Series { get; init; } = "E";

    /// <summary>The case that it names; whoever does not see that case does not read the entry. Null for most.</summary>
    public string? OtherCaseId { get; init; }

    /// <summary>The name of its kind (<see cref="EntryKind.Name"/>).</summary>
    public required string Kind { get; init; }

    /// <summary>The form as canonical JSON.</summary>
    public required string FormJson { get; init; }

    /// <summary>Who entered it.</summary>
    public required string PersonId { get; init; }

    /// <summary>His unit, post and name on that day.</summary>
    public required string PersonText { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether it stays behind the wall.</summary>
    public required bool Walled { get; init; }

    /// <summary>Its number as people write it: E1, E2 …; S1 … behind the wall.</summary>
    public string Label => $"{Series}{Number}";

    /// <summary>The form as the type it was entered as.</summary>
    public T Read<T>() where T : class => (T)FormJsonText.Read(FormJson, typeof(T));
}
