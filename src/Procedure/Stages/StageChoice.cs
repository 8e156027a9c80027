using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.HumanTask;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Stages;

/// <summary>A stage as filters and proxies name it: an activity type, or of the steps that administrators added the one of a title.</summary>
/// <param name="Type">The activity type.</param>
/// <param name="Title">The title of an added step; null for all items of the type.</param>
public sealed record StageChoice(string Type, string? Title)
{
    /// <summary>The longest key: the type of an added step, the mark between, and the longest title.</summary>
    public const int LongestKey = 128;

    private const char Between = ':';

    /// <summary>How addresses and rows write it.</summary>
    public string Key => Title is null ? Type : $"{Type}{Between}{Title}";

    /// <summary>Reads a key; a type has no mark in it.</summary>
    public static StageChoice Of(string key) => key.Split(Between, 2) is [var type, var title] ? new(type, title) : new(key, null);

    /// <summary>The step of a title.</summary>
    public static StageChoice OfAdded(string title) => new(HumanTaskStage.TypeName, title);

    /// <summary>Whether the item is one of it.</summary>
    public bool Holds(WorkItem item) => item.StageType == Type && (Title is null || item.Title == Title);

    /// <summary>Whether an item may be one of both.</summary>
    public bool Meets(StageChoice other) => Type == other.Type && (Title is null || other.Title is null || Title == other.Title);

    /// <summary>Its name for people; an added step's own, as its author wrote it.</summary>
    public string NameIn(StageCatalog stages) => Title ?? stages.All.FirstOrDefault(stage => stage.About.Type == Type)?.Title.ToString() ?? Type;

    /// <summary>Its name in a list of all stages, in which added steps stand behind what they have in common.</summary>
    public string LineIn(StageCatalog stages) => Title is null ? NameIn(stages) : Text.Of<HumanTaskStage>("Kind.One", Title).ToString();

    /// <summary>The stages of the regulation by type, each added step behind what all of them have in common.</summary>
    public static IReadOnlyList<StageChoice> Among(IEnumerable<Stage> stages, IEnumerable<string> added) =>
        [.. stages.SelectMany(stage => stage is HumanTaskStage ? [new StageChoice(HumanTaskStage.TypeName, null), .. added.Order(StringComparer.Ordinal).Select(OfAdded)]
            : (StageChoice[])[new(stage.About.Type, null)])];
}
