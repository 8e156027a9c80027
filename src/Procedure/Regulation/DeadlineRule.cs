using System.Globalization;
using System.Text.Json.Serialization;
using WorkflowAccountability.Procedure.Deadlines;

namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>Who set a deadline: the law for this act, another text that is applied by analogy, or the office for itself.</summary>
public enum DeadlineOrigin
{
    [JsonStringEnumMemberName("法定")] Statutory,
    [JsonStringEnumMemberName("参照")] ByAnalogy,
    [JsonStringEnumMemberName("内部时限")] Internal,
}

/// <summary>
/// How far a period may be extended (<c>Max</c> null: as approved) and, where a role of this system approves it, which; where somebody outside
/// approves it, the role that records his decision.
/// </summary>
public sealed record Extension(Period? Max, string? ApproverRole, string Condition, string English, string? RecordedBy = null)
{
    /// <summary>The condition in the reader's language.</summary>
    [JsonIgnore]
    public string Said => DeadlineRule.IsEnglish ? English : Condition;

    /// <summary>Whose holders enter the extension here; null where nobody may.</summary>
    [JsonIgnore]
    public string? EnteredBy => ApproverRole ?? RecordedBy;
}

/// <summary>
/// One row of the deadline table. <c>Period</c> is null where the deadline ends together with others (<c>EndsWith</c>), and where whoever asks for
/// something sets the day (<c>SetByRequest</c>): such a day neither moves with the calendar nor rests with the case.
/// <c>ByEntry</c>: an entry beside the procedure begins it, no step; as another law's, it goes on while the case rests. <c>Window</c>: somebody may
/// act in it and nobody must: its end is told once, and then it is over.
/// A row that stops others (<c>Suspends</c>) is recorded by the roles in <c>StoppedBy</c>. <c>Limbs</c> and <c>Levels</c> narrow the row to cases of those items of 第六条 and those event levels.
/// </summary>
public sealed record DeadlineRule(
    string Code, string Name, string English, string Citation, Period? Period, string StartsWith, DeadlineOrigin Origin, string Source,
    IReadOnlyList<int> Reminders, DateOnly ValidFrom, DateOnly? ValidTo,
    IReadOnlyList<string>? EndsWith = null, IReadOnlyList<string>? Limbs = null, IReadOnlyList<EventLevel>? Levels = null,
    Extension? Extension = null, IReadOnlyList<string>? Suspends = null, bool Recurs = false, string? Note = null,
    IReadOnlyList<string>? StoppedBy = null, bool SetByRequest = false, bool ByEntry = false, bool Window = false) : IDated<DeadlineRule>
{
    /// <inheritdoc/>
    public DeadlineRule Within(DateOnly from, DateOnly? to) => this with { ValidFrom = from, ValidTo = to };

    /// <summary>What the table calls it, in the reader's language; the text that it stands on stays as it was written.</summary>
    [JsonIgnore]
    public string Title => IsEnglish ? English : Name;

    /// <summary>Whether a definition may name it for a step.</summary>
    [JsonIgnore]
    public bool IsOfSteps => !SetByRequest && !ByEntry;

    internal static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>Whether the row is meant for a case under this item of 第六条, with this event level if it has one.</summary>
    public bool AppliesTo(string limb, EventLevel? level) =>
        (Limbs is null || Limbs.Contains(limb)) && (Levels is null || (level is { } known && Levels.Contains(known)));
}
