using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.WorkItems.Verbs;

/// <summary>内部环节 (转办): somebody else becomes responsible, who could have been a candidate from the start.</summary>
/// <param name="To">The person who takes it over.</param>
/// <param name="Words">Why.</param>
public sealed record ReassignWorkItem(string Id, string PersonId, string Case, string WorkItemId, long? Version, string? To, string Words)
    : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{WorkItemId}|{To}|{Words}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var (file, item, otherwise) = await scope.OpenItemAsync(Case, WorkItemId, Version, cancellationToken, (item, file) =>
            new Reach(item, file, scope.Directory, scope.Now) is var at && (at.IsHeadOverHolder(scope.Actor) || at.IsSteward(scope.Actor)));
        if (otherwise is not null)
            return otherwise;
        var reach = new Reach(item, file, scope.Directory, scope.Now);
        if (VerbDesk.Refusal(MayBy(reach, scope.Actor), VerbDesk.SaysWhy(Words), VerbDesk.IsAmong(To, reach.Successors), IsAnother(reach)) is { } refusal)
            return refusal;

        var from = reach.Holder ?? PersonId;
        if (item.IsByName)
            item.CandidateKey = AddressKey.OfPerson(To!);
        item.AssigneeId = item.IsByName ? null : To;
        (item.DelegateId, item.LeftBy, item.SeenAt) = (null, null, null);
        item.Version++;
        file.Notify(new Recipient(PersonId: To), Text.Of<VerbTexts>("reassign.Notice", file.Number, scope.Machinery.Stages.Of(item).Title,
            scope.Actor.Name, Words), scope.Now, item.Walled, NoticeKind.Reminder, item.Id);
        await scope.RecordAsync(file, "内部环节", JsonSerializer.Serialize(new { stage = item.StageType, item = item.Id, from, to = To, words = Words },
            FormJsonText.Options), item.Walled, cancellationToken);
        return new Answer.Done("/");
    }

    internal static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/work-items/{id}/reassign", async (string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
            await FindAsync(id, viewer, db, cancellationToken) is (WorkItem item, CaseFile file)
                ? VerbDesk.Show(Sheet(item, file, viewer), viewer) : Pages.NotFound(viewer.Actor));
        site.MapPost("/work-items/{id}/reassign", async (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands,
            CancellationToken cancellationToken) =>
        {
            var (item, file) = await FindAsync(id, viewer, db, cancellationToken);
            if (item is null || file is null || Spoken.Of(posted) is not { } spoken)
                return Pages.NotFound(viewer.Actor);
            var answer = await commands.RunAsync(new ReassignWorkItem(spoken.Envelope.CommandId, viewer.Actor.PersonId, item.CaseId, item.Id,
                spoken.Envelope.Version, spoken.Person, spoken.Words), cancellationToken);
            return Pages.Returned(answer, posted, other => VerbDesk.Answered(other, Sheet(item, file, viewer), viewer, spoken));
        });
    }

    // Only who may give it on is told whether it can be given on: of a proxy or a delegate the page says in words why not.
    private static async Task<(WorkItem? Item, CaseFile? File)> FindAsync(string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
        await VerbDesk.FindAsync(id, viewer, db, (item, file) => item.IsFor(viewer.Actor, file)
            || new Reach(item, file, viewer.Directory, viewer.Now).MayReassign(viewer.Actor), cancellationToken);

    private static VerbSheet Sheet(WorkItem item, CaseFile file, Viewer viewer)
    {
        var reach = new Reach(item, file, viewer.Directory, viewer.Now);
        return new VerbSheet("reassign", item, file)
        {
            People = VerbSheet.ChoicesOf(reach.Successors.Where(id => id != reach.Holder), viewer),
            Effects =
            [
                reach.Holder is { } holder ? Text.Of<VerbTexts>(reach.IsVacant ? "reassign.Vacant" : "reassign.From", VerbSheet.NameIn(viewer, holder))
                    : Text.Of<VerbTexts>("reassign.Anybody"),
                Text.Of<VerbTexts>("reassign.Effect"), Text.Of<VerbTexts>("reassign.Deadline"),
            ],
            Obstacles = MayBy(reach, viewer.Actor) is { IsAllowed: false } no ? [no] : [],
        };
    }

    private static Ruling MayBy(Reach reach, Actor actor) => Ruling.Require(actor.PrincipalId is null && reach.MayReassign(actor), "内部环节",
        Text.Of<VerbTexts>("reassign.NotHis.Reason"), Text.Of<VerbTexts>("reassign.NotHis.Remedy"));

    private Ruling IsAnother(Reach reach) => Ruling.Require(To is null || To != reach.Holder, "内部环节",
        Text.Of<VerbTexts>("reassign.Same.Reason"), Text.Of<VerbTexts>("reassign.Same.Remedy"));
}
