using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Commands;

/// <summary>What a command answers. Everything but <see cref="Done"/> left the database as it was.</summary>
public abstract record Answer
{
    private Answer() { }

    /// <summary>Committed, now or by an earlier sending of the same command.</summary>
    public sealed record Done(string Path, bool Repeated = false) : Answer;

    /// <summary>Refused, with every clause, reason and remedy.</summary>
    public sealed record Refused(IReadOnlyList<Ruling> Rulings) : Answer;

    /// <summary>There is no such thing for this person: what he may not know of does not exist for him.</summary>
    public sealed record NotFound : Answer;

    /// <summary>Somebody was first, or the stage was left; the item says who and when.</summary>
    public sealed record TooLate(WorkItem Item) : Answer;

    /// <summary>The form was opened before the item changed.</summary>
    public sealed record Stale(WorkItem Item) : Answer;

    /// <summary>The command id was already used for something else.</summary>
    public sealed record IdReused : Answer;
}
