using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Procedure.WorkItems.Verbs;

namespace WorkflowAccountability.Procedure.Organisations;

/// <summary>
/// 内部环节: an administrator ends a person's post; the rights it carried are gone with the next request. What he had taken and may no longer do
/// goes back to the other candidates, and each case's audit says so; what was given to him by name stays, flagged, for somebody to give on.
/// </summary>
public sealed record EndPost(string Id, string PersonId, string PostId) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => PostId;

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (!scope.Actor.Holds(Roles.Administrator) || await scope.Db.Posts.FindAsync([PostId], cancellationToken) is not { } post)
            return new Answer.NotFound();
        if (post.To is null || post.To > scope.Today)
        {
            post.To = scope.Today;
            await scope.MoveDirectoryAsync(cancellationToken);
            await scope.RecordAdministrationAsync(JsonSerializer.Serialize(new { post = post.Id, to = post.To }, FormJsonText.Options), cancellationToken);
            await scope.Db.SaveChangesAsync(cancellationToken);
            await GiveBackAsync(scope, post.PersonId, post.OrganisationId, cancellationToken);
        }
        return new Answer.Done("/people");
    }

    // What was given to him by name is told to the head of his office, or to who answers for the procedure.
    private static bool TellWhoMayGiveOn(CommandScope scope, CaseFile file, Actor left, string unit, OrganisationDirectory after)
    {
        var known = file.Notices.Count;
        foreach (var item in scope.Db.WorkItems.Local.Where(item => item.CaseId == file.Id && item.Status is WorkItemStatus.Open && !left.IsInOffice
            && item.CandidateKey == AddressKey.OfPerson(left.PersonId)).ToList())
        {
            var heads = after.PostsOn(scope.Today).Where(post => post.OrganisationId == unit && post.Rank is PostRank.Head && !file.Concerns(post.PersonId)).ToList();
            var text = Text.Of<VerbTexts>("vacant.Notice", file.Number, scope.Machinery.Stages[item.StageType].Title, left.Name);
            foreach (var head in heads)
                file.Notify(new Recipient(PersonId: head.PersonId), text, scope.Now, item.Walled, NoticeKind.Reminder);
            if (heads.Count == 0)
                file.Notify(new Recipient(item.Walled ? Roles.Supervision : Roles.Government), text, scope.Now, item.Walled, NoticeKind.Reminder);
        }
        return file.Notices.Count > known;
    }

    // Case after case in one order, so that two such commands cannot wait for each other in a ring.
    private static async Task GiveBackAsync(CommandScope scope, string leaver, string unit, CancellationToken cancellationToken)
    {
        var cases = await scope.Db.WorkItems.Where(item => item.Status == WorkItemStatus.Open && (item.AssigneeId == leaver || item.DelegateId == leaver
                || item.CandidateKey == AddressKey.OfPerson(leaver)))
            .Select(item => item.CaseId).Distinct().OrderBy(id => id).ToListAsync(cancellationToken);
        var after = await DirectorySource.FreshAsync(scope.Db, cancellationToken);
        var left = after.ActorOf(leaver, scope.Now);
        foreach (var caseId in cases)
        {
            await scope.Db.LockCaseAsync(caseId, cancellationToken);
            var file = (await scope.CaseAsync(caseId, cancellationToken))!;
            var given = scope.Db.WorkItems.Local.Where(item => item.CaseId == caseId && item.Status is WorkItemStatus.Open && !item.IsFor(left, file)
                && item.TakeFrom(id => id == leaver)).ToList();
            if (TellWhoMayGiveOn(scope, file, left, unit, after) || given.Count > 0)
                await scope.RecordAsync(file, "内部环节", JsonSerializer.Serialize(new { leaver, items = given.Select(item => item.Id) }, FormJsonText.Options),
                    walled: given.Exists(item => item.Walled), cancellationToken);
        }
    }
}
