using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Workflows.Drafting;

/// <summary>
/// 内部环节: what one drafted and another checked a third publishes; from its day on cases start with it. Running cases stay on the version they started with,
/// and the offices whose steps differ are told.
/// </summary>
/// <param name="Hash">The content that was read.</param>
/// <param name="From">The first day on which cases start with it; null for today.</param>
public sealed record PublishDraft(string Id, string PersonId, string DefinitionId, string Hash, DateOnly? From = null) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => From is { } day ? $"{DefinitionId}|{Hash}|{day:yyyy-MM-dd}" : $"{DefinitionId}|{Hash}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var versions = await scope.Db.Definitions.Where(row => row.DefinitionId == DefinitionId && (row.IsLatest || row.IsPublished)).ToListAsync(cancellationToken);
        if (versions.Find(row => row.IsLatest) is not { } draft)
            return new Answer.NotFound();
        if (!DraftingRights.MayPublish(scope.Actor))
            return DraftingRights.Refuse("MayNotPublish");
        if (draft.IsPublished)
            return new Answer.Done(Path);
        if (draft.Hash != Hash)
            return DraftingRights.Refuse("Changed");
        if (draft.CheckedAt is null)
            return DraftingRights.Refuse(draft.SubmittedAt is null ? "NotSubmitted" : "NotChecked");
        if (draft.DraftedBy.Contains(PersonId) || draft.CheckedBy == PersonId)
            return DraftingRights.Refuse("SamePerson");
        if (From < scope.Today)
            return DraftingRights.Refuse("EffectivePast", $"{From:yyyy-MM-dd}");
        if (DraftFindings.Of(draft.Json, scope.Machinery) is { Count: > 0 } findings)
            return new Answer.Refused(findings);
        var (from, before) = (From ?? scope.Today, versions.InForce(scope.Today));
        // The one in force is used until the day comes; what waited for its own day is replaced before it came.
        foreach (var row in versions.Where(row => row.IsPublished && (row != before || from == scope.Today)))
        {
            row.IsPublished = false;
            row.Revision++;
        }
        (draft.IsPublished, draft.PublishedAt, draft.PublishedBy, draft.EffectiveFrom) = (true, scope.Now, PersonId, from);
        draft.Revision++;
        if (before is not null)
            TellOfChange.Write(scope, before, draft);
        await scope.RecordAdministrationAsync(JsonSerializer.Serialize(new
        {
            definition = DefinitionId, version = draft.Version, draft.Name, draft.Hash, drafters = draft.DraftedBy, @checked = draft.CheckedBy,
            regulation = draft.CheckedAgainst, effectiveFrom = from,
        }, FormJsonText.Options), cancellationToken);
        return new Answer.Done(Path);
    }

    private string Path => $"/definitions/{DefinitionId}";
}
