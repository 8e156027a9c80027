namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>Holds a definition against the rules of order: dominance, guards and loops are all asked as "can one get there without?".</summary>
internal sealed class Orders(FlowShape shape, Reach everything)
{
    /// <summary>The first way found for each step that a rule forbids to reach so.</summary>
    public IEnumerable<(OrderRule Rule, Step Step, Token Way)> Broken(OrderRule rule)
    {
        var found = new Dictionary<int, (Step Step, Token Way)>();
        foreach (var from in rule.From)
            foreach (var (step, token) in Broken(rule, from))
                if (!found.TryGetValue(step.Index, out var known) || token.Depth < known.Way.Depth)
                    found[step.Index] = (step, token);
        return found.Values.Select(one => (rule, one.Step, one.Way));
    }

    /// <summary>The way on which everything waits though the rule's stage has not opened; null where it opens at once.</summary>
    public IEnumerable<Step> NotOpened(OpeningRule rule) => Happenings(rule.After)
        .Where(happening => everything.Reached.ContainsKey(happening.Step.Index))
        .Where(happening => MayRest(Net.Out[happening.Step.Index].Where(way => way.Port == happening.Port).ToList(), rule.Opens))
        .Select(happening => happening.Step);

    private FlowNet Net => shape.Net;

    private IEnumerable<(Step Step, Token Way)> Broken(OrderRule rule, string from)
    {
        if (from == LawOfFlow.Start)
            return Run(rule, null, reach => reach.Begin(Net.Steps[0], shape.Knowledge.First));
        return Happenings(from).Where(happening => everything.Reached.ContainsKey(happening.Step.Index))
            .SelectMany(happening => VariablesOf(rule, happening.Step, happening.Port).SelectMany(variable =>
                Run(rule, variable is { } at ? (at, rule.When!.Is) : null, reach => BeginAfter(reach, rule, happening.Step, happening.Port))));
    }

    // While a proviso holds, the variable that carries it says so. Where the outcome itself says so but is bound to nothing, no variable does.
    private IEnumerable<int?> VariablesOf(OrderRule rule, Step step, string port)
    {
        if (rule.When is not { } when)
            return [null];
        if (WrittenBy(rule, step, port) is { } written)
            return written.Value is { } value && value != when.Is ? [] : [step.Bound.TryGetValue(when.Output, out var bound) ? shape.Knowledge.IndexOf(bound) : null];
        var variables = Net.Steps.Where(one => shape.Text.Of(one.ShortType) is not null && one.Bound.ContainsKey(when.Output)).Select(one => one.Bound[when.Output]);
        return variables.Distinct().Select(shape.Knowledge.IndexOf).DefaultIfEmpty(null);
    }

    private WrittenOutput? WrittenBy(OrderRule rule, Step step, string port) =>
        shape.Text.Written.FirstOrDefault(one => one.Stage == step.ShortType && one.Outcome == port && one.Output == rule.When?.Output);

    private List<(Step Step, Token Way)> Run(OrderRule rule, (int, bool)? assumed, Action<Reach> begin)
    {
        var without = rule.Without.Select(Split).ToHashSet();
        if (rule.When is { } when)
            without.UnionWith(shape.Text.Written.Where(one => one.Output == when.Output).Select(one => (one.Stage, one.Outcome)));
        var reach = new Reach(shape, (step, port) => without.Contains((step.ShortType, port)), assumed);
        begin(reach);
        reach.Run();
        return [.. reach.Reached.Where(reached => IsMeant(rule, Net.Steps[reached.Key])).Select(reached => (Net.Steps[reached.Key], reached.Value))];
    }

    // What waits elsewhere at that moment goes on too.
    private void BeginAfter(Reach reach, OrderRule rule, Step step, string port)
    {
        foreach (var way in Net.Out[step.Index].Where(way => way.Port == port))
        {
            foreach (var known in everything.On(way).Select(token => token.Known).Distinct())
                reach.Begin(way, known);
            foreach (var beside in shape.Concurrency.Beside(way.Index).Where(beside => shape.IsAwaited(beside) || Net.Steps[beside.To].Waits))
                if (everything.Uses(beside))
                    reach.Begin(beside, default, isWaiting: true);
        }
    }

    private bool IsMeant(OrderRule rule, Step step) => step.Index == Net.Last ? rule.To.Contains(LawOfFlow.End) : step.IsBeginning && rule.To.Contains(step.ShortType);

    private IEnumerable<(Step Step, string Port)> Happenings(string happening)
    {
        var (type, port) = Split(happening);
        return Net.Steps.Where(step => step.IsBeginning && step.ShortType == type).Select(step => (step, port));
    }

    private static (string Type, string Port) Split(string happening) => happening.Split(':') is [var type, var port] ? (type, port) : (happening, "");

    private bool MayRest(IReadOnlyList<Way> ways, string type)
    {
        var known = ways.SelectMany(everything.On).Select(token => token.Known).Distinct().ToList();
        var answers = new Dictionary<(int, Known), bool>();
        return ways.Count == 0 || known.Exists(one => ways.All(way => Rests(way, one, type, answers)));
    }

    // Branches side by side open what each of them leads to; where somebody or a condition chooses, every choice must lead there.
    private bool Rests(Way way, Known known, string type, Dictionary<(int, Known), bool> answers)
    {
        var step = Net.Steps[way.To];
        if (step.IsBeginning && step.ShortType == type)
            return false;
        if (step.Waits || shape.IsAwaited(way) || Net.Out[step.Index].Length == 0)
            return true;
        known = shape.Knowledge.On(way, known);
        if (answers.TryGetValue((way.Index, known), out var answer))
            return answer;
        answers[(way.Index, known)] = true;
        return answers[(way.Index, known)] = step.LeavesByAll
            ? Net.Out[step.Index].All(next => Rests(next, known, type, answers))
            : shape.PortsOf(step).Any(port => shape.Knowledge.After(step, port.Port, known).Any(after => port.Ways.All(next => Rests(next, after, type, answers))));
    }
}
