using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Workflows.Drafting;

/// <summary>What keeps a definition from being published.</summary>
internal static class DraftFindings
{
    /// <summary>Every reason, with its clause and its way out; none where it may be published.</summary>
    public static IReadOnlyList<Ruling> Of(string json, Machinery machinery)
    {
        try
        {
            machinery.Definitions.Reader.Read(DefinitionDocument.Export(json));
            return [];
        }
        catch (InvalidWorkflowDefinitionException broken)
        {
            return [.. broken.Faults.Select(fault => Ruling.Refuse(Citations.InternalStep,
                Text.Of<DraftingTexts>("CannotRun.Reason", fault), Text.Of<DraftingTexts>("CannotRun.Remedy")))];
        }
    }
}
