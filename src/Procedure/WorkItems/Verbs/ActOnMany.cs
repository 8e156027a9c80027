using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.WorkItems.Verbs;

/// <summary>
/// Several items at once: read, give on, urge, export. Each is a command of its own with its own answer; what one is refused, the others are
/// not. Nothing is ever decided for several at once.
/// </summary>
internal static class ActOnMany
{
    /// <summary>The most that one page sends.</summary>
    public const int Most = 200;

    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder site) => site.MapPost("/work-items/bulk", HandleAsync);

    private static async Task<IResult> HandleAsync(
        IFormCollection posted, Viewer viewer, AccountabilityDb db, StageCatalog stages, CommandRunner commands, CancellationToken cancellationToken)
    {
        // An id of a notice holds that of its deadline and its rung.
        var ids = posted["item"].OfType<string>().Where(id => id.Length is > 0 and <= 250).Distinct().Take(Most).ToList();
        var verb = posted["verb"].ToString();
        if (ids.Count == 0 || verb is not ("read" or "reassign" or "urge" or "export"))
            return Pages.Page<RefusedPage>(new { Rulings = (IReadOnlyList<Ruling>)[Nothing(ids.Count)], Viewer = viewer.Actor },
                StatusCodes.Status422UnprocessableEntity);
        if (verb is "read")
            return await ReadAsync(ids, viewer, db, cancellationToken);
        var found = new List<ManyRow>();
        foreach (var id in ids)
        {
            var (item, file) = await VerbDesk.FindAsync(id, viewer, db, (item, file) => item.IsFor(viewer.Actor, file) || UrgeWorkItem.May(item, file, viewer.Actor)
                || new Reach(item, file, viewer.Directory, viewer.Now).MayReassign(viewer.Actor), cancellationToken);
            found.Add(new ManyRow(id, item, file, null));
        }
        if (verb is "export")
            return Export([.. found.Where(row => row.Item is not null)], viewer, stages);
        if (Spoken.Of(posted) is not { Words.Length: > 0 } spoken || (verb is "reassign" && spoken.People.Count == 0))
            return Page(verb, found, viewer, posted["Words"].ToString(), asks: true);

        var done = new List<ManyRow>();
        foreach (var row in found)
        {
            // Made from the page's id, so that a page sent twice gives on once.
            var commandId = $"{spoken.Envelope.CommandId[..Math.Min(40, spoken.Envelope.CommandId.Length)]}:{row.Id}";
            Answer answer = row.Item is null ? new Answer.NotFound() : await commands.RunAsync(verb is "reassign"
                ? new ReassignWorkItem(commandId, viewer.Actor.PersonId, row.Item.CaseId, row.Id, null, spoken.People[0], spoken.Words)
                : new UrgeWorkItem(commandId, viewer.Actor.PersonId, row.Item.CaseId, row.Id, spoken.Words), cancellationToken);
            done.Add(row with { Answer = answer });
        }
        return Page(verb, done, viewer, spoken.Words, asks: false);
    }

    // Reading changes nothing of a case: only that this reader has read is kept, once. What is not in his box reads like what does not exist.
    private static async Task<IResult> ReadAsync(List<string> ids, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var personId = viewer.Actor.PersonId;
        var his = await NoticeBox.Of(viewer.Actor, db).AsNoTracking().Where(notice => ids.Contains(notice.Id)).ToDictionaryAsync(notice => notice.Id, cancellationToken);
        var read = await db.NoticeReadings.Where(reading => reading.PersonId == personId && ids.Contains(reading.NoticeId)).Select(reading => reading.NoticeId)
            .ToListAsync(cancellationToken);
        var cases = his.Values.Select(notice => notice.CaseId).OfType<string>().Distinct().ToList();
        var numbers = await db.Cases.Where(file => cases.Contains(file.Id)).ToDictionaryAsync(file => file.Id, file => file.Number, cancellationToken);
        db.AddRange(his.Keys.Except(read).Select(id => new NoticeReading { NoticeId = id, PersonId = personId, ReadAt = viewer.Now }));
        await db.SaveChangesAsync(cancellationToken);
        return Page("read", [.. ids.Select(id => his.GetValueOrDefault(id) is { } notice
            ? new ManyRow(id, null, null, new Answer.Done(notice.Path, Repeated: read.Contains(id)))
                { Notice = notice, Number = notice.CaseId is { } caseId ? numbers[caseId] : null }
            : new ManyRow(id, null, null, new Answer.NotFound()))], viewer, words: "", asks: false);
    }

    private static IResult Export(List<ManyRow> rows, Viewer viewer, StageCatalog stages)
    {
        var lines = rows.Select(row => new Dictionary<string, object?>
        {
            [T("many.Act")] = $"{stages.Of(row.Item!).Title} {stages.Of(row.Item!).AboutOf(row.Item!)}".Trim(),
            [T("many.Case")] = row.File!.Title,
            [T("many.Number")] = row.File.Number,
            [T("many.Basis")] = stages.Of(row.Item!).About.Citation,
            [T("many.From")] = row.Item!.SentBy,
            [T("many.Received")] = Day(row.Item!.OpenedAt),
            [T("many.Due")] = row.Item!.DueAt is { } due ? Day(due) : null,
            [T("many.Handler")] = Holder.OfKey(row.Item!.AssigneeId is { } id ? AddressKey.OfPerson(id) : row.Item!.CandidateKey, viewer.Directory, BeijingTime.DayOf(viewer.Now)),
        }).ToList();
        var stream = new MemoryStream();
        stream.SaveAs(lines);
        stream.Position = 0;
        return Results.File(stream, Sheet, $"{T("many.File")}-{Day(viewer.Now)}.xlsx");
    }

    private static IResult Page(string verb, List<ManyRow> rows, Viewer viewer, string words, bool asks) => Pages.Page<ManyPage>(new
    {
        Verb = verb, Rows = (IReadOnlyList<ManyRow>)rows, Viewer = viewer.Actor, Words = words, Asks = asks,
        People = verb is not "reassign" ? [] : VerbSheet.ChoicesOf(rows.Where(row => row.Item is not null)
            .SelectMany(row => new Reach(row.Item!, row.File!, viewer.Directory, viewer.Now).Successors).Distinct(), viewer),
    });

    private static string Day(DateTimeOffset at) => BeijingTime.DayOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string T(string key) => new Text(typeof(VerbTexts), key).ToString();

    private static Ruling Nothing(int count) => Ruling.Refuse("内部环节", Text.Of<VerbTexts>(count == 0 ? "Many.None.Reason" : "Many.Verb.Reason"),
        Text.Of<VerbTexts>("Many.None.Remedy"));
}

/// <summary>One of the chosen items and what came of it; without item and file where there is no such item for the viewer.</summary>
public sealed record ManyRow(string Id, WorkItem? Item, CaseFile? File, Answer? Answer)
{
    /// <summary>The notice, where notices were chosen and it is the viewer's.</summary>
    public Notice? Notice { get; init; }

    /// <summary>The number of the notice's case; null where it is about none.</summary>
    public string? Number { get; init; }
}
