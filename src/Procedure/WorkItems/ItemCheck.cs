using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>What is still wrong with a form as it is typed, and what submitting it now would do.</summary>
/// <param name="Missing">Fields that are empty or cannot be read.</param>
/// <param name="Refusals">The rules that would refuse it.</param>
/// <param name="Effects">In words, what would happen; empty while something is missing or refused.</param>
public sealed record ItemCheck(IReadOnlyList<FieldError> Missing, IReadOnlyList<Ruling> Refusals, IReadOnlyList<string> Effects)
{
    /// <summary>How many things stand between the form and its submission.</summary>
    public int Count => Missing.Count + Refusals.Count;

    internal static async Task<ItemCheck> OfAsync(
        WorkItem item, CaseFile file, Viewer viewer, IReadOnlyList<KeyValuePair<string, string>> fields, string commandId, StageCatalog stages,
        CommandRunner commands, CancellationToken cancellationToken)
    {
        var binding = FormBinder.Bind(stages.PlanOf(item), fields);
        if (binding.Form is null)
            return new ItemCheck(binding.Errors, [], []);
        var rehearsal = await commands.RehearseAsync(
            new CompleteWorkItem(commandId, viewer.Actor.PersonId, item.CaseId, item.Id, item.Version, binding.Form), cancellationToken);
        return rehearsal.Answer switch
        {
            Answer.Refused refused => new ItemCheck([], refused.Rulings, []),
            Answer.Done => new ItemCheck([], [], EffectsOf(rehearsal, item, file, viewer, stages)),
            _ => new ItemCheck([], [], []),
        };
    }

    /// <summary>What a rehearsed command would open, let lapse and close, as far as the viewer may know.</summary>
    internal static List<string> EffectsOf(Rehearsal rehearsal, WorkItem item, CaseFile file, Viewer viewer, StageCatalog stages)
    {
        var effects = new List<string>();
        var today = BeijingTime.DayOf(viewer.Now);
        var opens = rehearsal.Opens.Where(MayKnow).ToList();
        effects.AddRange(opens.Select(open => Text.Of<SheetTexts>("Next.Opens", Holder.Of(open, viewer.Directory, today), Act(open)).ToString()));
        effects.AddRange(rehearsal.Lapses.Where(MayKnow)
            .Select(lapse => Text.Of<SheetTexts>("Next.Lapses", Holder.Of(lapse, viewer.Directory, today), Act(lapse)).ToString()));
        if (rehearsal.ClosesCase)
            effects.Add(Text.Of<SheetTexts>("Next.Closes").ToString());
        else if (opens.Count == 0)
            effects.Add(Text.Of<SheetTexts>(item.Walled && rehearsal.Opens.Count > 0 ? "Next.BehindWall" : "Next.Waits").ToString());
        return effects;

        bool MayKnow(WorkItem other) =>
            !other.Walled || other.IsFor(viewer.Actor, file) || CaseAccess.IsBehindWall(file, viewer.Actor.PersonId);

        string Act(WorkItem other) => stages.Of(other).ActOf(other);
    }
}
