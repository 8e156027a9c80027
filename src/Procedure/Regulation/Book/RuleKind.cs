using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowAccountability.Procedure.Cases;

namespace WorkflowAccountability.Procedure.Regulation.Book;

/// <summary>Something that rules say: under a key, in words. Two books are compared by it.</summary>
public sealed record RuleLine(string Key, string Words);

/// <summary>Something in a case that follows from a rule: which, in words, and what follows.</summary>
/// <param name="Walled">Whether it is read behind the case's wall only.</param>
public sealed record RuleResult(string Of, string Value, bool Walled = false);

/// <summary>
/// A kind of rule set that can be loaded: how its file is read and examined, how it takes its place among the rules, and what of a case follows from it.
/// Only what is read through the book by every calculation is a kind; anything else is refused.
/// </summary>
public abstract class RuleKind(string name)
{
    /// <summary>Every kind.</summary>
    public static IReadOnlyList<RuleKind> All { get; } = [new ScaleKind(), new ImpactKind(), new BasisKind(), new MeasuresKind(), new DeadlinesKind()];

    /// <summary>As it stands in files and addresses.</summary>
    public string Name { get; } = name;

    /// <summary>Its name for people.</summary>
    public Text Title => Text.Of<RuleSetTexts>("Kind." + Name);

    /// <summary>By which day a case asks it (the date rule).</summary>
    public Text DateRule => Text.Of<RuleSetTexts>("DateRule." + Name);

    /// <summary>The kind of a name; null where rule sets of that name are not read through the book.</summary>
    public static RuleKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>The kind of a stored row.</summary>
    public static RuleKind Of(string name) => Find(name) ?? throw new InvalidOperationException($"There is no kind of rule set '{name}'.");

    /// <summary>The content of a file; null with its faults where it has not the shape.</summary>
    internal abstract object? Read(JsonElement content, string at, out IReadOnlyList<Text> faults);

    /// <summary>Everything in the content that contradicts itself, leaves a gap, or would change nothing because nothing reads it yet.</summary>
    internal abstract IEnumerable<Text> Check(object table, DateOnly from, DateOnly? to, CaseRules now);

    /// <summary>The rules with this content in its span.</summary>
    internal abstract CaseRules Put(CaseRules rules, object table, DateOnly from, DateOnly? to);

    /// <summary>What holds on a day, line by line.</summary>
    internal abstract IReadOnlyList<RuleLine> LinesOn(CaseRules rules, DateOnly day);

    /// <summary>What holds on a day as the content of a file, to start the next one from.</summary>
    internal abstract JsonNode Written(CaseRules rules, DateOnly day);

    /// <summary>The cases among these of which something may follow from it.</summary>
    internal abstract IQueryable<CaseFile> Touched(IQueryable<CaseFile> cases);

    /// <summary>What must be read of cases to tell what follows in them.</summary>
    internal virtual IQueryable<CaseFile> Needed(AccountabilityDb db) => CaseFiles.Whole(db);

    /// <summary>What follows in a case from rules.</summary>
    internal abstract IEnumerable<RuleResult> ResultsIn(CaseFile file, CaseRules rules);

    /// <summary>Carries what follows into a case whose rules have just changed.</summary>
    internal virtual void TakeOver(CaseFile file) { }
}
