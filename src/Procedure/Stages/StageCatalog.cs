using WorkflowAccountability.Engine.Activities;

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
        forms = All.SelectMany(stage => stage.Forms).Distinct().ToDictionary(form => form.Name);
    }

    /// <summary>The stages, by type.</summary>
    public IReadOnlyList<Stage> All { get; }

    /// <summary>The stage of an activity type.</summary>
    public Stage this[string type] => byType[type];

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
}
