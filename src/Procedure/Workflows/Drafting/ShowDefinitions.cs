using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Workflows.Drafting;

/// <summary>
/// 流程管理: the workflows with their versions, who drafted, checked and published each, and what is to be done next. Drafting by export, edit elsewhere and import
/// works here without the designer and without script.
/// </summary>
internal static class ShowDefinitions
{
    private const int MostFiles = 5;

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/definitions", ListAsync);
        site.MapGet("/definitions/{id}", OneAsync);
        site.MapGet("/definitions/{id}/export", ExportAsync);
        site.MapPost("/definitions/import", ImportAsync);
        site.MapPost("/definitions/{id}/submit", (string id, IFormCollection posted, Viewer viewer, CommandRunner commands, CancellationToken cancellationToken) =>
            DoAsync(posted, viewer, commands, (command, hash) => new SubmitDraft(command, viewer.Actor.PersonId, id, hash), cancellationToken));
        site.MapPost("/definitions/{id}/check", (string id, IFormCollection posted, Viewer viewer, CommandRunner commands, CancellationToken cancellationToken) =>
            DoAsync(posted, viewer, commands, (command, hash) => new CheckDraft(
                command, viewer.Actor.PersonId, id, hash, posted["Answer"] == "in-order", posted["Opinion"].ToString().Trim()), cancellationToken));
        site.MapPost("/definitions/{id}/publish", (string id, IFormCollection posted, Viewer viewer, CommandRunner commands, CancellationToken cancellationToken) =>
            DoAsync(posted, viewer, commands, (command, hash) => new PublishDraft(command, viewer.Actor.PersonId, id, hash,
                DateOnly.TryParseExact(posted["From"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) ? from : null), cancellationToken));
        site.MapPost("/definitions/{id}/revert", (string id, IFormCollection posted, Viewer viewer, CommandRunner commands, CancellationToken cancellationToken) =>
            DoAsync(posted, viewer, commands, (command, _) => new RevertDefinition(
                command, viewer.Actor.PersonId, id, int.TryParse(posted["Number"], out var number) ? number : 0), cancellationToken));
    }

    private static async Task<IResult> ListAsync(Viewer viewer, AccountabilityDb db, Machinery machinery, CancellationToken cancellationToken)
    {
        if (!DraftingRights.MayView(viewer.Actor))
            return Pages.NotFound(viewer.Actor);
        var lines = await LinesAsync(db, viewer, definitionId: null, cancellationToken);
        var drafts = lines.Where(line => line is { Row.IsLatest: true, State: DefinitionState.Draft or DefinitionState.Submitted or DefinitionState.Checked }).Select(line => line.Row.Id).ToList();
        var contents = await db.Definitions.Where(row => drafts.Contains(row.Id)).Select(row => new { row.Id, row.Json }).ToListAsync(cancellationToken);
        return Pages.Page<DefinitionsPage>(new
        {
            Viewer = viewer.Actor, Workflows = lines.GroupBy(line => line.Row.DefinitionId).Select(lines => (IReadOnlyList<VersionLine>)[.. lines]).ToList(),
            Findings = contents.ToDictionary(draft => draft.Id, draft => DraftFindings.Of(draft.Json, machinery).Count),
        });
    }

    private static async Task<IResult> OneAsync(string id, Viewer viewer, AccountabilityDb db, Machinery machinery, CancellationToken cancellationToken)
    {
        var lines = DraftingRights.MayView(viewer.Actor) ? await LinesAsync(db, viewer, id, cancellationToken) : [];
        if (lines.Find(line => line.Row.IsLatest) is not { } latest)
            return Pages.NotFound(viewer.Actor);
        var json = await db.Definitions.Where(row => row.Id == latest.Row.Id).Select(row => row.Json).SingleAsync(cancellationToken);
        return Pages.Page<DefinitionPage>(new
        {
            Viewer = viewer.Actor, viewer.Directory, Versions = lines, Latest = latest,
            Findings = latest.State is DefinitionState.Published or DefinitionState.Scheduled ? [] : DraftFindings.Of(json, machinery),
        });
    }

    private static async Task<IResult> ExportAsync(string id, int? version, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var row = DraftingRights.MayView(viewer.Actor)
            ? await db.Definitions.AsNoTracking().SingleOrDefaultAsync(row => row.DefinitionId == id && (version == null ? row.IsLatest : row.Version == version), cancellationToken) : null;
        return row is null ? Pages.NotFound(viewer.Actor)
            : Results.File(Encoding.UTF8.GetBytes(DefinitionDocument.Export(row.Json)), "application/json", $"{row.DefinitionId}-v{row.Version}.json");
    }

    private static async Task<IResult> ImportAsync(IFormCollection posted, Viewer viewer, CommandRunner commands, CancellationToken cancellationToken)
    {
        if (!DraftingRights.MayView(viewer.Actor) || !Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        Answer answer = DraftingRights.Refuse("NoFile");
        string? saved = null;
        foreach (var (file, index) in posted.Files.Where(file => file.Length > 0).Take(MostFiles).Select((file, index) => (file, index)))
        {
            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            var json = await reader.ReadToEndAsync(cancellationToken);
            var order = new DraftOrder(json, DefinitionDraft.DefinitionIdIn(json), VersionId: null, Seen: null);
            var commandId = $"{envelope.CommandId}-{index}";
            answer = await commands.RunAsync(new SaveDraft(commandId, viewer.Actor.PersonId, order), cancellationToken);
            saved = order.DefinitionId ?? DerivedId.Of(commandId, "definition");
            if (answer is not Answer.Done)
                break;
        }
        // What was found against a draft stands on its page, and beside it in the list.
        return Pages.Answered(answer is Answer.Done ? new Answer.Done(posted.Files.Count == 1 && saved is not null ? $"/definitions/{saved}" : "/definitions") : answer, viewer.Actor);
    }

    private static async Task<IResult> DoAsync(
        IFormCollection posted, Viewer viewer, CommandRunner commands, Func<string, string, Command> command, CancellationToken cancellationToken)
    {
        if (!DraftingRights.MayView(viewer.Actor) || !Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        return Pages.Answered(await commands.RunAsync(command(envelope.CommandId, posted["Hash"].ToString()), cancellationToken), viewer.Actor);
    }

    private static async Task<List<VersionLine>> LinesAsync(AccountabilityDb db, Viewer viewer, string? definitionId, CancellationToken cancellationToken)
    {
        // Of the cases that he may know of: a number that grows tells whoever is under inquiry that there is one more.
        var seen = db.Cases.Where(CaseAccess.Sees(viewer.Actor, db)).Select(file => file.Id);
        var counts = await db.Instances.Where(instance => (definitionId == null || instance.DefinitionId == definitionId) && seen.Contains(instance.CaseId!)).GroupBy(instance => instance.DefinitionVersionId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        // Without the content, which is by far the largest part.
        var rows = await db.Definitions.AsNoTracking().Where(row => definitionId == null || row.DefinitionId == definitionId)
            .OrderBy(row => row.DefinitionId).ThenByDescending(row => row.Version).Select(row => new WorkflowDefinitionVersion
            {
                Id = row.Id, DefinitionId = row.DefinitionId, Version = row.Version, Name = row.Name, Description = row.Description, Json = "", Hash = row.Hash,
                IsLatest = row.IsLatest, IsPublished = row.IsPublished, CreatedAt = row.CreatedAt, Drafters = row.Drafters, SavedAt = row.SavedAt,
                SubmittedAt = row.SubmittedAt, SubmittedBy = row.SubmittedBy, CheckedAt = row.CheckedAt, CheckedBy = row.CheckedBy, CheckedAgainst = row.CheckedAgainst,
                PublishedAt = row.PublishedAt, PublishedBy = row.PublishedBy, EffectiveFrom = row.EffectiveFrom,
            }).ToListAsync(cancellationToken);
        var today = BeijingTime.DayOf(viewer.Now);
        var inForce = rows.GroupBy(row => row.DefinitionId).Select(versions => versions.InForce(today)?.Id).ToHashSet();
        return [.. rows.Select(row => new VersionLine(row, counts.GetValueOrDefault(row.Id), inForce.Contains(row.Id), today))];
    }
}
