using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;

namespace WorkflowAccountability.Procedure.Regulation.Book;

/// <summary>A line of the rules that a rule set changes; null where there is none before, or after.</summary>
public sealed record ChangedLine(string Key, string? Before, string? After);

/// <summary>Something in an open case that would follow otherwise.</summary>
/// <param name="MayOpen">Whether the reader sees the case, so that its number is a link.</param>
public sealed record ChangedCase(string CaseId, string Number, bool MayOpen, string Of, string Before, string After);

/// <summary>What a rule set would change: among the rules, and in the open cases.</summary>
public static class RuleSetEffects
{
    private const int Batch = 100;

    /// <summary>The lines that differ on its first day.</summary>
    public static IReadOnlyList<ChangedLine> Lines(RuleKind kind, CaseRules before, CaseRules after, DateOnly day)
    {
        var (old, now) = (ByKey(kind.LinesOn(before, day)), ByKey(kind.LinesOn(after, day)));
        return [.. old.Keys.Union(now.Keys).Select(key => new ChangedLine(key, old.GetValueOrDefault(key), now.GetValueOrDefault(key))).Where(line => line.Before != line.After)];
    }

    /// <summary>
    /// The open cases of which something else would follow if they took it over. Whoever is under inquiry in a case or was recused from it does not find it here;
    /// what lies behind a wall is found by those behind it.
    /// </summary>
    public static async Task<IReadOnlyList<ChangedCase>> CasesAsync(
        AccountabilityDb db, Actor reader, RuleKind kind, Func<CaseRules, CaseRules> put, int? edition, CancellationToken cancellationToken)
    {
        var open = db.Cases.AsNoTracking().Where(file => (file.Status == CaseStatus.Open || file.Status == CaseStatus.Suspended)
            && !file.Exclusions.Any(exclusion => exclusion.PersonId == reader.PersonId) && !file.Parties.Any(party => party.PersonId == reader.PersonId));
        var ids = await kind.Touched(open).OrderBy(file => file.OpenedAt).ThenBy(file => file.Id).Select(file => file.Id).ToListAsync(cancellationToken);
        var seen = (await db.Cases.Where(CaseAccess.Sees(reader, db)).Where(file => ids.Contains(file.Id)).Select(file => file.Id).ToListAsync(cancellationToken)).ToHashSet();
        List<ChangedCase> changed = [];
        foreach (var batch in ids.Chunk(Batch).Select(some => some.ToList()))
            foreach (var file in (await kind.Needed(db).AsNoTracking().Where(file => batch.Contains(file.Id)).ToListAsync(cancellationToken)).OrderBy(file => file.OpenedAt).ThenBy(file => file.Id))
                changed.AddRange(In(file));
        return changed;

        IEnumerable<ChangedCase> In(CaseFile file)
        {
            if (edition is { } bound && (file.RuleEdition >= bound || file.AdoptedRules.Contains(bound)))
                yield break;
            file.Submissions.Sort((one, other) => one.Sequence.CompareTo(other.Sequence));
            foreach (var (old, now) in kind.ResultsIn(file, file.Rules).Zip(kind.ResultsIn(file, put(file.Rules))))
                if (old.Value != now.Value && (!old.Walled || CaseAccess.IsBehindWall(file, reader.PersonId)))
                    yield return new ChangedCase(file.Id, file.Number, seen.Contains(file.Id), old.Of, old.Value, now.Value);
        }
    }

    private static Dictionary<string, string> ByKey(IReadOnlyList<RuleLine> lines) =>
        lines.GroupBy(line => line.Key).ToDictionary(same => same.Key, same => string.Join("；", same.Select(line => line.Words)));
}
