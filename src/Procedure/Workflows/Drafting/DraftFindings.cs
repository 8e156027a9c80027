using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Lawfulness;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Workflows.Drafting;

/// <summary>What keeps a definition from being published: what it does against the regulation, and what would keep it from running.</summary>
internal static class DraftFindings
{
    /// <summary>Every reason, with its clause, the way that leads to it and its way out; none where it may be published.</summary>
    public static IReadOnlyList<Ruling> Of(string json, Machinery machinery) => Of(json, machinery.Definitions);

    /// <summary>The same.</summary>
    public static IReadOnlyList<Ruling> Of(string json, DefinitionCatalog definitions) => [.. Placed(json, definitions).Select(finding => finding.Ruling)];

    /// <summary>The same, each with the id of the activity that it is about; empty where it is about the whole.</summary>
    public static IReadOnlyList<(Ruling Ruling, string ActivityId)> Placed(string json, DefinitionCatalog definitions)
    {
        var definition = DefinitionDocument.Export(json);
        List<(Ruling, string)> findings = [.. definitions.Law.Check(definition).Findings.Where(finding => finding.Severity is Severity.Refusal)
            .Select(finding => (InWords(finding), finding.ActivityId))];
        try
        {
            definitions.Reader.Read(definition);
        }
        catch (InvalidWorkflowDefinitionException broken) when (findings.Count == 0)
        {
            // The check reads it as the law does; what runs it knows fewer types.
            findings.AddRange(broken.Found.Select(fault => (Ruling.Refuse(Citations.InternalStep,
                Text.Of<DraftingTexts>("CannotRun.Reason", FaultWords.Of(fault)), Text.Of<DraftingTexts>("CannotRun.Remedy")), "")));
        }
        catch (InvalidWorkflowDefinitionException)
        {
            // Said already, in the check's words.
        }
        return findings;
    }

    private static Ruling InWords(LawFinding finding) => Ruling.Refuse(finding.Citation, finding switch
    {
        { Path.Count: > 0 } => Text.Of<DraftingTexts>("Finding.WithWay", finding.Activity, finding.Reason, finding.PathInWords),
        { Activity.Length: > 0 } => Text.Of<DraftingTexts>("Finding.OfStep", finding.Activity, finding.Reason),
        _ => finding.Reason,
    }, finding.Remedy);
}
