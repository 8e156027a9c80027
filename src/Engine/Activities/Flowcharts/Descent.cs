using System.Numerics;

namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>Where a token comes from: one time that an activity split a token, and the branches of that split which are united in this
/// one.</summary>
/// <param name="Fork">The id of the activity that split.</param>
/// <param name="Activation">The how-manieth split of that activity in this execution of the flowchart.</param>
/// <param name="Branches">One bit for each branch.</param>
/// <param name="Of">How many branches there are.</param>
internal sealed record Descent(string Fork, int Activation, ulong Branches, int Of)
{
    public const int MostBranches = 64;

    public static Descent Branch(string fork, int activation, int branch, int of) => new(fork, activation, 1UL << branch, of);

    private bool IsComplete => BitOperations.PopCount(Branches) == Of;

    private bool IsSameSplit(Descent other) => Fork == other.Fork && Activation == other.Activation;

    private bool IsSiblingOf(Descent other) => IsSameSplit(other) && (Branches & other.Branches) == 0;

    /// <summary>Whether two tokens are different branches of one split.</summary>
    public static bool AreSiblings(IEnumerable<Descent> one, IEnumerable<Descent> other) =>
        one.Any(mine => other.Any(mine.IsSiblingOf));

    /// <summary>The lineage of the token that several become: their splits in order, the branches of each united; a split that is whole
    /// again is forgotten.</summary>
    public static IReadOnlyList<Descent> Unite(IEnumerable<IReadOnlyList<Descent>> lineages)
    {
        var united = new List<Descent>();
        foreach (var descent in lineages.SelectMany(lineage => lineage))
        {
            var known = united.FindIndex(descent.IsSameSplit);
            if (known < 0)
                united.Add(descent);
            else
                united[known] = descent with { Branches = descent.Branches | united[known].Branches };
        }
        united.RemoveAll(descent => descent.IsComplete);
        return united;
    }

    /// <summary>Whether something with this lineage descends from that split.</summary>
    public bool IsIn(IEnumerable<Descent> lineage) => lineage.Any(IsSameSplit);
}
