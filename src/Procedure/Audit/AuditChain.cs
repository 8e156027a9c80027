using Microsoft.EntityFrameworkCore;

namespace WorkflowAccountability.Procedure.Audit;

/// <summary>The chains of the audit, recomputed from what the rows hold.</summary>
public static class AuditChain
{
    /// <summary>Where the chain of one case is broken: a missing number, a hash that is not the content's, a link to another entry, a cut end.</summary>
    /// <param name="entries">All entries of the case, in the order of their sequence.</param>
    /// <param name="version">The case's version: the sequence of its last entry.</param>
    public static IEnumerable<string> Faults(IReadOnlyList<AuditEntry> entries, long version)
    {
        var faults = LinkFaults(entries.Select(entry => (entry.Sequence, entry.PreviousHash, entry.Hash, Due: entry.ComputeHash())));
        return entries.Count == version ? faults : faults.Append($"audit: {entries.Count} entries for the case's version {version}.");
    }

    /// <summary>Recomputes every chain of a database: a case at a time, then what administrators did.</summary>
    public static async Task<AuditReport> VerifyAsync(AccountabilityDb db, CancellationToken cancellationToken)
    {
        var versions = await db.Cases.AsNoTracking().Select(file => new { file.Id, file.Number, file.Version }).ToDictionaryAsync(file => file.Id, cancellationToken);
        var faults = new List<string>();
        var count = 0L;
        foreach (var caseId in versions.Keys.Union(await db.Audit.Select(entry => entry.CaseId).Distinct().ToListAsync(cancellationToken)).Order(StringComparer.Ordinal))
        {
            var entries = await db.Audit.AsNoTracking().Where(entry => entry.CaseId == caseId).OrderBy(entry => entry.Sequence).ToListAsync(cancellationToken);
            count += entries.Count;
            var wrong = versions.TryGetValue(caseId, out var file) ? Faults(entries, file.Version) : ["audit: entries of a case that is not there."];
            if (wrong.FirstOrDefault() is { } first)
                faults.Add($"case {caseId} {file?.Number}: {first}");
        }
        var administration = await db.Administration.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync(cancellationToken);
        if (LinkFaults(administration.Select(entry => (entry.Sequence, entry.PreviousHash, entry.Hash, Due: entry.ComputeHash()))).FirstOrDefault() is { } broken)
            faults.Add($"administration: {broken}");
        return new AuditReport(versions.Count, count, administration.Count, faults);
    }

    private static IEnumerable<string> LinkFaults(IEnumerable<(long Sequence, string PreviousHash, string Hash, string Due)> entries)
    {
        var (previous, due) = (ChainHash.None, 1L);
        foreach (var entry in entries)
        {
            if (entry.Sequence != due++)
                yield return $"audit {entry.Sequence}: stands where {due - 1} is due.";
            if (entry.PreviousHash != previous)
                yield return $"audit {entry.Sequence}: does not follow the entry before it.";
            if (entry.Hash != entry.Due)
                yield return $"audit {entry.Sequence}: its hash is not that of its content.";
            previous = entry.Hash;
        }
    }
}

/// <summary>What a verification found.</summary>
/// <param name="Faults">The first fault of each broken chain; empty when all are whole.</param>
public sealed record AuditReport(int Cases, long Entries, int AdministrativeEntries, IReadOnlyList<string> Faults);
