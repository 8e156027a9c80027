using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>A form comes in: 303 when it is committed, 422 with every mistake and the typed text, 409 with the first one's name and the typed text.</summary>
internal static class SubmitWorkItem
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapPost("/work-items/{id}/complete", CompleteAsync);
        site.MapPost("/work-items/{id}/claim", (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands,
            CancellationToken cancellationToken) => ClaimAsync(id, release: false, posted, viewer, db, commands, cancellationToken));
        site.MapPost("/work-items/{id}/release", (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands,
            CancellationToken cancellationToken) => ClaimAsync(id, release: true, posted, viewer, db, commands, cancellationToken));
    }

    private static async Task<IResult> CompleteAsync(
        string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, StageCatalog stages, CommandRunner commands, CancellationToken cancellationToken)
    {
        var (item, file) = await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken);
        if (item is null || file is null || !Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        var fields = FieldsOf(posted);
        var binding = FormBinder.Bind(stages.Form(item.FormName), fields);
        if (binding.Form is null && item.Status is WorkItemStatus.Open)
            return await ShowWorkItem.PageAsync(item, file, viewer, db, stages, new FormValues(fields), binding.Errors, [], envelope.CommandId,
                StatusCodes.Status422UnprocessableEntity, cancellationToken);

        var answer = binding.Form is null ? new Answer.TooLate(item) : await commands.RunAsync(
            new CompleteWorkItem(envelope.CommandId, viewer.Actor.PersonId, item.CaseId, item.Id, envelope.Version, binding.Form), cancellationToken);
        return answer switch
        {
            Answer.Refused refused => await ShowWorkItem.PageAsync(item, file, viewer, db, stages, new FormValues(fields), [], refused.Rulings,
                envelope.CommandId, StatusCodes.Status422UnprocessableEntity, cancellationToken),
            Answer.TooLate { Item: var now } => Conflict(now, viewer, fields),
            Answer.Stale { Item: var now } => Conflict(now, viewer, fields),
            _ => Pages.Answered(answer, viewer.Actor),
        };
    }

    private static async Task<IResult> ClaimAsync(
        string id, bool release, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands, CancellationToken cancellationToken)
    {
        var (item, _) = await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken);
        if (item is null || !Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        return Pages.Answered(await commands.RunAsync(
            new ClaimWorkItem(envelope.CommandId, viewer.Actor.PersonId, item.CaseId, item.Id, release), cancellationToken), viewer.Actor);
    }

    /// <summary>What was typed, without what the page itself sends along.</summary>
    internal static List<KeyValuePair<string, string>> FieldsOf(IFormCollection posted) =>
        [.. posted.Where(field => !field.Key.StartsWith('_')).Select(field => KeyValuePair.Create(field.Key, field.Value.ToString()))];

    private static IResult Conflict(WorkItem item, Viewer viewer, IReadOnlyList<KeyValuePair<string, string>> typed) =>
        Pages.Page<ConflictPage>(new { Item = item, Viewer = viewer.Actor, Typed = typed }, StatusCodes.Status409Conflict);
}
