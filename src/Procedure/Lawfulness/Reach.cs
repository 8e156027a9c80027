namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>A token on a way, what its branch knows, and where it came from.</summary>
/// <param name="Way">Where it is; -1 for several that met at a step.</param>
/// <param name="Joins">The joins whose fork was passed since the beginning: one bit each.</param>
internal sealed record Token(int Way, Known Known, ulong Joins, Token? From, Token? Beside, int Depth);

/// <summary>
/// Where a flow can get to from some places while certain outcomes do not happen. A step that gathers is reached when all its branches are, by
/// tokens that can stand side by side.
/// </summary>
internal sealed class Reach
{
    private const int MostKnown = 64;

    private readonly FlowShape shape;
    private readonly Func<Step, string, bool> isBlocked;
    private readonly (int Variable, bool Value)? assumed;
    private readonly Dictionary<(int Way, ulong Joins), List<Token>> tokens = [];
    private readonly List<Token>[] arrived;
    private readonly Dictionary<int, int> gathered = [];
    private readonly HashSet<(int Step, Known, ulong)> left = [];
    private readonly Queue<Token> open = new();

    /// <param name="isBlocked">Outcomes that do not happen.</param>
    /// <param name="assumed">What a variable holds all the while.</param>
    public Reach(FlowShape shape, Func<Step, string, bool> isBlocked, (int Variable, bool Value)? assumed)
    {
        (this.shape, this.isBlocked, this.assumed) = (shape, isBlocked, assumed);
        arrived = new List<Token>[shape.Net.Ways.Count];
    }

    /// <summary>The first token to arrive at each step.</summary>
    public Dictionary<int, Token> Reached { get; } = [];

    public IReadOnlyList<Token> On(Way way) => arrived[way.Index] ?? [];

    /// <summary>Whether anything comes along a way.</summary>
    public bool Uses(Way way) => arrived[way.Index] is not null;

    /// <summary>Begins at a step that is being left.</summary>
    public void Begin(Step step, Known known) => Leave(step, known, 0, null, port: null);

    /// <summary>Begins on a way.</summary>
    /// <param name="isWaiting">Whether the token was there before and has moved nowhere since.</param>
    public void Begin(Way way, Known known, bool isWaiting = false) => Put(way, known, 0, null, isWaiting);

    public void Run()
    {
        while (open.TryDequeue(out var token))
            Arrive(token);
    }

    private void Arrive(Token token)
    {
        var way = shape.Net.Ways[token.Way];
        var step = shape.Net.Steps[way.To];
        if (!shape.IsAwaited(way))
        {
            Enter(step, token);
            return;
        }
        if (gathered.GetValueOrDefault(step.Index) < shape.AwaitedAt(step).Count)
            return;
        IReadOnlyList<Token> met = [token];
        foreach (var other in shape.AwaitedAt(step).Where(other => other.Index != way.Index))
            met = Meet(met, arrived[other.Index] ?? [], shape.JoinBit(step));
        foreach (var one in met)
            Enter(step, one);
    }

    private static List<Token> Meet(IReadOnlyList<Token> some, IReadOnlyList<Token> others, ulong join)
    {
        if (some is [var single] && others is [var lone])
            return (single.Joins & join) == (lone.Joins & join) && Known.Meet(single.Known, lone.Known) is { } both ? [Both(single, lone, both)] : [];
        var met = new Dictionary<(Known, ulong), Token>();
        foreach (var one in some)
            foreach (var other in others)
                if ((one.Joins & join) == (other.Joins & join) && Known.Meet(one.Known, other.Known) is { } known)
                {
                    if (met.Count >= MostKnown)
                        known = default;
                    met.TryAdd((known, one.Joins | other.Joins), Both(one, other, known));
                }
        return [.. met.Values];
    }

    private static Token Both(Token one, Token other, Known known) => one.Depth >= other.Depth
        ? new(-1, known, one.Joins | other.Joins, one, other, one.Depth) : new(-1, known, one.Joins | other.Joins, other, one, other.Depth);

    private void Enter(Step step, Token token)
    {
        var joins = token.Joins | shape.BitsBegunAt(step);
        if (!left.Add((step.Index, token.Known, joins)))
            return;
        Reached.TryAdd(step.Index, token);
        Leave(step, token.Known, joins, token, port: null);
    }

    private void Leave(Step step, Known known, ulong joins, Token? from, string? port)
    {
        foreach (var group in shape.PortsOf(step))
        {
            if ((port is not null && group.Port != port) || isBlocked(step, group.Port))
                continue;
            if (Knowledge.IsKept(step))
                foreach (var way in group.Ways)
                    Put(way, known, joins, from, isWaiting: false);
            else
                foreach (var after in shape.Knowledge.After(step, group.Port, known))
                    foreach (var way in group.Ways)
                        Put(way, after, joins, from, isWaiting: false);
        }
    }

    private void Put(Way way, Known known, ulong joins, Token? from, bool isWaiting)
    {
        if (assumed is { } sure && known[sure.Variable] is { } told && told != sure.Value)
            return;
        known = shape.Knowledge.On(way, known);
        if (assumed is { } always)
            known = known.With(always.Variable, always.Value);
        joins &= shape.BitsOn(way);
        if (!tokens.TryGetValue((way.Index, joins), out var here))
            tokens[(way.Index, joins)] = here = [];
        if (here.Count >= MostKnown)
            known = assumed is { } kept ? default(Known).With(kept.Variable, kept.Value) : default;
        if (here.Exists(token => token.Known == known))
            return;
        var token = new Token(way.Index, known, joins, from, null, (from?.Depth ?? 0) + 1);
        here.Add(token);
        if (arrived[way.Index] is null && shape.IsAwaited(way))
            gathered[way.To] = gathered.GetValueOrDefault(way.To) + 1;
        (arrived[way.Index] ??= []).Add(token);
        if (!isWaiting || shape.IsAwaited(way))
            open.Enqueue(token);
        else
            Leave(shape.Net.Steps[way.To], known, joins | shape.BitsBegunAt(shape.Net.Steps[way.To]), token, port: null);
    }
}
