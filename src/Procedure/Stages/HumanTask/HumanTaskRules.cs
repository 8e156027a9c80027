using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.HumanTask;

/// <summary>What every added step demands of its answers, whatever it asks.</summary>
internal static class HumanTaskRules
{
    /// <summary>The rules for a form that is filled in.</summary>
    public static IEnumerable<Ruling> Of(StageContext context, HumanTaskForm form)
    {
        foreach (var field in form.Step.Fields)
            if (form.Answers[field.Key]?.ToString() is { } answer)
            {
                if (field.Kind is AddedKind.Person)
                    yield return Rule(context.Directory.PostsOf(answer, context.Today).Count > 0, form.Step, "Person", field.Label);
                else if (field.Kind is AddedKind.Unit)
                    yield return Rule(context.Directory.Exists(answer, context.Today), form.Step, "Unit", field.Label);
            }
    }

    private static Ruling Rule(bool isMet, AddedStep step, string key, string label) => Ruling.Require(isMet, step.Citation,
        new Text(typeof(HumanTaskStage), key + ".Reason", label), new Text(typeof(HumanTaskStage), key + ".Remedy", label));
}
