using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Workflows.Drafting;

/// <summary>How far a version is on its way: written, laid before those who check, found in order, in force, replaced.</summary>
public enum DefinitionState
{
    Draft,
    Submitted,
    Checked,
    Published,
    Replaced,
}

/// <summary>A version without its content, for pages.</summary>
/// <param name="Cases">How many instances run or ran on it.</param>
public sealed record VersionLine(WorkflowDefinitionVersion Row, int Cases)
{
    /// <summary>How far it is.</summary>
    public DefinitionState State => StateOf(Row);

    /// <summary>How far a version is.</summary>
    public static DefinitionState StateOf(WorkflowDefinitionVersion row) => row switch
    {
        { IsPublished: true } => DefinitionState.Published,
        { PublishedAt: not null } or { IsLatest: false } => DefinitionState.Replaced,
        { CheckedAt: not null } => DefinitionState.Checked,
        { SubmittedAt: not null } => DefinitionState.Submitted,
        _ => DefinitionState.Draft,
    };

    /// <summary>The state in words.</summary>
    public Text StateName => new(typeof(DraftingTexts), "State." + State);
}
