using System.Globalization;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.HumanTask;

namespace WorkflowAccountability.Procedure.Stages;

/// <summary>What the designer says about a stage: its name and its clause, the names of its outcomes, and what may be set.</summary>
internal static class StageTexts
{
    /// <summary>A text under a key of the designer, such as <c>Inputs.role.GOVERNMENT</c>; null where there is none.</summary>
    public static string? Of(Stage stage, string key, CultureInfo culture) => key.Split('.') switch
    {
        ["Name"] => stage.Title.In(culture),
        ["Help"] when stage is HumanTaskStage => Text.Of<HumanTaskStage>("Kind.Help").In(culture),
        ["Help"] => stage.About.Under is { } article ? $"{stage.About.Citation}（{article}）" : stage.About.Citation,
        ["Category"] => Own(stage.About.Citation == Citations.InternalStep ? "Category.Internal" : "Category.Regulation", culture),
        ["Ports", var outcome] => stage.OutcomeName(outcome).In(culture),
        ["Inputs", "role" or "secondRole" or "escalateTo", var code] when Roles.Find(code) is { } role =>
            culture.TwoLetterISOLanguageName == "en" ? role.English : role.Chinese,
        ["Inputs", "deadline", var code] when DeadlineTable.Shipped.Rules.FirstOrDefault(rule => rule.Code == code) is { } rule =>
            $"{code} {(culture.TwoLetterISOLanguageName == "en" ? rule.English : rule.Name)}",
        _ => Own(key, culture),
    };

    private static string? Own(string key, CultureInfo culture) =>
        Text.Exists(typeof(StageTexts), key, culture) ? new Text(typeof(StageTexts), key).In(culture) : null;
}
