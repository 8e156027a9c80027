namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>Whether a join may be left waiting: one of its branches stands there, everything else has come to rest, and another branch never comes.</summary>
internal sealed class Starvation
{
    private readonly FlowShape shape;
    private readonly Reach everything;
    private readonly int[] portOf;
    private readonly int[] portSizes;
    private readonly Way[] openWays;
    private readonly int[] circleOf;

    public Starvation(FlowShape shape, Reach everything)
    {
        (this.shape, this.everything) = (shape, everything);
        portOf = PortsByWay(shape, out portSizes);
        openWays = [.. shape.Net.Ways.Where(way => way.IsOpen)];
        circleOf = Circles.Of(shape.Net);
    }

    /// <summary>The first branch for which the join may wait in vain; null where none.</summary>
    public Way? Of(Step join)
    {
        var awaited = shape.AwaitedAt(join);
        return awaited.Count < 2 ? null : awaited.FirstOrDefault(missing => MayRestWithout(join, awaited, missing)) ?? NotEnteredAgain(join, awaited);
    }

    // Once it was passed, a way back into some of its branches leaves it waiting for the others; and one that enters each of them by itself, instead of
    // from where they begin, takes back with the second what it began with the first.
    private Way? NotEnteredAgain(Step join, IReadOnlyList<Way> awaited)
    {
        if (awaited.All(way => circleOf[way.From] != circleOf[join.Index]))
            return null;
        var seen = new HashSet<int> { shape.Net.Dominators.Nearest(join.Index) };
        var passed = new bool[shape.Net.Ways.Count];
        var open = new Stack<Way>(shape.Net.Out[join.Index]);
        while (open.TryPop(out var way))
            if (everything.Uses(way) && !passed[way.Index])
            {
                passed[way.Index] = true;
                if (seen.Add(way.To))
                    foreach (var next in shape.Net.Out[way.To])
                        open.Push(next);
            }
        return awaited.Any(way => passed[way.Index]) ? awaited.FirstOrDefault(way => !passed[way.Index]) ?? awaited[^1] : null;
    }

    // From where its branches begin, and from where it was passed already.
    private bool MayRestWithout(Step join, IReadOnlyList<Way> awaited, Way missing)
    {
        var resting = Resting(join, awaited, missing);
        var standing = awaited.Where(way => way.Index != missing.Index && everything.Uses(way)).Select(way => way.Index).ToHashSet();
        return Stands(shape.Net.Dominators.Nearest(join.Index)) || Stands(join.Index);

        bool Stands(int root) => shape.PortsOf(shape.Net.Steps[root]) is var ports && (shape.Net.Steps[root].LeavesByAll
            ? ports.All(port => port.Ways.All(way => resting[way.Index])) && ports.SelectMany(port => port.Ways).Any(way => LeadsToStanding(way, resting, standing))
            : ports.Any(port => port.Ways.All(way => resting[way.Index]) && port.Ways.Any(way => LeadsToStanding(way, resting, standing))));
    }

    // Ways whose token can come to rest without the missing branch, and without an end that cancels the join.
    private bool[] Resting(Step join, IReadOnlyList<Way> awaited, Way missing)
    {
        var resting = new bool[shape.Net.Ways.Count];
        var left = (int[])portSizes.Clone();
        var open = new Queue<Way>(awaited.Concat(openWays).Where(way => way.Index != missing.Index && !Cancels(way, join) && everything.Uses(way)));
        while (open.TryDequeue(out var way))
        {
            if (resting[way.Index])
                continue;
            resting[way.Index] = true;
            if (--left[portOf[way.Index]] > 0)
                continue;
            foreach (var earlier in shape.Net.In[way.From].Where(earlier => earlier.Index != missing.Index && !Cancels(earlier, join) && way.From != join.Index && everything.Uses(earlier)))
                open.Enqueue(earlier);
        }
        return resting;
    }

    private bool Cancels(Way way, Step join) => way.Ends >= 0 && shape.Net.IsInside(join, way.Ends);

    private bool LeadsToStanding(Way from, bool[] resting, HashSet<int> standing)
    {
        var seen = new HashSet<int> { from.Index };
        var open = new Stack<Way>([from]);
        while (open.TryPop(out var way))
        {
            if (standing.Contains(way.Index))
                return true;
            foreach (var next in shape.PortsOf(shape.Net.Steps[way.To]).Where(port => port.Ways.All(one => resting[one.Index])).SelectMany(port => port.Ways))
                if (seen.Add(next.Index))
                    open.Push(next);
        }
        return false;
    }

    // A port is all that is taken together: a fork has one, any other step one for each outcome.
    private static int[] PortsByWay(FlowShape shape, out int[] sizes)
    {
        var (byWay, counts) = (new int[shape.Net.Ways.Count], new List<int>());
        foreach (var step in shape.Net.Steps)
            foreach (var ways in step.LeavesByAll ? [shape.Net.Out[step.Index]] : shape.PortsOf(step).Select(port => port.Ways))
            {
                foreach (var way in ways)
                    byWay[way.Index] = counts.Count;
                counts.Add(ways.Length);
            }
        sizes = [.. counts];
        return byWay;
    }
}
