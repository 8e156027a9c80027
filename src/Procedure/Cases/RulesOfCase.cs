using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Regulation.Book;

namespace WorkflowAccountability.Procedure.Cases;

public sealed partial class CaseFile
{
    /// <summary>The edition of the rules under which it was opened; 0 is the release's own.</summary>
    public int RuleEdition { get; set; }

    /// <summary>The later editions that were taken over for it, each by a decision with its reason.</summary>
    public IReadOnlyList<int> AdoptedRules { get; set; } = [];

    /// <summary>The rules that it is bound to.</summary>
    public CaseRules Rules => Book.At(RuleEdition, AdoptedRules);

    /// <summary>The row of a period that begins on a day; a rule set that was approved before its code was known says nothing of it.</summary>
    public DeadlineRule? PeriodRow(string code, DateOnly on) => Rules.Deadlines.Find(code, on, LevelInForce) ?? DeadlineTable.Shipped.Find(code, on, LevelInForce);

    /// <summary>The newest edition that it names.</summary>
    public int RuleEditions => AdoptedRules.Count == 0 ? RuleEdition : Math.Max(RuleEdition, AdoptedRules.Max());

    /// <summary>The book that the edition is looked up in: read when it is first asked for, since few who read a case ask.</summary>
    public RuleBook Book
    {
        get => field ??= RuleEditions is > 0 and var needed && Context is AccountabilityDb { RuleBooks: { } books } ? books.With(needed) : RuleBook.Shipped;
        set;
    }

    // EF gives every case that it reads the context that read it (a service property); a case that was never stored has none.
    private DbContext? Context { get; set; }
}
