using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Drafts;

/// <summary>What became of a text that was to be kept.</summary>
/// <param name="Revision">What the window knows from now on.</param>
/// <param name="IsSecond">Whether another window had saved something else, so that this text lies beside it.</param>
public sealed record Kept(long Revision, bool IsSecond, DateTimeOffset At);

/// <summary>How drafts are kept and found again. A draft is no change of a case: it has no audit, and nobody but its author ever sees it.</summary>
public static class DraftShelf
{
    /// <summary>Somebody's draft of an item; null where he has none. Ask first whether the item is his to do.</summary>
    public static Task<Draft?> FindAsync(AccountabilityDb db, string workItemId, string personId, CancellationToken cancellationToken) =>
        db.Drafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.WorkItemId == workItemId && draft.PersonId == personId, cancellationToken);

    /// <summary>The fields of a kept text.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(string fields) =>
        [.. JsonSerializer.Deserialize<Dictionary<string, string>>(fields, FormJsonText.Options)!];

    /// <summary>Keeps a text. One that was typed without knowledge of the newest revision is kept beside it: nothing typed replaces anything unseen.</summary>
    public static async Task<Kept> KeepAsync(
        AccountabilityDb db, Draft typed, CancellationToken cancellationToken)
    {
        var mine = db.Drafts.Where(draft => draft.WorkItemId == typed.WorkItemId && draft.PersonId == typed.PersonId);
        var known = typed.Revision;
        if (known > 0 && await mine.Where(draft => draft.Revision == known).ExecuteUpdateAsync(set => set
                .SetProperty(draft => draft.Fields, typed.Fields).SetProperty(draft => draft.SavedAt, typed.SavedAt)
                .SetProperty(draft => draft.Revision, known + 1), cancellationToken) == 1)
            return new Kept(known + 1, IsSecond: false, typed.SavedAt);
        if (await mine.Select(draft => new { draft.Revision, draft.Fields }).SingleOrDefaultAsync(cancellationToken) is not { } stored)
            return await FirstAsync(db, typed, cancellationToken);
        if (stored.Fields == typed.Fields)
            return new Kept(stored.Revision, IsSecond: false, typed.SavedAt);

        await mine.ExecuteUpdateAsync(set => set.SetProperty(draft => draft.OtherFields, typed.Fields)
            .SetProperty(draft => draft.OtherSavedAt, typed.SavedAt), cancellationToken);
        return new Kept(known, IsSecond: true, typed.SavedAt);
    }

    /// <summary>Goes on with the second window's text; the first lies beside it from now on.</summary>
    public static async Task ExchangeAsync(AccountabilityDb db, string workItemId, string personId, CancellationToken cancellationToken)
    {
        var draft = await db.Drafts.AsTracking().SingleOrDefaultAsync(
            draft => draft.WorkItemId == workItemId && draft.PersonId == personId, cancellationToken);
        if (draft?.OtherFields is not { } other || draft.OtherSavedAt is not { } savedAt)
            return;
        (draft.OtherFields, draft.OtherSavedAt, draft.Fields, draft.SavedAt) = (draft.Fields, draft.SavedAt, other, savedAt);
        draft.Revision++;
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task<Kept> FirstAsync(AccountabilityDb db, Draft typed, CancellationToken cancellationToken)
    {
        typed.Revision = 1;
        db.Drafts.Add(typed);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new Kept(1, IsSecond: false, typed.SavedAt);
        }
        catch (Exception exception) when (db.IsPassing(exception))
        {
            // Two windows saved for the first time at the same moment.
            db.ChangeTracker.Clear();
            typed.Revision = 0;
            return await KeepAsync(db, typed, cancellationToken);
        }
    }
}
