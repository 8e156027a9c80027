using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.HumanTask;

namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>Stands for a stage while a definition is checked: what its inputs do wrong is said by the check, with the clause, and not by the reader.</summary>
internal sealed class CheckedStage : Activity
{
    /// <summary>Every type that a definition may name, those too that no case may use: so that the check can say why.</summary>
    public static ActivityRegistry Activities(StageCatalog stages)
    {
        var registry = ActivityRegistry.WithWaits();
        foreach (var stage in stages.All)
            registry.Register(StageActivity.Describe(stage), () => new CheckedStage());
        return registry;
    }

    /// <summary>An added step names its ways out itself.</summary>
    public override IReadOnlyList<string> Outcomes => outcomes ??= Type == HumanTaskStage.TypeName ? AddedStepReader.Read(input => StageActivity.TextOf(Given(input))).Step.Outcomes : base.Outcomes;

    private IReadOnlyList<string>? outcomes;

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context) => throw new InvalidOperationException("A definition that is checked does not run.");
}
