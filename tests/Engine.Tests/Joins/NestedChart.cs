using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Engine.Tests.Joins;

/// <summary>A random chart of blocks within blocks: a wait, one block after another, blocks side by side between fork and join, a block
/// that may be repeated.</summary>
internal sealed class NestedChart
{
    private readonly List<object> parts = [];
    private readonly Tape tape;
    private int count;

    public NestedChart(Tape tape)
    {
        this.tape = tape;
        Block(depth: 0);
        Definition = Chart.Of([.. parts]);
    }

    public WorkflowDefinition Definition { get; }

    public HashSet<string> Loops { get; } = [];

    public Dictionary<string, string> Forks { get; } = [];

    private (string First, string Last) Block(int depth) => (depth < 4 ? tape.Next(4) : 0) switch
    {
        1 => Series(Block(depth + 1), Block(depth + 1)),
        2 => Parallel(depth),
        3 => Loop(Block(depth + 1)),
        _ => Single("w", "Test.Wait"),
    };

    private (string First, string Last) Single(string prefix, string type)
    {
        var id = $"{prefix}{++count}";
        parts.Add($"{id}:{type}");
        return (id, id);
    }

    private (string First, string Last) Series((string First, string Last) one, (string First, string Last) other)
    {
        parts.Add($"{one.Last} -> {other.First}");
        return (one.First, other.Last);
    }

    private (string First, string Last) Parallel(int depth)
    {
        var (fork, _) = Single("f", "Elsa.WriteLine");
        var join = $"j{++count}";
        parts.Add(Chart.Join(join));
        for (var branches = 2 + tape.Next(2); branches > 0; branches--)
        {
            var (first, last) = Block(depth + 1);
            parts.AddRange([$"{fork} -> {first}", $"{last} -> {join}"]);
        }
        Forks[fork] = join;
        return (fork, join);
    }

    private (string First, string Last) Loop((string First, string Last) body)
    {
        var (check, _) = Single("c", "Test.Wait");
        parts.AddRange([$"{body.Last} -> {check}", $"{check}.Returned -> {body.First}"]);
        Loops.Add(check);
        return (body.First, check);
    }
}
