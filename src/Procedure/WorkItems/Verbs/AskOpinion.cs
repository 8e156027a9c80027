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

/// <summary>内部环节 (前加签): before he decides, whoever is responsible asks a further person for an opinion; or he no longer waits for it.</summary>
/// <param name="Of">Who is asked; null withdraws every question that is still open.</param>
/// <param name="Words">The question, or why it is withdrawn.</param>
public sealed record AskOpinion(string Id, string PersonId, string Case, string WorkItemId, string? Of, bool Withdraw, string Words) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{WorkItemId}|{Of}|{Withdraw}|{Words}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var (file, item, otherwise) = await scope.OpenItemAsync(Case, WorkItemId, version: null, cancellationToken);
        if (otherwise is not null)
            return otherwise;
        var awaited = (await scope.Db.Set<AskedOpinion>().Where(asked => asked.WorkItemId == item.Id).ToListAsync(cancellationToken))
            .FindAll(asked => asked.IsAwaited);
        if (VerbDesk.Refusal([IsHis(item, file, scope.Actor), VerbDesk.SaysWhy(Words), .. Withdraw ? [IsAwaited(awaited.Count > 0)] : AskRules(scope, file, item, awaited)])
            is { } refusal)
            return refusal;

        if (Withdraw)
            foreach (var asked in awaited)
            {
                asked.WithdrawnAt = scope.Now;
                Tell(scope, file, item, asked.AskedOf, "unask.Notice");
            }
        else
        {
            scope.Db.Add(new AskedOpinion
            {
                Id = Id, CaseId = file.Id, WorkItemId = item.Id, AskedBy = PersonId, AskedByText = $"{scope.Actor.PostText} {scope.Actor.Name}", AskedOf = Of!,
                Question = Words, AskedAt = scope.Now, Walled = item.Walled,
            });
            Tell(scope, file, item, Of!, "ask.Notice");
        }
        // Whoever asks holds the item, so that a colleague does not decide while the answer is awaited.
        item.AssigneeId ??= item.IsByName ? null : scope.Actor.PrincipalId ?? PersonId;
        item.Version++;
        await scope.RecordAsync(file, "内部环节", JsonSerializer.Serialize(new { stage = item.StageType, item = item.Id, of = Of, withdraw = Withdraw, words = Words },
            FormJsonText.Options), item.Walled, cancellationToken);
        return new Answer.Done($"/work-items/{item.Id}");
    }

    internal static void Map(IEndpointRouteBuilder site)
    {
        foreach (var withdraw in new[] { false, true })
        {
            var verb = withdraw ? "unask" : "ask";
            site.MapGet($"/work-items/{{id}}/{verb}", async (string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
                await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken) is (WorkItem item, CaseFile file)
                    ? VerbDesk.Show(await SheetAsync(verb, item, file, viewer, db, cancellationToken), viewer) : Pages.NotFound(viewer.Actor));
            site.MapPost($"/work-items/{{id}}/{verb}", async (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands,
                CancellationToken cancellationToken) =>
            {
                var (item, file) = await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken);
                if (item is null || file is null || Spoken.Of(posted) is not { } spoken)
                    return Pages.NotFound(viewer.Actor);
                var answer = await commands.RunAsync(new AskOpinion(spoken.Envelope.CommandId, viewer.Actor.PersonId, item.CaseId, item.Id,
                    withdraw ? null : spoken.Person, withdraw, spoken.Words), cancellationToken);
                return VerbDesk.Answered(answer, await SheetAsync(verb, item, file, viewer, db, cancellationToken), viewer, spoken);
            });
        }
    }

    /// <summary>The opinions asked for at an item, with what came of them.</summary>
    internal static async Task<IReadOnlyList<AskedOpinion>> OfItemAsync(string itemId, AccountabilityDb db, CancellationToken cancellationToken) =>
        await db.Set<AskedOpinion>().AsNoTracking().Where(asked => asked.WorkItemId == itemId).OrderBy(asked => asked.AskedAt).ToListAsync(cancellationToken);

    private static async Task<VerbSheet> SheetAsync(
        string verb, WorkItem item, CaseFile file, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var asked = await OfItemAsync(item.Id, db, cancellationToken);
        return new VerbSheet(verb, item, file)
        {
            People = verb == "unask" ? null : VerbSheet.ChoicesOf(new Reach(item, file, viewer.Directory, viewer.Now).HearersFor(viewer.Actor), viewer),
            Effects = verb == "unask" ? [Text.Of<VerbTexts>("unask.Effect")] : [Text.Of<VerbTexts>("ask.Effect"), Text.Of<VerbTexts>("ask.Waits")],
            Before = [.. asked.Select(each => Text.Of<VerbTexts>(each.GivenAt is not null ? "ask.LineGiven" : each.WithdrawnAt is not null ? "ask.LineWithdrawn" : "ask.Line",
                UrgeWorkItem.Time(each.AskedAt), VerbSheet.NameIn(viewer, each.AskedOf), each.Question, each.Opinion).ToString())],
            Obstacles = [.. ((Ruling[])[IsHis(item, file, viewer.Actor), verb == "unask" ? IsAwaited(asked.Any(each => each.IsAwaited)) : Ruling.Allowed])
                .Where(ruling => !ruling.IsAllowed)],
        };
    }

    private void Tell(CommandScope scope, CaseFile file, WorkItem item, string personId, string key) => file.Notify(new Recipient(PersonId: personId),
        new Text(typeof(VerbTexts), key, file.Number, scope.Machinery.Stages.Of(item).Title, scope.Actor.Name, Words), scope.Now, item.Walled,
        NoticeKind.Reminder);

    private Ruling[] AskRules(CommandScope scope, CaseFile file, WorkItem item, List<AskedOpinion> awaited) =>
    [
        VerbDesk.IsAmong(Of == PersonId ? null : Of, new Reach(item, file, scope.Directory, scope.Now).HearersFor(scope.Actor)),
        Ruling.Require(!awaited.Exists(asked => asked.AskedOf == Of), "内部环节", Text.Of<VerbTexts>("Ask.Twice.Reason"), Text.Of<VerbTexts>("Ask.Twice.Remedy")),
    ];

    private static Ruling IsHis(WorkItem item, CaseFile file, Actor actor) => Ruling.Require(
        item.IsAddressedTo(actor, file) || item.ProxyFor(actor, file) is not null || actor.PrincipalId is not null, "内部环节",
        Text.Of<VerbTexts>("ask.NotHis.Reason"), Text.Of<VerbTexts>("ask.NotHis.Remedy"));

    private static Ruling IsAwaited(bool isAwaited) => Ruling.Require(isAwaited, "内部环节",
        Text.Of<VerbTexts>("Unask.None.Reason"), Text.Of<VerbTexts>("Unask.None.Remedy"));
}
