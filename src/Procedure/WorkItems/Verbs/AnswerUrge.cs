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

/// <summary>内部环节: the handler answers whoever urged him, all at once: why it is late, by when it will be done.</summary>
public sealed record AnswerUrge(string Id, string PersonId, string Case, string WorkItemId, string Words) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{WorkItemId}|{Words}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var (file, item, otherwise) = await scope.OpenItemAsync(Case, WorkItemId, version: null, cancellationToken);
        if (otherwise is not null)
            return otherwise;
        var open = await scope.Db.Set<Urge>().Where(urge => urge.WorkItemId == item.Id && urge.AnsweredAt == null).ToListAsync(cancellationToken);
        if (VerbDesk.Refusal(IsUrged(open.Count > 0), VerbDesk.SaysWhy(Words)) is { } refusal)
            return refusal;

        foreach (var urge in open)
            (urge.Answer, urge.AnsweredAt, urge.AnsweredByText) = (Words, scope.Now, $"{scope.Actor.PostText} {scope.Actor.Name}");
        foreach (var personId in open.Select(urge => urge.PersonId).Distinct())
            file.Notify(new Recipient(PersonId: personId), Text.Of<VerbTexts>("answer.Notice", file.Number, scope.Machinery.Stages.Of(item).Title,
                scope.Actor.Name, Words), scope.Now, item.Walled, NoticeKind.Copy, item.Id);
        await scope.RecordAsync(file, "内部环节", JsonSerializer.Serialize(new { stage = item.StageType, item = item.Id, words = Words }, FormJsonText.Options),
            item.Walled, cancellationToken);
        return new Answer.Done($"/work-items/{item.Id}");
    }

    internal static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/work-items/{id}/answer", async (string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
            await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken) is (WorkItem item, CaseFile file)
                ? VerbDesk.Show(await SheetAsync(item, file, db, cancellationToken), viewer) : Pages.NotFound(viewer.Actor));
        site.MapPost("/work-items/{id}/answer", async (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands,
            CancellationToken cancellationToken) =>
        {
            var (item, file) = await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken);
            if (item is null || file is null || Spoken.Of(posted) is not { } spoken)
                return Pages.NotFound(viewer.Actor);
            var sheet = await SheetAsync(item, file, db, cancellationToken);
            return VerbDesk.Answered(await commands.RunAsync(new AnswerUrge(spoken.Envelope.CommandId, viewer.Actor.PersonId, item.CaseId, item.Id, spoken.Words),
                cancellationToken), sheet, viewer, spoken);
        });
    }

    private static async Task<VerbSheet> SheetAsync(WorkItem item, CaseFile file, AccountabilityDb db, CancellationToken cancellationToken) =>
        new("answer", item, file)
        {
            Before = await UrgeWorkItem.BeforeAsync(item.Id, db, cancellationToken),
            Effects = [Text.Of<VerbTexts>("answer.Effect")],
            Obstacles = IsUrged(await db.Set<Urge>().AnyAsync(urge => urge.WorkItemId == item.Id && urge.AnsweredAt == null, cancellationToken))
                is { IsAllowed: false } no ? [no] : [],
        };

    private static Ruling IsUrged(bool isUrged) => Ruling.Require(isUrged, "内部环节",
        Text.Of<VerbTexts>("Answer.None.Reason"), Text.Of<VerbTexts>("Answer.None.Remedy"));
}
