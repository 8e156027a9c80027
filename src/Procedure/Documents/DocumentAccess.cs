using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Documents;

/// <summary>Need-to-know of documents: that of the case, the wall, and of what is laid before somebody in a work item of his.</summary>
internal static class DocumentAccess
{
    /// <summary>The documents of a case that a person who sees the case may be shown.</summary>
    public static IReadOnlyList<Document> Readable(CaseFile file, string personId)
    {
        var behindWall = CaseAccess.IsBehindWall(file, personId);
        return [.. file.Documents.Where(document => !document.Walled || behindWall || document.PersonId == personId).OrderByDescending(document => document.At)];
    }

    /// <summary>A document that exists for this person, with its case; nothing otherwise.</summary>
    public static async Task<(Document Document, CaseFile File)?> FindAsync(
        string id, Actor actor, AccountabilityDb db, StageCatalog stages, CancellationToken cancellationToken)
    {
        var caseId = await db.Documents.Where(document => document.Id == id).Select(document => document.CaseId).SingleOrDefaultAsync(cancellationToken);
        if (caseId is null)
            return null;
        var file = await CaseFiles.Whole(db).SingleAsync(file => file.Id == caseId, cancellationToken);
        var document = file.Documents.Single(document => document.Id == id);
        return await ExistsForAsync(document, file, actor, db, stages, cancellationToken) ? (document, file) : null;
    }

    private static async Task<bool> ExistsForAsync(
        Document document, CaseFile file, Actor actor, AccountabilityDb db, StageCatalog stages, CancellationToken cancellationToken)
    {
        if (!actor.IsInOffice || file.Concerns(actor.PersonId))
            return false;
        if (document.PersonId == actor.PersonId)
            return true;
        if (Readable(file, actor.PersonId).Contains(document)
            && await db.Cases.Where(CaseAccess.Sees(actor, db)).AnyAsync(known => known.Id == file.Id, cancellationToken))
            return true;
        var open = await db.WorkItems.AsNoTracking().Where(item => item.CaseId == file.Id && item.Status == WorkItemStatus.Open).ToListAsync(cancellationToken);
        return document.StageType is { } type && open.Exists(item => item.IsFor(actor, file) && stages.Of(item).FilesLaidBefore.Contains(type));
    }
}
