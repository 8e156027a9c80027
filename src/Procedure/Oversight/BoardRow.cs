using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Oversight.Suggestions;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Procedure.WorkItems.Verbs;

namespace WorkflowAccountability.Procedure.Oversight;

/// <summary>A row of the board as one person may read it. Persons stand in it only where <see cref="NamesPersons"/> says so.</summary>
public sealed record BoardRow(BoardItem Of, BoardLight Light)
{
    /// <summary>The item.</summary>
    public WorkItem Item => Of.Item;

    /// <summary>The act to do.</summary>
    public required string Act { get; init; }

    /// <summary>The clause or the mark of what is internal.</summary>
    public required string Citation { get; init; }

    /// <summary>The row of the table of deadlines; null for a code that the table has no more.</summary>
    public DeadlineRule? Rule { get; init; }

    /// <summary>The due in words; null while the clock stands still.</summary>
    public DueWords? Due { get; init; }

    /// <summary>The office that has it.</summary>
    public required string Office { get; init; }

    /// <summary>Whether the reader belongs to the chain of supervision of this item, so that he is told persons.</summary>
    public required bool NamesPersons { get; init; }

    /// <summary>Who has it, by name, with his post; null where only the office is told, or nobody has taken it.</summary>
    public string? Person { get; init; }

    /// <summary>Since when whoever has it has had it (UTC).</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>How many working days he has had it.</summary>
    public required int DaysHeld { get; init; }

    /// <summary>The county's short name; null before it is known.</summary>
    public string? County { get; init; }

    /// <summary>Reminders of the ladder that were told, newest first.</summary>
    public IReadOnlyList<BoardReminder> Reminders { get; init; } = [];

    /// <summary>Urges with their answers, newest first.</summary>
    public IReadOnlyList<Urge> Urges { get; init; } = [];

    /// <summary>What the handler explained, newest first.</summary>
    public IReadOnlyList<DelayExplanation> Explanations { get; init; } = [];

    /// <summary>The order that follows it up and is not closed; null where none does.</summary>
    public SupervisionOrder? Order { get; init; }

    /// <summary>At which stage that order stands; null where it waits for nobody.</summary>
    public string? OrderStage { get; init; }

    /// <summary>Whether he may begin an order for it.</summary>
    public bool MayOrder { get; init; }

    /// <summary>How often its deadline was extended.</summary>
    public int Extensions { get; init; }

    /// <summary>Whether the case is his to see, so that its page is offered.</summary>
    public bool SeesCase { get; init; }

    /// <summary>Whether he may urge.</summary>
    public bool MayUrge { get; init; }

    /// <summary>To whom he may give it; null where he may not give it to anybody else.</summary>
    public IReadOnlyList<Choice>? Successors { get; init; }

    /// <summary>How far he may extend its deadline; null where he may not.</summary>
    public Extension? Extension { get; init; }

    /// <summary>Whether the last day has passed: from then on nothing is extended.</summary>
    public bool IsPast { get; init; }

    /// <summary>A suggestion on one line: what, when, and what was answered, in words only for who reads persons.</summary>
    public string Said(Suggestion suggestion) => Text.Of<OversightTexts>("Suggestions.Line", Text.Of<OversightTexts>("Suggest." + suggestion.Act), UrgeWorkItem.Time(suggestion.At),
        NamesPersons && suggestion.Answer is { } answer ? Text.Of<OversightTexts>("Course.Answered", suggestion.AnsweredByText, answer)
            : Text.Of<OversightTexts>(suggestion.AnsweredAt is null ? "Unanswered" : "Answered")).ToString();

    /// <summary>What others decide and he may suggest to them.</summary>
    public IReadOnlyList<SuggestedAct> MaySuggest { get; init; } = [];

    /// <summary>What was suggested, with the answers, newest first.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];
}

/// <summary>A reminder that was written.</summary>
/// <param name="To">The office, or the person where persons may be told.</param>
/// <param name="IsRead">Whether somebody to whom it went has read it.</param>
public sealed record BoardReminder(DateTimeOffset At, string To, bool IsRead);
