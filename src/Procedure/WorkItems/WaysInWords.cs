using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Workflows;

namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>What submitting an item may lead to, in words: every outcome with the step and the office that it opens.</summary>
public static class WaysInWords
{
    private const int MostConditional = 4, MostNamed = 3;

    /// <summary>A line for each way; what a condition decides is said to depend on it.</summary>
    public static IReadOnlyList<string> Of(WorkItemSheet sheet, StageCatalog stages)
    {
        var lines = new List<string>();
        if (sheet.Stage.StepsAfter(sheet.Item.Seat) is { Count: > 0 } seats)
            lines.Add(T("Next.InStage", string.Join("、", seats)));
        foreach (var way in sheet.Ways)
        {
            var where = Where(way, sheet, stages);
            lines.Add(sheet.Ways.Count == 1 && lines.Count == 0 ? where : T("Next.Way", sheet.Stage.OutcomeName(way.Outcome), where));
        }
        return lines.Count > 0 ? lines : [T("Next.Waits")];
    }

    private static string Where(WayOn way, WorkItemSheet sheet, StageCatalog stages)
    {
        var parts = new List<string>();
        parts.AddRange(way.To.Where(to => !to.Depends && !to.Waits).Select(to => Named(to, sheet, stages)));
        if (Joined(way.To.Where(to => !to.Depends && to.Waits)) is { } whenAll)
            parts.Add(T("Next.WhenAll", whenAll));
        var conditional = way.To.Where(to => to.Depends).ToList();
        if (conditional.Count > MostConditional)
            parts.Add(Several([.. conditional.Select(to => stages.Of(to.StageType, to.Step).Title.ToString()).Distinct()]));
        else if (Joined(conditional) is { } maybe)
            parts.Add(T("Next.Maybe", maybe));
        if (way.Ends && parts.Count == 0)
            parts.Add(T("Next.End"));
        return parts.Count > 0 ? string.Join("；", parts) : T("Next.Parallel");

        string? Joined(IEnumerable<Destination> to) => string.Join("、", to.Select(each => Named(each, sheet, stages))) is { Length: > 0 } named ? named : null;
    }

    private static string Several(IReadOnlyList<string> titles) =>
        titles.Count <= MostNamed ? T("Next.Maybe", string.Join("、", titles)) : T("Next.Several", string.Join("、", titles.Take(MostNamed)), titles.Count);

    private static string Named(Destination to, WorkItemSheet sheet, StageCatalog stages)
    {
        var stage = stages.Of(to.StageType, to.Step);
        var who = stage.DoneBy?.ToString() ?? (to.Key is null ? null : Holder.OfKey(to.Key, sheet.Viewer.Directory, sheet.Today));
        return who is null ? stage.Title.ToString() : T("Next.Who", stage.Title, who);
    }

    private static string T(string key, params object?[] arguments) => Text.Of<SheetTexts>(key, arguments).ToString();
}
