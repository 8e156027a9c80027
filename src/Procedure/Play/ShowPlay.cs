using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Documents;
using WorkflowAccountability.Procedure.Drafts;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Workflows.Drafting;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Play;

/// <summary>试运行: a version is tried step by step, forms filled in and the clock moved by hand, by whoever drafts, checks or publishes workflows.</summary>
internal static class ShowPlay
{
    /// <summary>The fields that say which item is submitted, and as whom.</summary>
    internal const string ItemField = "_item", ActorField = "_as";
    private const int MostDays = 400;

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/play/{id}", ShowAsync);
        site.MapPost("/play/{id}/begin", OpenPlay.HandleAsync);
        site.MapPost("/play/{id}/submit", (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, PlayRooms rooms, CancellationToken cancellationToken) =>
            FormAsync(id, posted, viewer, db, rooms, submits: true, cancellationToken));
        site.MapPost("/play/{id}/form", (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, PlayRooms rooms, CancellationToken cancellationToken) =>
            FormAsync(id, posted, viewer, db, rooms, submits: false, cancellationToken));
        site.MapPost("/play/{id}/clock", PassAsync);
        site.MapPost("/play/{id}/script", (string id, IFormCollection _, Viewer viewer, PlayRooms rooms, CancellationToken cancellationToken) =>
            InRoomAsync(id, viewer, rooms, turn => new PlayOn(turn.Room).RunAsync(cancellationToken), cancellationToken));
        site.MapPost("/play/{id}/undo", (string id, IFormCollection _, Viewer viewer, PlayRooms rooms, CancellationToken cancellationToken) =>
            InRoomAsync(id, viewer, rooms, async turn =>
            {
                if (await turn.Room.BackAsync(rooms.Site.Database, rooms.Site.Loggers, cancellationToken) is { } before)
                    await turn.ReplaceAsync(before);
            }, cancellationToken));
        site.MapPost("/play/{id}/leave", LeaveAsync);
    }

    /// <summary>The address of a workflow's sandbox.</summary>
    internal static string PathOf(string definitionId) => $"/play/{Uri.EscapeDataString(definitionId)}";

    /// <summary>The version that is wanted, the latest where none is named; null where there is none for him.</summary>
    internal static async Task<PlayVersion?> VersionAsync(string id, int? version, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
        DraftingRights.MayTry(viewer.Actor) ? await PlayVersion.FindAsync(db, id, version, cancellationToken) : null;

    private static async Task<IResult> ShowAsync(
        string id, int? version, string? item, string? @as, string? fill, Viewer viewer, AccountabilityDb db, PlayRooms rooms, CancellationToken cancellationToken)
    {
        if (await VersionAsync(id, version, viewer, db, cancellationToken) is not { } wanted)
            return Pages.NotFound(viewer.Actor);
        using var turn = await rooms.EnterAsync(viewer.Actor.PersonId, id, cancellationToken);
        if (turn is null || (version is not null && turn.Room.Version.Version != version))
            return Pages.Page<PlayDoorPage>(new { Viewer = viewer.Actor, Version = wanted });
        var room = turn.Room;
        return await PageAsync(room, viewer, db, await PlaySheet.ReadAsync(
            room, item, @as, fill is null ? null : shown => PlaySheet.Example(room, shown), [], cancellationToken), StatusCodes.Status200OK, cancellationToken);
    }

    private static async Task<IResult> FormAsync(
        string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, PlayRooms rooms, bool submits, CancellationToken cancellationToken)
    {
        if (!DraftingRights.MayTry(viewer.Actor))
            return Pages.NotFound(viewer.Actor);
        using var turn = await rooms.EnterAsync(viewer.Actor.PersonId, id, cancellationToken);
        if (turn is null)
            return new SeeOther(PathOf(id));
        var (room, itemId, personId) = (turn.Room, posted[ItemField].ToString(), posted[ActorField].ToString());
        WorkItem? item;
        await using (var played = room.OpenDb())
            item = await played.WorkItems.AsNoTracking().SingleOrDefaultAsync(row => row.Id == itemId && row.Status == WorkItemStatus.Open, cancellationToken);
        if (item is null)
            return new SeeOther(PathOf(id));
        var (fields, notTaken) = await UploadFiles.TakeAsync(posted, KeepDraft.FieldsOf(posted), room.Uploads, item, personId, cancellationToken);
        foreach (var file in posted.Files.Where(file => file.FileName.Length > 0))
            room.Remember(new PlayMove.Attach(personId, item.Id, file.FileName, await BytesAsync(file, cancellationToken)));
        if (posted[KeepDraft.RemoveRowField].ToString() is { Length: > 0 } row)
            fields = FormRows.Without(fields, row);
        if (!submits || notTaken.Count > 0)
            return await AgainAsync(notTaken, [], submits ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

        var answer = await room.MakeAsync(new PlayMove.Submit(personId, item.Id, fields), cancellationToken);
        return answer.IsDone ? new SeeOther(PathOf(id))
            : await AgainAsync(answer.Errors, answer.Answer is Answer.Refused refused ? refused.Rulings : answer.Answer is null ? [] : [OpenPlay.Refused("NotHis")],
                StatusCodes.Status422UnprocessableEntity);

        async Task<IResult> AgainAsync(IReadOnlyList<FieldError> errors, IReadOnlyList<Ruling> refusals, int status) => await PageAsync(room, viewer, db,
            await PlaySheet.ReadAsync(room, itemId, personId, _ => new FormValues(fields), errors, cancellationToken) with { Refusals = refusals }, status, cancellationToken);
    }

    private static Task<IResult> PassAsync(string id, IFormCollection posted, Viewer viewer, PlayRooms rooms, CancellationToken cancellationToken) =>
        InRoomAsync(id, viewer, rooms, async turn =>
        {
            var room = turn.Room;
            var to = posted["To"].ToString() switch
            {
                "reminder" => await room.NextReminderAsync(cancellationToken),
                "due" => (await PlaySheet.ReadAsync(room, null, null, null, [], cancellationToken)).NextDue,
                _ => await LaterAsync(room, posted["Days"].ToString(), cancellationToken),
            };
            if (to is { } moment)
                await room.MakeAsync(new PlayMove.Pass(moment), cancellationToken);
        }, cancellationToken);

    // Working days, at the same time of day.
    private static async Task<DateTimeOffset?> LaterAsync(PlayRoom room, string posted, CancellationToken cancellationToken)
    {
        if (!int.TryParse(posted, NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days is 0 or > MostDays)
            return null;
        await using var db = room.OpenDb();
        var (now, calendar) = (room.Clock.GetUtcNow(), await room.Machinery.Calendars.CurrentAsync(db, cancellationToken));
        var today = BeijingTime.DayOf(now);
        return now.AddDays(calendar.Move(today, days).DayNumber - today.DayNumber);
    }

    private static async Task<IResult> LeaveAsync(string id, IFormCollection _, Viewer viewer, PlayRooms rooms)
    {
        if (!DraftingRights.MayTry(viewer.Actor))
            return Pages.NotFound(viewer.Actor);
        await rooms.LeaveAsync(viewer.Actor.PersonId);
        return new SeeOther($"/definitions/{Uri.EscapeDataString(id)}");
    }

    private static async Task<IResult> InRoomAsync(string id, Viewer viewer, PlayRooms rooms, Func<PlayRooms.Turn, Task> act, CancellationToken cancellationToken)
    {
        if (!DraftingRights.MayTry(viewer.Actor))
            return Pages.NotFound(viewer.Actor);
        using var turn = await rooms.EnterAsync(viewer.Actor.PersonId, id, cancellationToken);
        if (turn is not null)
            await act(turn);
        return new SeeOther(PathOf(id));
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }

    private static async Task<IResult> PageAsync(PlayRoom room, Viewer viewer, AccountabilityDb db, PlaySheet sheet, int status, CancellationToken cancellationToken)
    {
        var hash = await db.Definitions.Where(row => row.Id == room.Version.Id).Select(row => row.Hash).SingleOrDefaultAsync(cancellationToken);
        return Pages.Page<PlayPage>(new { Viewer = viewer.Actor, Sheet = sheet, IsOutdated = hash != room.Version.Hash }, status);
    }
}
