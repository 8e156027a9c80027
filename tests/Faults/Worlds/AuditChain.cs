using WorkflowAccountability.Procedure.Audit;

namespace WorkflowAccountability.Faults.Worlds;

/// <summary>The audit of one case, recomputed.</summary>
public static class AuditChain
{
    /// <summary>Where the chain is broken: a missing number, a hash that is not the content's, a link to another entry, a cut end.</summary>
    /// <param name="entries">All entries of the case, in the order of their sequence.</param>
    /// <param name="version">The case's version: the sequence of its last entry.</param>
    public static IEnumerable<string> Faults(IReadOnlyList<AuditEntry> entries, long version)
    {
        var previous = new string('0', 64);
        for (var index = 0; index < entries.Count; index++)
        {
            var entry = entries[index];
            if (entry.Sequence != index + 1)
                yield return $"audit {entry.Sequence}: stands where {index + 1} is due.";
            if (entry.PreviousHash != previous)
                yield return $"audit {entry.Sequence}: does not follow the entry before it.";
            if (entry.Hash != entry.ComputeHash())
                yield return $"audit {entry.Sequence}: its hash is not that of its content.";
            previous = entry.Hash;
        }
        if (entries.Count != version)
            yield return $"audit: {entries.Count} entries for the case's version {version}.";
    }
}
