namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>What a branch of the flow knows about the variables that hold yes or no: two bits for each, whether it is known and what it is.</summary>
internal readonly record struct Known(ulong Bits)
{
    public const int Most = 32;

    private uint Which => (uint)(Bits >> 32);

    private uint What => (uint)Bits;

    public bool? this[int variable] => (Which >> variable & 1) == 0 ? null : (What >> variable & 1) == 1;

    public Known With(int variable, bool? value) => value switch
    {
        null => Only(~(1u << variable)),
        true => Of(Which | (1u << variable), What | (1u << variable)),
        false => Of(Which | (1u << variable), What & ~(1u << variable)),
    };

    public Known Only(uint variables) => Of(Which & variables, What & variables);

    /// <summary>What two branches know together; null where they contradict each other, and so never meet.</summary>
    public static Known? Meet(Known one, Known other) =>
        (one.Which & other.Which & (one.What ^ other.What)) != 0 ? null : Of(one.Which | other.Which, one.What | other.What);

    private static Known Of(uint which, uint what) => new(((ulong)which << 32) | what);
}

/// <summary>How knowledge changes from step to step, and where it is worth keeping.</summary>
internal sealed class Knowledge
{
    private const int MostUnknown = 5;

    private readonly FlowNet net;
    private readonly LawOfFlow law;
    private readonly Dictionary<string, int> indexOf;
    private readonly uint[] worth;

    public Knowledge(FlowNet net, Concurrency concurrency, LawOfFlow law)
    {
        (this.net, this.law) = (net, law);
        indexOf = net.Steps.SelectMany(step => step.Choices).SelectMany(choice => choice.Condition.Variables).Distinct()
            .Where(net.Variables.ContainsKey).Take(Known.Most).Select((name, at) => (name, at)).ToDictionary(pair => pair.name, pair => pair.at);
        var writes = net.Steps.Select(step => Written(step).Aggregate(0u, (mask, at) => mask | (1u << at))).ToArray();
        var others = new uint[net.Ways.Count];
        foreach (var step in net.Steps.Where(step => writes[step.Index] != 0))
            foreach (var way in net.In[step.Index].SelectMany(into => concurrency.Beside(into.Index)))
                others[way.Index] |= writes[step.Index];
        worth = WorthKeeping(others);
    }

    public int? IndexOf(string variable) => indexOf.TryGetValue(variable, out var at) ? at : null;

    /// <summary>What is known at the very beginning.</summary>
    public Known First => indexOf.Aggregate(default(Known), (known, pair) => known.With(pair.Value, net.Variables[pair.Key]));

    /// <summary>What of it is worth keeping on a way: what will be asked, and nobody else may have written.</summary>
    public Known On(Way way, Known known) => known.Only(worth[way.Index]);

    /// <summary>Whether a step changes nothing in what is known.</summary>
    public static bool IsKept(Step step) => step is { MayWriteAnything: false, Sets: null, Choices.Count: 0, Bound.Count: 0 };

    /// <summary>What may be known after a step was left by a port; nothing where it cannot be left by it.</summary>
    public IEnumerable<Known> After(Step step, string port, Known before)
    {
        var known = step.MayWriteAnything ? default : before;
        if (step.Sets is { } set && indexOf.TryGetValue(set.Variable, out var at))
            known = known.With(at, set.Value);
        foreach (var (output, variable) in step.Bound)
            if (indexOf.TryGetValue(variable, out var bound) && law.Writes(step, port, output) is var (writes, value) && writes)
                known = known.With(bound, value);
        if (step.Choices.Count == 0)
            return [known];
        IEnumerable<Known> possible = [known];
        foreach (var (taken, condition) in step.Choices)
        {
            if (taken == port)
                return possible.SelectMany(one => Assume(condition, one, holds: true)).Distinct();
            possible = possible.SelectMany(one => Assume(condition, one, holds: false)).ToList();
        }
        return possible.Distinct();
    }

    private IEnumerable<Known> Assume(Condition condition, Known known, bool holds)
    {
        if (Value(condition, known) is { } value)
            return value == holds ? [known] : [];
        var unknown = condition.Variables.Distinct().Where(indexOf.ContainsKey).Select(name => indexOf[name]).Where(at => known[at] is null).ToList();
        if (unknown.Count is 0 or > MostUnknown)
            return [known];
        return Assume(condition, known.With(unknown[0], true), holds).Concat(Assume(condition, known.With(unknown[0], false), holds));
    }

    private bool? Value(Condition condition, Known known) => condition.Of(name => indexOf.TryGetValue(name, out var at) ? known[at] : null);

    private IEnumerable<int> Written(Step step) => step.MayWriteAnything ? indexOf.Values
        : step.Bound.Values.Append(step.Sets?.Variable ?? "").Where(indexOf.ContainsKey).Select(name => indexOf[name]);

    private uint[] WorthKeeping(uint[] others)
    {
        var kept = new uint[net.Ways.Count];
        var asked = net.Steps.Select(step => step.Choices.SelectMany(choice => choice.Condition.Variables).Where(indexOf.ContainsKey)
            .Aggregate(0u, (mask, name) => mask | (1u << indexOf[name]))).ToArray();
        var open = new Queue<int>(net.Ways.Select(way => way.Index).Reverse());
        while (open.TryDequeue(out var at))
        {
            var step = net.Steps[net.Ways[at].To];
            var wanted = asked[step.Index];
            foreach (var next in net.Out[step.Index])
                wanted |= kept[next.Index] & ~Overwritten(step, next.Port);
            wanted &= ~others[at];
            if ((wanted & ~kept[at]) == 0)
                continue;
            kept[at] |= wanted;
            foreach (var earlier in net.In[net.Ways[at].From])
                open.Enqueue(earlier.Index);
        }
        return kept;
    }

    private uint Overwritten(Step step, string port)
    {
        var mask = step.Sets is { } set && indexOf.TryGetValue(set.Variable, out var at) ? 1u << at : 0u;
        foreach (var (output, variable) in step.Bound)
            if (indexOf.TryGetValue(variable, out var bound) && law.Writes(step, port, output).Writes)
                mask |= 1u << bound;
        return mask;
    }
}
