using System.Globalization;
using WorkflowAccountability.Procedure.Stages.DetermineCauses;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>A cause under the number by which the matrix refers to it.</summary>
public sealed record NumberedCause(string Number, Cause Cause);

public sealed partial class CaseFile
{
    /// <summary>
    /// 第九条第（二）项: the newest causes, each under the number that it got when it was first written down; a number that a cause once had is given to no other.
    /// Causes that carry none, as all of them before numbers were kept, are numbered by their places from 1.
    /// </summary>
    public IReadOnlyList<NumberedCause> NumberedCauses()
    {
        IReadOnlyList<NumberedCause> newest = [];
        var highest = 0;
        foreach (var draft in All<DetermineCausesForm>())
            newest = Numbered(draft.Causes, ref highest);
        return newest;
    }

    private static List<NumberedCause> Numbered(List<Cause> causes, ref int highest)
    {
        var carried = causes.Select(cause => int.TryParse(cause.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : (int?)null).ToList();
        var given = new HashSet<int>();
        List<NumberedCause> numbered = [];
        highest = Math.Max(highest, carried.Max() ?? 0);
        for (var at = 0; at < causes.Count; at++)
        {
            var number = carried.TrueForAll(known => known is null) ? at + 1 : carried[at] is { } kept && given.Add(kept) ? kept : highest + 1;
            highest = Math.Max(highest, number);
            numbered.Add(new NumberedCause(number.ToString(CultureInfo.InvariantCulture), causes[at]));
        }
        return numbered;
    }
}
