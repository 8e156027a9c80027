using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.WorkItems.Verbs;

/// <summary>内部环节 (抄送、传阅): an item is laid before others to be read; the sender sees when each has read it.</summary>
public sealed record CopyWorkItem(string Id, string PersonId, string Case, string WorkItemId, IReadOnlyList<string> To, string Words) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{WorkItemId}|{string.Join(',', To)}|{Words}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var (file, item, otherwise) = await scope.OpenItemAsync(Case, WorkItemId, version: null, cancellationToken);
        if (otherwise is not null)
            return otherwise;
        var hearers = new Reach(item, file, scope.Directory, scope.Now).HearersFor(scope.Actor);
        if (VerbDesk.Refusal([VerbDesk.IsAmong(To is [var first, ..] ? first : null, hearers), .. To.Select(id => VerbDesk.IsAmong(id, hearers)),
                Words.Length == 0 ? Ruling.Allowed : VerbDesk.SaysWhy(Words)]) is { } refusal)
            return refusal;

        foreach (var personId in To)
            file.Notify(new Recipient(PersonId: personId), Text.Of<VerbTexts>(Words.Length > 0 ? "copy.NoticeWords" : "copy.Notice", file.Number, file.Title,
                scope.Machinery.Stages.Of(item).Title, scope.Actor.Name, Words), scope.Now, item.Walled, NoticeKind.Copy, item.Id);
        await scope.RecordAsync(file, "内部环节", JsonSerializer.Serialize(new { stage = item.StageType, item = item.Id, to = To, words = Words }, FormJsonText.Options),
            item.Walled, cancellationToken);
        return new Answer.Done($"/work-items/{item.Id}/copy");
    }

    internal static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/work-items/{id}/copy", async (string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
            await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken) is (WorkItem item, CaseFile file)
                ? VerbDesk.Show(await SheetAsync(item, file, viewer, db, cancellationToken), viewer) : Pages.NotFound(viewer.Actor));
        site.MapPost("/work-items/{id}/copy", async (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands,
            CancellationToken cancellationToken) =>
        {
            var (item, file) = await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken);
            if (item is null || file is null || Spoken.Of(posted) is not { } spoken)
                return Pages.NotFound(viewer.Actor);
            var answer = await commands.RunAsync(new CopyWorkItem(spoken.Envelope.CommandId, viewer.Actor.PersonId, item.CaseId, item.Id, spoken.People,
                spoken.Words), cancellationToken);
            return VerbDesk.Answered(answer, await SheetAsync(item, file, viewer, db, cancellationToken), viewer, spoken);
        });
    }

    private static async Task<VerbSheet> SheetAsync(WorkItem item, CaseFile file, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var copies = await db.Notices.AsNoTracking().Where(notice => notice.WorkItemId == item.Id && notice.Kind == NoticeKind.Copy && notice.PersonId != null
                && notice.TextKey.StartsWith("copy."))
            .OrderBy(notice => notice.At).Select(notice => new
            {
                notice.PersonId, notice.At,
                Read = db.Set<NoticeReading>().Where(reading => reading.NoticeId == notice.Id && reading.PersonId == notice.PersonId)
                    .Select(reading => (DateTimeOffset?)reading.ReadAt).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        return new VerbSheet("copy", item, file)
        {
            People = VerbSheet.ChoicesOf(new Reach(item, file, viewer.Directory, viewer.Now).HearersFor(viewer.Actor), viewer),
            Many = true, NeedsWords = false,
            Effects = [Text.Of<VerbTexts>("copy.Effect"), Text.Of<VerbTexts>("copy.Know")],
            Before = [.. copies.Select(copy => Text.Of<VerbTexts>(copy.Read is null ? "copy.LineUnread" : "copy.LineRead", VerbSheet.NameIn(viewer, copy.PersonId!),
                UrgeWorkItem.Time(copy.At), copy.Read is { } read ? UrgeWorkItem.Time(read) : "").ToString())],
        };
    }
}
