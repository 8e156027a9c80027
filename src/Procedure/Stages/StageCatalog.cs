using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Stages.HumanTask;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Stages;

/// <summary>Every stage, found by its attribute. The engine knows each as an activity of the same type.</summary>
public sealed class StageCatalog
{
    private readonly Dictionary<string, Stage> byType;
    private readonly Dictionary<string, Type> forms;

    /// <summary>Finds the stages of this assembly; two with one type, or two forms with one name, stop the start.</summary>
    public StageCatalog()
    {
        All = [.. typeof(Stage).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Stage)) && !type.IsAbstract)
            .Select(type => (Stage)Activator.CreateInstance(type)!).OrderBy(stage => stage.About.Type, StringComparer.Ordinal)];
        byType = All.ToDictionary(stage => stage.About.Type);
        forms = All.SelectMany(stage => stage.Forms).Append(typeof(HumanTaskForm)).Distinct().ToDictionary(form => form.Name);
    }

    /// <summary>The stages, by type.</summary>
    public IReadOnlyList<Stage> All { get; }

    /// <summary>The stage of an activity type; of an added step only what all of them have in common.</summary>
    public Stage this[string type] => byType[type];

    /// <summary>The stage of an activity type, as a definition describes it.</summary>
    public Stage Of(string type, AddedStep? step) => step is null ? byType[type] : new HumanTaskStage(step);

    /// <summary>The stage of a work item.</summary>
    public Stage Of(WorkItem item) => Of(item.StageType, StepOf(item.FormName, item.Prefill));

    /// <summary>The stage of what was submitted.</summary>
    public Stage Of(Submission submission) => Of(submission.StageType, StepOf(submission.FormName, submission.FormJson));

    /// <summary>The stage of an activity in a definition.</summary>
    public Stage Of(StageActivity activity) => Of(activity.Type, activity.Step);

    /// <summary>What a work item's form asks.</summary>
    public FormPlan PlanOf(WorkItem item) => StepOf(item.FormName, item.Prefill) is { } step ? HumanTaskForm.PlanOf(step) : FormPlan.Of(Form(item.FormName));

    /// <summary>The form type of a name.</summary>
    public Type Form(string name) => forms[name];

    /// <summary>What the engine runs: its own activities and every stage.</summary>
    public ActivityRegistry Activities()
    {
        var registry = ActivityRegistry.WithBuiltIns();
        foreach (var stage in All)
            registry.Register(StageActivity.Describe(stage), () => new StageActivity());
        return registry;
    }

    private static AddedStep? StepOf(string formName, string? form) =>
        formName == nameof(HumanTaskForm) && form is not null ? ((HumanTaskForm)FormJsonText.Read(form, typeof(HumanTaskForm))).Step : null;
}
