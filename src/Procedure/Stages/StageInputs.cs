using System.Text.Json.Serialization;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Stages.HumanTask;

namespace WorkflowAccountability.Procedure.Stages;

/// <summary>What the definition says about a stage: its designer-visible inputs.</summary>
/// <param name="Role">Who acts.</param>
/// <param name="SecondRole">Who else acts where the stage has two keys or a confirmation; null where it has not.</param>
/// <param name="Deadline">Deadline code such as D05; null where none runs.</param>
/// <param name="EscalateTo">The role that is told when the deadline has passed; null where none runs.</param>
public sealed record StageInputs(string Role, string? SecondRole = null, string? Deadline = null, string? EscalateTo = null)
{
    /// <summary>The period that the definition sets in place of the table's; null for the table's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Period? Within { get; init; }

    /// <summary>The days before the last day on which to remind; null for the table's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Reminders { get; init; }

    /// <summary>Which rest days count; null for all of the prefecture's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CalendarScope? Calendar { get; init; }

    /// <summary>The one organisation whose holders of the role act; null for all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OrganisationId { get; init; }

    /// <summary>Who of them acts; null for whoever takes it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PersonId { get; init; }

    /// <summary>What an administrator's own step asks; null for the steps that the house knows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AddedStep? Step { get; init; }

    /// <summary>A seat with the time that the definition sets; one whose deadline is another than the definition's keeps its own.</summary>
    public Seat Timed(Seat seat) => seat.Deadline is not { } code || !(Step is not null || (Deadline is { } given && code.StartsWith(given, StringComparison.Ordinal))) ? seat
        : seat with { Period = seat.Period ?? Within, Reminders = Reminders, Calendar = Calendar };
}
