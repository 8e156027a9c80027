using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Handovers;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems.Verbs;

// Translated into SQL; places are digits and small hex letters, which every database sorts alike.
#pragma warning disable CA1309, CA1310

namespace WorkflowAccountability.Procedure.WorkItems.Inbox;

/// <summary>
/// The boxes as queries. Every one begins with what the reader may know at all, goes by an index, and continues after the last row shown,
/// so that the thousandth page costs what the first does and a row that comes in between moves nothing.
/// </summary>
public sealed class InboxQueries(AccountabilityDb db, StageCatalog stages, CalendarSource calendars)
{
    private const int SoonDays = 3;

    private static readonly ActorQuery<OpeningRead> opening = new(Opening);

    /// <summary>
    /// The page that everybody opens all day, what is due first and all numbers, in one statement, which also reads whether the directory that made the
    /// viewer's keys is still the newest.
    /// </summary>
    /// <returns>Null where it is not, or where he stands in for somebody: then nothing of this may be shown, and he asks as for any other view.</returns>
    public async Task<(InboxPageOfRows Page, InboxCounts Counts)?> OpeningAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.Actor.ActsForHimselfOnly)
            return null;
        var read = await opening.Ask(db, viewer.Actor, InboxPlace.Before(viewer.Now)).ToListAsync(cancellationToken);
        return read is [var first, ..] && first.Stamp == viewer.Directory.Stamp
            ? (PageOf(RowsOf(read.Select(row => row.Item).OfType<ItemRead>())), first.Numbers) : null;
    }

    /// <summary>All numbers in one statement.</summary>
    public async Task<InboxCounts> CountAsync(Viewer viewer, CancellationToken cancellationToken) =>
        await Numbers(db, viewer.Actor, InboxPlace.Before(viewer.Now)).SingleOrDefaultAsync(cancellationToken)
            ?? new InboxCounts(0, 0, 0, 0, 0, HasHandovers: false, HasFilters: false);

    private static IQueryable<InboxCounts> Numbers(AccountabilityDb db, Actor actor, string now)
    {
        var personId = actor.PersonId;
        var items = CaseAccess.InboxEntriesOf(actor, db).Select(entry => new
        {
            entry.Place, entry.IsReturned, HasDraft = db.Drafts.Any(draft => draft.WorkItemId == entry.Id && draft.PersonId == personId),
        }).GroupBy(_ => 1).Select(all => new
        {
            Todo = all.Count(), Overdue = all.Count(item => string.Compare(item.Place, now) < 0), Returned = all.Count(item => item.IsReturned),
            Drafts = all.Count(item => item.HasDraft),
        });
        var unread = NoticeBox.Unread(actor, db);
        var handovers = ShowHandovers.WaitingFor(actor, db);
        var filters = db.SavedFilters.Where(filter => filter.PersonId == personId);
        return from person in db.People
               where person.Id == personId
               from item in items.DefaultIfEmpty()
               select new InboxCounts((int?)item!.Todo ?? 0, (int?)item.Overdue ?? 0, unread.Count(), (int?)item.Returned ?? 0, (int?)item.Drafts ?? 0,
                   handovers.Any(), filters.Any());
    }

    /// <summary>One page of a view.</summary>
    public async Task<InboxPageOfRows> PageAsync(InboxView view, Viewer viewer, CancellationToken cancellationToken)
    {
        var rows = view.Box switch
        {
            InboxBox.Unread => await NoticesAsync(NoticeBox.Unread(viewer.Actor, db), view, cancellationToken),
            InboxBox.Read => await NoticesAsync(NoticeBox.Read(viewer.Actor, db), view, cancellationToken),
            InboxBox.Done => await DoneAsync(view, viewer, cancellationToken),
            InboxBox.Started => await StartedAsync(view, viewer, cancellationToken),
            _ => await ItemsAsync(view, viewer, cancellationToken),
        };
        var page = PageOf(rows);
        return page with { Rows = await WithWaitingAsync(page.Rows, view.Box, viewer, cancellationToken) };
    }

    /// <summary>Whether the reader has ever done something here; who has not is told what will come.</summary>
    public async Task<bool> IsNewAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var personId = viewer.Actor.PersonId;
        return !await db.Submissions.AnyAsync(submission => submission.PersonId == personId, cancellationToken);
    }

    private async Task<List<InboxRow>> ItemsAsync(InboxView view, Viewer viewer, CancellationToken cancellationToken)
    {
        var personId = viewer.Actor.PersonId;
        var entries = CaseAccess.InboxEntriesOf(viewer.Actor, db);
        if (view.Box is InboxBox.Drafts)
            entries = entries.Where(entry => db.Drafts.Any(draft => draft.WorkItemId == entry.Id && draft.PersonId == personId));
        if (view.Only is InboxOnly.Overdue or InboxOnly.Soon)
        {
            var end = view.Only is InboxOnly.Overdue ? InboxPlace.Before(viewer.Now)
                : InboxPlace.After(calendars.LastRead.Move(BeijingTime.DayOf(viewer.Now), SoonDays));
            entries = entries.Where(entry => string.Compare(entry.Place, end) < 0);
        }
        if (view.Only is InboxOnly.Returned)
            entries = entries.Where(entry => entry.IsReturned);
        if (view.Only is InboxOnly.New)
            entries = entries.Where(entry => entry.SeenAt == null);
        if (view.After is { } after)
            entries = entries.Where(entry => string.Compare(entry.Place, after) > 0);
        if (view.Search is { Length: > 0 } words)
        {
            var acts = stages.All.Where(stage => stage.Title.ToString().Contains(words, StringComparison.CurrentCultureIgnoreCase))
                .Select(stage => stage.About.Type).ToList();
            entries = from entry in entries
                      join item in db.WorkItems on entry.Id equals item.Id
                      join file in db.Cases on entry.CaseId equals file.Id
                      where file.Title.Contains(words) || file.Number.Contains(words) || item.SentBy!.Contains(words) || item.About!.Contains(words) || item.Title!.Contains(words)
                          || acts.Contains(item.StageType)
                      select entry;
        }
        return RowsOf(await Read(entries, personId, db).ToListAsync(cancellationToken));
    }

    private static List<InboxRow> RowsOf(IEnumerable<ItemRead> rows) => [.. rows.Select(row => new InboxRow(row.Item.Place)
    {
        Item = row.Item, CaseId = row.Item.CaseId, Number = row.Number, Title = row.Title, Level = row.Level, County = row.County, Status = row.Status, IsEscalated = row.IsEscalated,
        HasDraft = row.KeptAt is not null, At = row.KeptAt,
    })];

    private static InboxPageOfRows PageOf(List<InboxRow> rows) =>
        rows.Count > InboxView.PageSize ? new(rows[..InboxView.PageSize], rows[InboxView.PageSize - 1].Place) : new(rows, Next: null);

    // One row of numbers, and beside it what there is to do; where there is nothing the numbers stand alone.
    private static IQueryable<OpeningRead> Opening(AccountabilityDb db, Actor actor, string now)
    {
        var personId = actor.PersonId;
        var entries = CaseAccess.InboxEntriesOf(actor, db).OrderBy(entry => entry.Place).Take(InboxView.PageSize + 1);
        return (from all in Numbers(db, actor, now)
                from entry in entries.DefaultIfEmpty()
                join item in db.WorkItems on entry!.Id equals item.Id into items
                from item in items.DefaultIfEmpty()
                join file in db.Cases on item!.CaseId equals file.Id into files
                from file in files.DefaultIfEmpty()
                orderby item!.Place
                select new OpeningRead
                {
                    Stamp = db.Set<DirectoryStamp>().Select(row => row.Version).SingleOrDefault(), Numbers = all,
                    Item = item == null ? null : new ItemRead
                    {
                        Item = item, Number = file!.Number, Title = file.Title, Level = file.Level, County = file.County, Status = file.Status,
                        IsEscalated = db.Set<DeadlineRung>().Any(rung => rung.DeadlineId == item.Id && rung.Status == RungStatus.Fired && rung.ToRole != null),
                        KeptAt = db.Drafts.Where(draft => draft.WorkItemId == item.Id && draft.PersonId == personId)
                            .Select(draft => (DateTimeOffset?)draft.SavedAt).FirstOrDefault(),
                    },
                }).AsNoTracking();
    }

    // The page is cut before its rows are read.
    private static IQueryable<ItemRead> Read(IQueryable<InboxEntry> entries, string personId, AccountabilityDb db) =>
        (from entry in entries.OrderBy(entry => entry.Place).Take(InboxView.PageSize + 1)
         join item in db.WorkItems on entry.Id equals item.Id
         join file in db.Cases on entry.CaseId equals file.Id
         orderby item.Place
         select new ItemRead
         {
             Item = item, Number = file.Number, Title = file.Title, Level = file.Level, County = file.County, Status = file.Status,
             IsEscalated = db.Set<DeadlineRung>().Any(rung => rung.DeadlineId == item.Id && rung.Status == RungStatus.Fired && rung.ToRole != null),
             KeptAt = db.Drafts.Where(draft => draft.WorkItemId == item.Id && draft.PersonId == personId)
                 .Select(draft => (DateTimeOffset?)draft.SavedAt).FirstOrDefault(),
         }).AsNoTracking();

    private async Task<List<InboxRow>> NoticesAsync(IQueryable<Notice> notices, InboxView view, CancellationToken cancellationToken)
    {
        // What is said of the procedure itself is about no case.
        var found = notices.LeftJoin(db.Cases, notice => notice.CaseId, file => file.Id,
            (notice, file) => new { notice, Number = file!.Number ?? "", Title = file!.Title ?? "", file!.Level, file!.County });
        // One command writes several notices at one moment: the id tells them apart where a page ends among them.
        if (AfterNotice(view) is var (before, lastId))
            found = found.Where(row => row.notice.At < before || (row.notice.At == before && string.Compare(row.notice.Id, lastId) < 0));
        if (view.Search is { Length: > 0 } words)
            found = found.Where(row => row.Title.Contains(words) || row.Number.Contains(words) || row.notice.TextArguments.Contains(words));
        var rows = await found.OrderByDescending(row => row.notice.At).ThenByDescending(row => row.notice.Id).Take(InboxView.PageSize + 1).AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(row => new InboxRow($"{PlaceOf(row.notice.At)}~{row.notice.Id}")
        {
            Notice = row.notice, CaseId = row.notice.CaseId ?? "", Number = row.Number, Title = row.notice.CaseId is null ? Text.Of<InboxTexts>("Kind." + row.notice.Kind).ToString() : row.Title, Level = row.Level, County = row.County, At = row.notice.At,
        })];
    }

    private async Task<List<InboxRow>> DoneAsync(InboxView view, Viewer viewer, CancellationToken cancellationToken)
    {
        var personId = viewer.Actor.PersonId;
        var found = db.Submissions.Where(submission => submission.PersonId == personId)
            .Join(db.Cases.Where(CaseAccess.Sees(viewer.Actor, db)), submission => submission.CaseId, file => file.Id, (submission, file) => new { submission, file });
        if (After(view) is { } before)
            found = found.Where(row => row.submission.At < before);
        if (view.Search is { Length: > 0 } words)
            found = found.Where(row => row.file.Title.Contains(words) || row.file.Number.Contains(words));
        var rows = await found.OrderByDescending(row => row.submission.At).Take(InboxView.PageSize + 1).Select(row => new
        {
            row.submission, row.file,
            Recallable = db.Set<RecallPoint>().Any(point => point.WorkItemId == row.submission.Id && point.PersonId == personId
                && db.Instances.Any(instance => instance.Id == point.InstanceId && instance.Version == point.InstanceVersion)),
        }).AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(row => RowOf(row.file, row.submission.At, viewer) with { Done = row.submission, IsRecallable = row.Recallable })];
    }

    private async Task<List<InboxRow>> StartedAsync(InboxView view, Viewer viewer, CancellationToken cancellationToken)
    {
        var personId = viewer.Actor.PersonId;
        var found = db.Cases.Where(CaseAccess.Sees(viewer.Actor, db)).Where(file => file.OpenedBy == personId);
        if (After(view) is { } before)
            found = found.Where(file => file.OpenedAt < before);
        if (view.Search is { Length: > 0 } words)
            found = found.Where(file => file.Title.Contains(words) || file.Number.Contains(words));
        var rows = await found.OrderByDescending(file => file.OpenedAt).Take(InboxView.PageSize + 1).AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(file => RowOf(file, file.OpenedAt, viewer))];
    }

    // Who has it now: what lies behind the wall is told to nobody here.
    private async Task<IReadOnlyList<InboxRow>> WithWaitingAsync(IReadOnlyList<InboxRow> rows, InboxBox box, Viewer viewer, CancellationToken cancellationToken)
    {
        if (box is not (InboxBox.Done or InboxBox.Started) || rows.Count == 0)
            return rows;
        var cases = rows.Select(row => row.CaseId).Distinct().ToList();
        var open = (await db.WorkItems.AsNoTracking().Where(item => cases.Contains(item.CaseId) && item.Status == WorkItemStatus.Open && !item.Walled)
            .OrderBy(item => item.OpenedAt).ToListAsync(cancellationToken)).ToLookup(item => item.CaseId);
        return [.. rows.Select(row => row with { Waiting = [.. open[row.CaseId]] })];
    }

    private static InboxRow RowOf(CaseFile file, DateTimeOffset at, Viewer viewer) => new(PlaceOf(at))
    {
        CaseId = file.Id, Number = file.Number, Title = file.Title, Level = file.Level, County = file.County, At = at, Status = file.Status,
        MayUrge = UrgeWorkItem.MayIn(file, viewer.Actor),
    };

    private static string PlaceOf(DateTimeOffset at) => at.UtcTicks.ToString(CultureInfo.InvariantCulture);

    private static (DateTimeOffset At, string Id)? AfterNotice(InboxView view) =>
        view.After?.Split('~') is [var at, var id] && After(view with { After = at }) is { } moment ? (moment, id) : null;

    private static DateTimeOffset? After(InboxView view) =>
        long.TryParse(view.After, CultureInfo.InvariantCulture, out var ticks) && ticks > 0 && ticks < DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    private sealed class OpeningRead
    {
        public required long Stamp { get; init; }

        public required InboxCounts Numbers { get; init; }

        public required ItemRead? Item { get; init; }
    }

    private sealed class ItemRead
    {
        public required WorkItem Item { get; init; }

        public required string Number { get; init; }

        public required string Title { get; init; }

        public required string? Level { get; init; }

        public required string? County { get; init; }

        public required CaseStatus Status { get; init; }

        public required bool IsEscalated { get; init; }

        public required DateTimeOffset? KeptAt { get; init; }
    }
}
