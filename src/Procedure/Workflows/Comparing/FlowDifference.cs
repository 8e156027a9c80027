namespace WorkflowAccountability.Procedure.Workflows.Comparing;

/// <summary>How the order differs between steps that both versions have. What leads through a step that is new, or led through one that is gone, is told by that step.</summary>
/// <param name="Moved">Steps, by key, that stand elsewhere: without them the order is (more nearly) the same.</param>
/// <param name="Gone">Ways that are no more.</param>
/// <param name="Come">Ways that are new.</param>
internal sealed record FlowDifference(IReadOnlySet<string> Moved, IReadOnlyList<Hop> Gone, IReadOnlyList<Hop> Come)
{
    private const int MostMoved = 12;
    private const int MostTried = 40;

    // A step that is only led to from elsewhere changes two ways; one that was moved leaves a gap closed and another opened.
    private const int WaysOfARedirection = 2;

    private int Count => Gone.Count + Come.Count;

    public static FlowDifference Of(ComparedVersion before, ComparedVersion after)
    {
        var common = before.Steps.Keys.Intersect(after.Steps.Keys).ToHashSet();
        var moved = new HashSet<string>();
        var now = Between(before, after, common, moved);
        while (moved.Count < MostMoved && now.Count > WaysOfARedirection)
        {
            var touched = now.Gone.Concat(now.Come).SelectMany(hop => new[] { hop.From, hop.To }).Select(ComparedVersion.StepOf).Distinct()
                .Where(key => common.Contains(key) && !moved.Contains(key) && before.Steps[key].Activity is not Engine.Activities.Container).Take(MostTried);
            var best = touched.Select(key => (Key: key, Without: Between(before, after, common, [.. moved, key]))).MinBy(tried => tried.Without.Count);
            if (best.Without is null || best.Without.Count + WaysOfARedirection >= now.Count)
                break;
            moved.Add(best.Key);
            now = best.Without;
        }
        return now with { Moved = moved };
    }

    private static FlowDifference Between(ComparedVersion before, ComparedVersion after, HashSet<string> common, HashSet<string> moved)
    {
        bool IsOutside(string key) => !common.Contains(key) || moved.Contains(key);
        bool IsBetween(Hop hop) => Stands(hop.From) && Stands(hop.To);
        bool Stands(string key) => ComparedVersion.IsStart(key) || key == ComparedVersion.End || !IsOutside(ComparedVersion.StepOf(key));
        var (allBefore, allAfter) = (before.Ways(IsOutside), after.Ways(IsOutside));
        return new(moved,
            [.. before.Ways(_ => false).Where(hop => IsBetween(hop) && !allAfter.Contains(hop))],
            [.. after.Ways(_ => false).Where(hop => IsBetween(hop) && !allBefore.Contains(hop))]);
    }
}
