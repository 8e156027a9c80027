using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Workflows.Drafting;

/// <summary>How far a version is on its way: written, laid before those who check, found in order, in force, replaced.</summary>
public enum DefinitionState
{
    Draft,
    Submitted,
    Checked,

    /// <summary>Published; its day has not come.</summary>
    Scheduled,
    Published,
    Replaced,
}

/// <summary>A version without its content, for pages.</summary>
/// <param name="Cases">How many instances run or ran on it.</param>
/// <param name="IsInForce">Whether new instances start with it today.</param>
/// <param name="Today">The day in Beijing.</param>
public sealed record VersionLine(WorkflowDefinitionVersion Row, int Cases, bool IsInForce, DateOnly Today)
{
    /// <summary>How far it is.</summary>
    public DefinitionState State => Row switch
    {
        _ when IsInForce => DefinitionState.Published,
        { IsPublished: true, EffectiveFrom: { } from } when from > Today => DefinitionState.Scheduled,
        { PublishedAt: not null } or { IsLatest: false } => DefinitionState.Replaced,
        { CheckedAt: not null } => DefinitionState.Checked,
        { SubmittedAt: not null } => DefinitionState.Submitted,
        _ => DefinitionState.Draft,
    };

    /// <summary>The state in words.</summary>
    public Text StateName => new(typeof(DraftingTexts), "State." + State);
}
