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

/// <summary>内部环节 (委派): somebody else prepares it; whoever gives it stays responsible, and nothing is submitted before he confirms it.</summary>
/// <param name="To">The person who prepares it.</param>
/// <param name="Words">What he is asked to do.</param>
public sealed record DelegateWorkItem(string Id, string PersonId, string Case, string WorkItemId, long? Version, string? To, string Words)
    : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{WorkItemId}|{To}|{Words}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var (file, item, otherwise) = await scope.OpenItemAsync(Case, WorkItemId, Version, cancellationToken);
        if (otherwise is not null)
            return otherwise;
        var reach = new Reach(item, file, scope.Directory, scope.Now);
        if (VerbDesk.Refusal(IsHis(item, file, scope.Actor), VerbDesk.SaysWhy(Words),
                VerbDesk.IsAmong(To == PersonId ? null : To, reach.Hands)) is { } refusal)
            return refusal;

        item.AssigneeId = item.IsByName ? null : PersonId;
        item.DelegateId = To;
        item.Version++;
        file.Notify(new Recipient(PersonId: To), Text.Of<VerbTexts>("delegate.Notice", file.Number, scope.Machinery.Stages.Of(item).Title,
            scope.Actor.Name, Words), scope.Now, item.Walled, NoticeKind.Reminder, item.Id);
        await scope.RecordAsync(file, "内部环节", JsonSerializer.Serialize(new { stage = item.StageType, item = item.Id, to = To, words = Words },
            FormJsonText.Options), item.Walled, cancellationToken);
        return new Answer.Done($"/work-items/{item.Id}");
    }

    internal static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/work-items/{id}/delegate", async (string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
            await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken) is (WorkItem item, CaseFile file)
                ? VerbDesk.Show(Sheet(item, file, viewer), viewer) : Pages.NotFound(viewer.Actor));
        site.MapPost("/work-items/{id}/delegate", async (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands,
            CancellationToken cancellationToken) =>
        {
            var (item, file) = await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken);
            if (item is null || file is null || Spoken.Of(posted) is not { } spoken)
                return Pages.NotFound(viewer.Actor);
            var answer = await commands.RunAsync(new DelegateWorkItem(spoken.Envelope.CommandId, viewer.Actor.PersonId, item.CaseId, item.Id,
                spoken.Envelope.Version, spoken.Person, spoken.Words), cancellationToken);
            return VerbDesk.Answered(answer, Sheet(item, file, viewer), viewer, spoken);
        });
    }

    private static VerbSheet Sheet(WorkItem item, CaseFile file, Viewer viewer) => new("delegate", item, file)
    {
        People = VerbSheet.ChoicesOf(new Reach(item, file, viewer.Directory, viewer.Now).Hands, viewer),
        Effects = [Text.Of<VerbTexts>("delegate.Effect"), Text.Of<VerbTexts>("delegate.Confirm"), Text.Of<VerbTexts>("reassign.Deadline")],
        Obstacles = IsHis(item, file, viewer.Actor) is { IsAllowed: false } no ? [no] : [],
    };

    /// <summary>内部环节: only who answers for it himself lets another prepare it; whoever prepares it, or stands in, does not pass it on.</summary>
    internal static Ruling IsHis(WorkItem item, CaseFile file, Actor actor) => Ruling.Require(
        actor.PrincipalId is null && item.IsAddressedTo(actor, file) && item.DelegateId != actor.PersonId, "内部环节",
        Text.Of<VerbTexts>("delegate.NotHis.Reason"), Text.Of<VerbTexts>("delegate.NotHis.Remedy"));
}
