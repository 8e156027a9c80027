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

/// <summary>内部环节 (加签): whoever was asked gives his opinion, once. He is shown the question; the file is open to him only where it is anyway.</summary>
/// <param name="OpinionId">The <see cref="AskedOpinion"/>.</param>
public sealed record GiveOpinion(string Id, string PersonId, string Case, string OpinionId, string Words) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{OpinionId}|{Words}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var file = await scope.CaseAsync(Case, cancellationToken);
        var asked = await scope.Db.Set<AskedOpinion>().FindAsync([OpinionId], cancellationToken);
        if (file is null || asked is null || asked.CaseId != file.Id || !IsFor(asked, file, scope.Actor))
            return new Answer.NotFound();
        var item = (await scope.Db.WorkItems.FindAsync([asked.WorkItemId], cancellationToken))!;
        if (VerbDesk.Refusal(IsOpen(asked, item), VerbDesk.SaysWhy(Words)) is { } refusal)
            return refusal;

        (asked.Opinion, asked.GivenAt, asked.GivenByText) = (Words, scope.Now, $"{scope.Actor.PostText} {scope.Actor.Name}");
        file.Notify(new Recipient(PersonId: asked.AskedBy), Text.Of<VerbTexts>("opinion.Notice", file.Number, scope.Machinery.Stages.Of(item).Title,
            scope.Actor.Name), scope.Now, asked.Walled, NoticeKind.Reminder, item.Id);
        await scope.RecordAsync(file, "内部环节", JsonSerializer.Serialize(new { stage = item.StageType, item = item.Id, opinion = asked.Id, words = Words },
            FormJsonText.Options), asked.Walled, cancellationToken);
        return new Answer.Done("/opinions");
    }

    internal static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/opinions", async (Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) => Pages.Page<OpinionsPage>(new
        {
            Viewer = viewer.Actor, Rows = await ListAsync(viewer, db, cancellationToken), Refusals = Array.Empty<Ruling>(),
        }));
        site.MapPost("/opinions/{id}", async (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands,
            CancellationToken cancellationToken) =>
        {
            var caseId = await db.Set<AskedOpinion>().Where(asked => asked.Id == id && asked.AskedOf == viewer.Actor.PersonId)
                .Select(asked => asked.CaseId).SingleOrDefaultAsync(cancellationToken);
            if (caseId is null || Spoken.Of(posted) is not { } spoken)
                return Pages.NotFound(viewer.Actor);
            var answer = await commands.RunAsync(new GiveOpinion(spoken.Envelope.CommandId, viewer.Actor.PersonId, caseId, id, spoken.Words), cancellationToken);
            return answer is not Answer.Refused refused ? Pages.Answered(answer, viewer.Actor) : Pages.Page<OpinionsPage>(new
            {
                Viewer = viewer.Actor, Rows = await ListAsync(viewer, db, cancellationToken), Refusals = refused.Rulings, Wrong = id, spoken.Words,
            }, StatusCodes.Status422UnprocessableEntity);
        });
    }

    /// <summary>What the viewer was asked, what waits first; nothing of a case in which he is under inquiry.</summary>
    private static async Task<IReadOnlyList<OpinionRow>> ListAsync(Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var personId = viewer.Actor.PersonId;
        if (!viewer.Actor.IsInOffice)
            return [];
        var rows = await db.Set<AskedOpinion>().AsNoTracking().Where(asked => asked.AskedOf == personId
                && !db.Set<Exclusion>().Any(exclusion => exclusion.CaseId == asked.CaseId && exclusion.PersonId == personId))
            .Join(db.Cases, asked => asked.CaseId, file => file.Id, (asked, file) => new { asked, file.Number, file.Title })
            .Join(db.WorkItems, row => row.asked.WorkItemId, item => item.Id, (row, item) => new OpinionRow(row.asked, row.Number, row.Title, item))
            .ToListAsync(cancellationToken);
        return [.. rows.OrderByDescending(row => row.Waits).ThenByDescending(row => row.Asked.AskedAt).Take(100)];
    }

    private static bool IsFor(AskedOpinion asked, CaseFile file, Actor actor) => asked.AskedOf == actor.PersonId && actor.IsInOffice && !file.Concerns(actor.PersonId);

    private static Ruling IsOpen(AskedOpinion asked, WorkItem item) => Ruling.Require(asked.IsAwaited && item.Status is WorkItemStatus.Open, "内部环节",
        Text.Of<VerbTexts>("Opinion.Closed.Reason"), Text.Of<VerbTexts>("Opinion.Closed.Remedy"));
}

/// <summary>A question and where it comes from.</summary>
public sealed record OpinionRow(AskedOpinion Asked, string CaseNumber, string CaseTitle, WorkItem Item)
{
    /// <summary>Whether somebody waits for the answer.</summary>
    public bool Waits => Asked.IsAwaited && Item.Status is WorkItemStatus.Open;
}
