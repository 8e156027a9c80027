using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>The calendar for administrators: what is known of each year, a notice brought in, its effect shown first, then applied.</summary>
internal static class ShowCalendar
{
    // No character takes more than four bytes: what is longer than these is too long however it is written.
    private const int MostCharacters = 200_000, MostBytes = 4 * MostCharacters + 1;

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/calendar", async (Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) => viewer.Actor.Holds(Roles.Administrator)
            ? await PageAsync(viewer, db, new FormValues((object?)null), [], cancellationToken) : Pages.NotFound(viewer.Actor));
        site.MapPost("/calendar/preview", PreviewAsync);
        site.MapPost("/calendar", ApplyAsync);
    }

    private static async Task<IResult> PreviewAsync(
        IFormCollection posted, Viewer viewer, AccountabilityDb db, DeadlineClock clock, CancellationToken cancellationToken)
    {
        if (!viewer.Actor.Holds(Roles.Administrator))
            return Pages.NotFound(viewer.Actor);
        var content = posted.Files.GetFile("File") is { Length: > 0 and <= MostCharacters } file ? await ReadAsync(file, cancellationToken) : posted["Content"].ToString();
        var (restDays, workdays, faults) = CalendarFile.Read(content[..Math.Min(content.Length, MostCharacters)]);
        var import = ImportOf(posted, restDays, workdays);
        var known = await db.CalendarNotices.AsNoTracking().ToListAsync(cancellationToken);
        var all = (IReadOnlyList<Text>)[.. faults, .. import.Faults(known)];
        if (all.Count > 0)
            return await PageAsync(viewer, db, new FormValues(
                [new("Layer", import.Layer.ToString()), new("Year", posted["Year"].ToString()), new("Basis", import.Basis), new("Content", content)]), all, cancellationToken);
        var version = known.Max(notice => (int?)notice.Version) ?? 0;
        var moved = await MovedDeadline.FindAsync(db, clock, CalendarSource.Of([.. known, import.Row(version + 1, "", viewer.Now)]), viewer.Now, cancellationToken);
        var lines = moved.Where(move => move.MovesLastDay).ToList();
        var cases = lines.Select(move => move.Deadline.CaseId).Distinct().ToList();
        var seen = await db.Cases.Where(CaseAccess.Sees(viewer.Actor, db)).Where(file => cases.Contains(file.Id)).ToDictionaryAsync(file => file.Id, file => file.Number, cancellationToken);
        var own = await db.Set<Exclusion>().Where(excluded => excluded.PersonId == viewer.Actor.PersonId && cases.Contains(excluded.CaseId)).Select(excluded => excluded.CaseId).ToListAsync(cancellationToken);
        // Of what concerns himself he reads nothing; what lies behind the wall is a number and no more.
        lines.RemoveAll(move => own.Contains(move.Deadline.CaseId));
        return Pages.Page<CalendarPreviewPage>(new
        {
            Viewer = viewer.Actor, Import = import, Version = version, Walled = lines.Count(move => move.Deadline.Walled),
            Moved = (IReadOnlyList<MovedRow>)[.. lines.Where(move => !move.Deadline.Walled).Select(move => MovedRow.Of(move, seen.GetValueOrDefault(move.Deadline.CaseId)))],
        });
    }

    private static async Task<IResult> ApplyAsync(IFormCollection posted, Viewer viewer, CommandRunner commands, CancellationToken cancellationToken)
    {
        if (!viewer.Actor.Holds(Roles.Administrator) || !Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        var import = ImportOf(posted, Days(posted["RestDays"]!), Days(posted["Workdays"]!));
        return Pages.Answered(await commands.RunAsync(
            new ChangeCalendar(envelope.CommandId, viewer.Actor.PersonId, import, (int)envelope.Version), cancellationToken), viewer.Actor);
    }

    private static async Task<IResult> PageAsync(
        Viewer viewer, AccountabilityDb db, FormValues typed, IReadOnlyList<Text> faults, CancellationToken cancellationToken) => Pages.Page<CalendarPage>(new
        {
            Viewer = viewer.Actor, Typed = typed, Faults = faults, ThisYear = BeijingTime.DayOf(viewer.Now).Year,
            Notices = (IReadOnlyList<CalendarNotice>)await db.CalendarNotices.AsNoTracking().ToListAsync(cancellationToken),
        }, faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static CalendarImport ImportOf(IFormCollection posted, IReadOnlyList<DateOnly> restDays, IReadOnlyList<DateOnly> workdays) => new(
        Enum.TryParse<CalendarLayer>(posted["Layer"], out var layer) && Enum.IsDefined(layer) ? layer : CalendarLayer.National,
        int.TryParse(posted["Year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0, restDays, workdays,
        posted["Basis"].ToString() is { Length: <= 200 } basis ? basis.Trim() : "");

    private static IReadOnlyList<DateOnly> Days(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(day => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? known : default)];

    private static async Task<string> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        var bytes = new byte[Math.Min(file.Length, MostBytes)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return CalendarFile.Decode(bytes);
    }
}

/// <summary>A line of the preview; the number is null for who may not see the case.</summary>
public sealed record MovedRow(string? Number, string Code, DateOnly Old, bool WasProvisional, DateOnly New, bool IsProvisional)
{
    internal static MovedRow Of(MovedDeadline moved, string? number) => new(number, moved.Deadline.Code,
        moved.Deadline.DueOn, moved.Deadline.Provisional, moved.To.Day, moved.To.IsProvisional);
}
