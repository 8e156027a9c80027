using WorkflowAccountability.Procedure.Papers;

namespace WorkflowAccountability.Procedure.Disclosure;

/// <summary>内部环节: the cuts that are proposed before anybody has looked: persons by their posts only, their numbers not at all. Whoever prepares the edition decides.</summary>
public static class ProposedCuts
{
    private const string OfAParty = "有关责任人", OfAnother = "有关人员";

    /// <summary>The cuts of a locked report.</summary>
    public static IReadOnlyList<Cut> Of(PaperSheet locked, PaperSource source)
    {
        var text = string.Join('\n', locked.Body.Append(locked.Title));
        var cuts = new List<Cut>();
        foreach (var party in source.File.Parties.Where(party => party.IsPerson))
        {
            var whole = source.Who(party.Id);
            if (whole != party.Name && text.Contains(whole, StringComparison.Ordinal))
                cuts.Add(new Cut(whole, whole[(party.Name.Length + 1)..^1], CutReason.Privacy));
        }
        var parties = source.File.Parties.Where(party => party.IsPerson).Select(party => party.Name).ToHashSet();
        foreach (var name in KnownNames.Of(source).Where(name => Stands(name, text, cuts)))
            cuts.Add(new Cut(name, parties.Contains(name) ? OfAParty : OfAnother, CutReason.Privacy));
        cuts.AddRange(KnownNames.NumbersIn(text).Select(number => new Cut(number, null, CutReason.Privacy)));
        return cuts;
    }

    // Still there after what was cut so far.
    private static bool Stands(string name, string text, List<Cut> cuts) => CutText.Apply(text, cuts).Contains(name, StringComparison.Ordinal);
}
