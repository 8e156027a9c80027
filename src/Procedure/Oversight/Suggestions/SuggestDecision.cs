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
using WorkflowAccountability.Procedure.WorkItems.Verbs;

namespace WorkflowAccountability.Procedure.Oversight.Suggestions;

/// <summary>内部环节 (建议改派、建议延期): the supervisors' office suggests a decision to whoever may take it, one of a kind at a time for an item.</summary>
/// <param name="Words">Why.</param>
public sealed record SuggestDecision(string Id, string PersonId, string Case, string WorkItemId, SuggestedAct Act, string Words) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{WorkItemId}|{Act}|{Words}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        Deciders By(WorkItems.WorkItem item, CaseFile file) =>
            new(item, scope.Db.Deadlines.Local.SingleOrDefault(deadline => deadline.Id == item.Id), file, scope.Directory, scope.Now);
        await scope.Db.Deadlines.Where(deadline => deadline.Id == WorkItemId).LoadAsync(cancellationToken);
        var (file, item, otherwise) = await scope.OpenItemAsync(Case, WorkItemId, version: null, cancellationToken, (item, file) => By(item, file).MaySuggest(Act, scope.Actor));
        if (otherwise is not null)
            return otherwise is Answer.Stale ? new Answer.NotFound() : otherwise;
        var deciders = By(item, file);
        if (!deciders.MaySuggest(Act, scope.Actor))
            return new Answer.NotFound();
        var to = deciders.Of(Act);
        var waits = await scope.Db.Set<Suggestion>().AnyAsync(other => other.WorkItemId == item.Id && other.Act == Act && other.AnsweredAt == null, cancellationToken);
        if (VerbDesk.Refusal(VerbDesk.SaysWhy(Words), Require(!waits, "Waits"), Require(to.Count > 0, "Nobody")) is { } refusal)
            return refusal;

        scope.Db.Add(new Suggestion
        {
            Id = Id, CaseId = file.Id, WorkItemId = item.Id, Act = Act, PersonId = PersonId, PersonText = $"{scope.Actor.PostText} {scope.Actor.Name}", Words = Words, At = scope.Now,
        });
        foreach (var decider in to)
            file.Notify(decider, Text.Of<OversightTexts>($"Suggest.{Act}.Notice", file.Number, scope.Machinery.Stages.Of(item).Title, scope.Actor.PostText, scope.Actor.Name,
                Words), scope.Now, walled: false, NoticeKind.Reminder, item.Id, $"/suggestions/{Id}");
        await scope.RecordAsync(file, Citations.InternalStep, JsonSerializer.Serialize(new { stage = item.StageType, item = item.Id, act = Act.ToString(), words = Words },
            FormJsonText.Options), walled: false, cancellationToken);
        return new Answer.Done((BoardFilter.Everything with { Case = file.Id }).At());
    }

    internal static void Map(IEndpointRouteBuilder site) => site.MapPost("/work-items/{id}/suggest",
        async (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands, CancellationToken cancellationToken) =>
        {
            var caseId = await db.WorkItems.Where(item => item.Id == id).Select(item => item.CaseId).SingleOrDefaultAsync(cancellationToken);
            if (caseId is null || Spoken.Of(posted) is not { } spoken || !Enum.TryParse<SuggestedAct>(spoken.Option, out var act) || !Enum.IsDefined(act))
                return Pages.NotFound(viewer.Actor);
            return Pages.Returned(await commands.RunAsync(new SuggestDecision(spoken.Envelope.CommandId, viewer.Actor.PersonId, caseId, id, act, spoken.Words),
                cancellationToken), posted, other => Pages.Answered(other, viewer.Actor));
        });

    private static Ruling Require(bool holds, string key) => Ruling.Require(holds, Citations.InternalStep,
        Text.Of<OversightTexts>($"Suggest.{key}.Reason"), Text.Of<OversightTexts>($"Suggest.{key}.Remedy"));
}
