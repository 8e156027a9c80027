using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Oversight;

/// <summary>A row of the board as the database gives it.</summary>
public sealed class BoardItem
{
    /// <summary>The item.</summary>
    public required WorkItem Item { get; init; }

    /// <summary>Its deadline.</summary>
    public required Deadline Deadline { get; init; }

    /// <summary>The case's number.</summary>
    public required string Number { get; init; }

    /// <summary>The case's title.</summary>
    public required string Title { get; init; }

    /// <summary>The level of the event, Ⅰ to Ⅳ; null where none was classified.</summary>
    public string? Level { get; init; }

    /// <summary>The county of the case; null before it is known.</summary>
    public string? County { get; init; }
}
