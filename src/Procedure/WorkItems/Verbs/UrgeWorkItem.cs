using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.WorkItems.Verbs;

/// <summary>内部环节 (催办): the sender, whoever answers for the case, or the oversight office asks the handler for haste, once a working day.</summary>
/// <param name="Words">What he says.</param>
public sealed record UrgeWorkItem(string Id, string PersonId, string Case, string WorkItemId, string Words) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{WorkItemId}|{Words}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var (file, item, otherwise) = await scope.OpenItemAsync(Case, WorkItemId, version: null, cancellationToken, (item, file) => May(item, file, scope.Actor));
        if (otherwise is not null)
            return otherwise is Answer.Stale ? new Answer.NotFound() : otherwise;
        var on = scope.Calendar.OnOrAfter(scope.Today);
        var isFirst = !await scope.Db.Set<Urge>().AnyAsync(urge => urge.WorkItemId == item.Id && urge.PersonId == PersonId && urge.On == on, cancellationToken);
        if (VerbDesk.Refusal(IsAnothers(item, file, scope.Actor), VerbDesk.SaysWhy(Words), IsFirst(isFirst)) is { } refusal)
            return refusal;

        scope.Db.Add(new Urge
        {
            Id = Id, CaseId = file.Id, WorkItemId = item.Id, PersonId = PersonId, PersonText = $"{scope.Actor.PostText} {scope.Actor.Name}", Words = Words,
            At = scope.Now, On = on, Walled = item.Walled,
        });
        foreach (var to in HandlersOf(item, file))
            file.Notify(to, Text.Of<VerbTexts>("urge.Notice", file.Number, scope.Machinery.Stages.Of(item).Title, scope.Actor.PostText, scope.Actor.Name,
                Words), scope.Now, item.Walled, NoticeKind.Reminder, item.Id);
        await scope.RecordAsync(file, "内部环节", JsonSerializer.Serialize(new { stage = item.StageType, item = item.Id, words = Words }, FormJsonText.Options),
            item.Walled, cancellationToken);
        return new Answer.Done($"/work-items/{item.Id}/urge");
    }

    internal static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/work-items/{id}/urge", async (string id, Viewer viewer, AccountabilityDb db, CalendarSource calendars,
            CancellationToken cancellationToken) => await FindAsync(id, viewer, db, cancellationToken) is (WorkItem item, CaseFile file)
                ? VerbDesk.Show(await SheetAsync(item, file, viewer, db, calendars, cancellationToken), viewer) : Pages.NotFound(viewer.Actor));
        site.MapPost("/work-items/{id}/urge", async (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CalendarSource calendars,
            CommandRunner commands, CancellationToken cancellationToken) =>
        {
            var (item, file) = await FindAsync(id, viewer, db, cancellationToken);
            if (item is null || file is null || Spoken.Of(posted) is not { } spoken)
                return Pages.NotFound(viewer.Actor);
            var answer = await commands.RunAsync(new UrgeWorkItem(spoken.Envelope.CommandId, viewer.Actor.PersonId, item.CaseId, item.Id, spoken.Words),
                cancellationToken);
            var sheet = await SheetAsync(item, file, viewer, db, calendars, cancellationToken);
            return Pages.Returned(answer, posted, other => VerbDesk.Answered(other, sheet, viewer, spoken));
        });
    }

    /// <summary>Whether somebody may urge at all; behind the wall only who sits there, or sent it as an official of the supervision organ.</summary>
    internal static bool May(WorkItem item, CaseFile file, Actor actor) => actor.IsInOffice && !file.Concerns(actor.PersonId)
        && (item.Walled ? CaseAccess.IsBehindWall(file, actor.PersonId) || (item.SentById == actor.PersonId && actor.Holds(Roles.Supervision))
            : item.SentById == actor.PersonId || MayIn(file, actor));

    /// <summary>Whether somebody may urge whatever waits in front of the wall of a case that he knows of.</summary>
    internal static bool MayIn(CaseFile file, Actor actor) => actor.Holds(Roles.Government) || actor.Holds(Roles.Oversight) || file.OpenedBy == actor.PersonId
        || (actor.Holds(Roles.LeadEnv) && !file.ConcernsLeadBureau);

    /// <summary>What was said about an item, with the answers.</summary>
    internal static async Task<IReadOnlyList<string>> BeforeAsync(string itemId, AccountabilityDb db, CancellationToken cancellationToken) =>
    [
        .. (await db.Set<Urge>().AsNoTracking().Where(urge => urge.WorkItemId == itemId).OrderBy(urge => urge.At).ToListAsync(cancellationToken))
            .Select(urge => Text.Of<VerbTexts>(urge.Answer is null ? "urge.Line" : "urge.LineAnswered", Time(urge.At), urge.PersonText, urge.Words,
                urge.AnsweredByText, urge.AnsweredAt is { } at ? Time(at) : "", urge.Answer).ToString()),
    ];

    /// <summary>A moment as it is read.</summary>
    internal static string Time(DateTimeOffset at) => BeijingTime.Shown(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static async Task<(WorkItem? Item, CaseFile? File)> FindAsync(string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
        await VerbDesk.FindAsync(id, viewer, db, (item, file) => May(item, file, viewer.Actor), cancellationToken);

    private static async Task<VerbSheet> SheetAsync(
        WorkItem item, CaseFile file, Viewer viewer, AccountabilityDb db, CalendarSource calendars, CancellationToken cancellationToken)
    {
        var on = (await calendars.CurrentAsync(db, cancellationToken)).OnOrAfter(BeijingTime.DayOf(viewer.Now));
        var isFirst = !await db.Set<Urge>().AnyAsync(urge => urge.WorkItemId == item.Id && urge.PersonId == viewer.Actor.PersonId && urge.On == on, cancellationToken);
        return new VerbSheet("urge", item, file)
        {
            Effects = [Text.Of<VerbTexts>("urge.Effect", Holder.OfKey(item.AssigneeId is { } assignee ? AddressKey.OfPerson(assignee) : item.CandidateKey,
                viewer.Directory, BeijingTime.DayOf(viewer.Now)))],
            Before = await BeforeAsync(item.Id, db, cancellationToken),
            Obstacles = [.. ((Ruling[])[IsOpen(item), IsAnothers(item, file, viewer.Actor), IsFirst(isFirst)]).Where(ruling => !ruling.IsAllowed)],
        };
    }

    private static IEnumerable<Recipient> HandlersOf(WorkItem item, CaseFile file) =>
        new[] { item.DelegateId, item.AssigneeId ?? AddressKey.PersonIn(item.CandidateKey) }.OfType<string>().Distinct().ToList() is [_, ..] named
            ? named.Select(id => new Recipient(PersonId: id))
            : Enum.GetValues<TeamKind>().Where(team => item.CandidateKey == AddressKey.OfTeam(team, file.Id)).SelectMany(file.Members).ToList() is [_, ..] members
            ? members.Where(member => !file.Concerns(member.PersonId)).Select(member => new Recipient(PersonId: member.PersonId))
            : [AddressKey.RoleIn(item.CandidateKey)];

    private static Ruling IsOpen(WorkItem item) => Ruling.Require(item.Status is WorkItemStatus.Open, "内部环节",
        Text.Of<VerbTexts>("Urge.Closed.Reason"), Text.Of<VerbTexts>("Urge.Closed.Remedy"));

    private static Ruling IsAnothers(WorkItem item, CaseFile file, Actor actor) => Ruling.Require(
        item.AssigneeId != actor.PersonId && (item.AssigneeId is not null || !item.IsAddressedTo(actor, file)), "内部环节",
        Text.Of<VerbTexts>("Urge.Own.Reason"), Text.Of<VerbTexts>("Urge.Own.Remedy"));

    private static Ruling IsFirst(bool isFirst) => Ruling.Require(isFirst, "内部环节",
        Text.Of<VerbTexts>("Urge.Again.Reason"), Text.Of<VerbTexts>("Urge.Again.Remedy"));
}
