using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;

namespace WorkflowAccountability.Procedure.Ledgers;

/// <summary>Need-to-know of entries: that of the case and of the wall, and where an entry names another case, that of the other.</summary>
internal static class EntryAccess
{
    /// <summary>The entries that somebody who sees the case may read, newest first.</summary>
    public static async Task<IReadOnlyList<CaseEntry>> ReadableAsync(CaseFile file, Actor actor, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var behindWall = CaseAccess.IsBehindWall(file, actor.PersonId);
        var named = file.Entries.Select(entry => entry.OtherCaseId).OfType<string>().Distinct().ToList();
        var seen = named.Count == 0 ? [] : await db.Cases.Where(CaseAccess.Sees(actor, db)).Where(other => named.Contains(other.Id)).Select(other => other.Id).ToListAsync(cancellationToken);
        return [.. file.Entries.Where(entry => (!entry.Walled || behindWall || entry.PersonId == actor.PersonId) && (entry.OtherCaseId is null || seen.Contains(entry.OtherCaseId)))
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Number)];
    }
}
