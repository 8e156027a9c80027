using WorkflowAccountability.Engine.Expressions;

namespace WorkflowAccountability.Engine.Execution;

/// <summary>What one burst may use up.</summary>
public sealed record WorkflowRunnerOptions
{
    /// <summary>How many activities a burst may execute. What is due after that becomes an incident: a loop without a wait never
    /// hangs.</summary>
    public int MaxSteps { get; init; } = 10_000;

    /// <summary>
    /// Whether a fault ends the instance where the definition's incident strategy says so, or leaves it unsaid, as in Elsa. False: it never does;
    /// what failed waits for an operator.
    /// </summary>
    public bool FaultsAsDefined { get; init; }

    /// <summary>Whether the journal holds what activities were given and gave back. False where that is not everybody's to read who may read the
    /// journal.</summary>
    public bool JournalsValues { get; init; }

    /// <summary>How large one value may be that an instance is given or keeps, in characters of its JSON.</summary>
    public int MostOfValue { get; init; } = 1024 * 1024;

    /// <summary>What each script may use up.</summary>
    public ScriptLimits Scripts { get; init; } = new();
}
