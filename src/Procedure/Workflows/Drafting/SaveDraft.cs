using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Workflows.Drafting;

/// <summary>
/// 内部环节: what the designer shows becomes the newest draft; a published version never changes, the draft is a version of its own. Nothing is lost to an
/// old window or an empty drawing, and the same content twice changes nothing.
/// </summary>
public sealed record SaveDraft(string Id, string PersonId, DraftOrder Order) : Command(Id, PersonId)
{
    private const int MostBytes = 5 * 1024 * 1024;

    // The designer saves half a second after every change, and does not wait for the answer to the save before.
    private static readonly TimeSpan onTheWayTogether = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    protected override string Payload => $"{Order.DefinitionId}|{Order.VersionId}|{Order.Seen}|{WorkflowDefinitionVersion.HashOf(Order.Json)}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (!DraftingRights.MayDraft(scope.Actor))
            return DraftingRights.Refuse("MayNotDraft");
        if (Encoding.UTF8.GetByteCount(Order.Json) > MostBytes)
            return DraftingRights.Refuse("TooLarge", MostBytes / 1024 / 1024);
        var latest = Order.DefinitionId is null ? null
            : await scope.Db.Definitions.SingleOrDefaultAsync(row => row.DefinitionId == Order.DefinitionId && row.IsLatest, cancellationToken);
        try
        {
            return await SaveAsync(scope, latest, cancellationToken);
        }
        catch (InvalidWorkflowDefinitionException broken)
        {
            return DraftingRights.Refuse("Broken", FaultWords.All(broken));
        }
    }

    private async Task<Answer> SaveAsync(CommandScope scope, WorkflowDefinitionVersion? latest, CancellationToken cancellationToken)
    {
        if (latest is null && Order.VersionId is not null)
            return DraftingRights.Refuse("Gone");
        if (latest is not null && DefinitionDraft.ChangesNothing(Order.Json, latest.Json, scope.Machinery.Definitions.Activities))
            return Done(latest.DefinitionId);
        if (latest is not null && IsOld(latest, scope))
            return DraftingRights.Refuse("Old", latest.Version, scope.Directory.NameOfPerson(latest.DraftedBy is [.., var last] ? last : ""));
        if (latest is not null && DefinitionDraft.ActivityCount(latest.Json) > 0 && DefinitionDraft.ActivityCount(Order.Json) == 0)
            return DraftingRights.Refuse("Emptied");
        var isNew = latest is null or { IsPublished: true };
        var draft = isNew ? await NextAsync(scope, latest, Order.DefinitionId ?? DerivedId.Of(Id, "definition"), DerivedId.Of(Id, "version"), cancellationToken) : latest!;
        var wasHis = draft.DraftedBy is [.., var before] && before == PersonId;
        Write(draft, DefinitionDraft.Compose(Order.Json, latest?.Json, draft.Id, draft.DefinitionId, draft.Version, draft.CreatedAt), scope);
        // The saves of one person after each other are one piece of work; what is published later is in the log with its hash.
        if (isNew || !wasHis)
            await scope.RecordAdministrationAsync(JsonSerializer.Serialize(
                new { definition = draft.DefinitionId, version = draft.Version, draft.Name, draft.Hash }, FormJsonText.Options), cancellationToken);
        return Done(draft.DefinitionId);
    }

    // Somebody saved since: another version, or another content of this one. What the same window sent a moment before is no stranger's.
    private bool IsOld(WorkflowDefinitionVersion latest, CommandScope scope) =>
        (Order.VersionId is { } version && version != latest.Id)
        || (Order.Seen is { } seen && seen != latest.Hash
            && !(seen == latest.HashBefore && latest.DraftedBy is [.., var last] && last == PersonId && scope.Now - latest.SavedAt < onTheWayTogether));

    /// <summary>A new draft row of a definition, empty yet; what was the newest is so no longer.</summary>
    internal static async Task<WorkflowDefinitionVersion> NextAsync(
        CommandScope scope, WorkflowDefinitionVersion? latest, string definitionId, string id, CancellationToken cancellationToken)
    {
        if (latest is not null)
        {
            latest.IsLatest = false;
            latest.Revision++;
        }
        var last = await scope.Db.Definitions.Where(row => row.DefinitionId == definitionId).MaxAsync(row => (int?)row.Version, cancellationToken) ?? 0;
        var draft = new WorkflowDefinitionVersion
        {
            Id = id, DefinitionId = definitionId, Version = last + 1, Name = "", Json = "", Hash = "", IsLatest = true, CreatedAt = scope.Now,
        };
        scope.Db.Definitions.Add(draft);
        return draft;
    }

    /// <summary>Puts content into a draft; whatever was checked before is to be checked again.</summary>
    internal static void Write(WorkflowDefinitionVersion draft, string json, CommandScope scope)
    {
        using var document = JsonDocument.Parse(json);
        string? Said(string key) => document.RootElement.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        (draft.HashBefore, draft.Hash, draft.Json) = (draft.Hash.Length == 0 ? null : draft.Hash, WorkflowDefinitionVersion.HashOf(json), json);
        (draft.Name, draft.Description) = (Said("name") is { Length: > 0 } name ? name : draft.DefinitionId, Said("description"));
        draft.Drafters = string.Join(',', draft.DraftedBy.Where(person => person != scope.Actor.PersonId).Append(scope.Actor.PersonId));
        draft.SavedAt = scope.Now;
        (draft.SubmittedAt, draft.SubmittedBy, draft.CheckedAt, draft.CheckedBy, draft.CheckedAgainst) = (null, null, null, null, null);
        draft.Revision++;
    }

    private static Answer.Done Done(string definitionId) => new($"/studio/workflows/definitions/{definitionId}/edit");
}
