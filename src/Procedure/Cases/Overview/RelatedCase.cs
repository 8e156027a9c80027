using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Ledgers.Life;

namespace WorkflowAccountability.Procedure.Cases.Overview;

/// <summary>How another case belongs to this one.</summary>
public enum Kinship
{
    /// <summary>The same matter, told twice.</summary>
    Duplicate,

    /// <summary>A matter that belongs together with it.</summary>
    Link,

    /// <summary>In it this one goes on.</summary>
    MergedInto,

    /// <summary>It goes on in this one.</summary>
    Received,

    /// <summary>Some parties of this one are inquired into in it.</summary>
    SplitInto,

    /// <summary>This one was made of some of its parties.</summary>
    SplitFrom,
}

/// <summary>Another case that belongs to this one, and that the reader sees.</summary>
public sealed record RelatedCase(string Id, string Number, string Title, Kinship How)
{
    /// <summary>The related cases that exist for a person, by number.</summary>
    internal static async Task<IReadOnlyList<RelatedCase>> OfAsync(CaseFile file, Actor actor, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var kin = new List<(string Id, Kinship How)>();
        foreach (var entry in await db.Set<CaseEntry>().AsNoTracking().Where(entry => entry.OtherCaseId != null && (entry.CaseId == file.Id || entry.OtherCaseId == file.Id)).ToListAsync(cancellationToken))
            kin.Add((entry.CaseId == file.Id ? entry.OtherCaseId! : entry.CaseId,
                entry.Read<LinkCaseForm>().Relation is CaseRelation.Duplicate ? Kinship.Duplicate : Kinship.Link));
        if (file.MergedInto is { } leading)
            kin.Add((leading, Kinship.MergedInto));
        kin.AddRange(file.Parties.Select(party => party.SplitInto).OfType<string>().Select(id => (id, Kinship.SplitInto)));
        kin.AddRange((await db.Cases.Where(other => other.MergedInto == file.Id).Select(other => other.Id).ToListAsync(cancellationToken)).Select(id => (id, Kinship.Received)));
        kin.AddRange((await db.Cases.Where(other => other.Parties.Any(party => party.SplitInto == file.Id)).Select(other => other.Id).ToListAsync(cancellationToken))
            .Select(id => (id, Kinship.SplitFrom)));
        if (kin.Count == 0)
            return [];
        var ids = kin.Select(other => other.Id).ToList();
        var seen = await db.Cases.AsNoTracking().Where(CaseAccess.Sees(actor, db)).Where(other => ids.Contains(other.Id)).Select(other => new { other.Id, other.Number, other.Title })
            .ToDictionaryAsync(other => other.Id, cancellationToken);
        return [.. kin.Distinct().Where(other => seen.ContainsKey(other.Id)).Select(other => new RelatedCase(other.Id, seen[other.Id].Number, seen[other.Id].Title, other.How))
            .OrderBy(other => other.Number, StringComparer.Ordinal)];
    }
}
