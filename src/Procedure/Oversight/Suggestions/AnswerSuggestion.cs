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
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Procedure.WorkItems.Verbs;

namespace WorkflowAccountability.Procedure.Oversight.Suggestions;

/// <summary>内部环节: whoever may decide answers the supervisors' office, once; deciding itself is an act of its own.</summary>
public sealed record AnswerSuggestion(string Id, string PersonId, string Case, string SuggestionId, string Words) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{SuggestionId}|{Words}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var file = await scope.CaseAsync(Case, cancellationToken);
        var suggestion = file is null ? null : await scope.Db.Set<Suggestion>().SingleOrDefaultAsync(row => row.Id == SuggestionId && row.CaseId == file.Id, cancellationToken);
        if (file is null || suggestion is null)
            return new Answer.NotFound();
        var item = await scope.Db.WorkItems.SingleAsync(row => row.Id == suggestion.WorkItemId, cancellationToken);
        var deadline = await scope.Db.Deadlines.SingleOrDefaultAsync(row => row.Id == item.Id, cancellationToken);
        if (!scope.Actor.IsInOffice || file.Concerns(PersonId) || !new Deciders(item, deadline, file, scope.Directory, scope.Now).Decides(suggestion.Act, scope.Actor))
            return new Answer.NotFound();
        if (VerbDesk.Refusal(VerbDesk.SaysWhy(Words), Ruling.Require(suggestion.AnsweredAt is null, Citations.InternalStep,
            Text.Of<OversightTexts>("Suggest.Answered.Reason"), Text.Of<OversightTexts>("Suggest.Answered.Remedy"))) is { } refusal)
            return refusal;

        (suggestion.Answer, suggestion.AnsweredAt, suggestion.AnsweredByText) = (Words, scope.Now, $"{scope.Actor.PostText} {scope.Actor.Name}");
        file.Notify(new Recipient(PersonId: suggestion.PersonId), Text.Of<OversightTexts>($"Suggest.{suggestion.Act}.Answer", file.Number,
            scope.Machinery.Stages.Of(item).Title, scope.Actor.Name, Words), scope.Now, walled: false, NoticeKind.Copy, item.Id, $"/suggestions/{suggestion.Id}");
        await scope.RecordAsync(file, Citations.InternalStep, JsonSerializer.Serialize(new { stage = item.StageType, item = item.Id, act = suggestion.Act.ToString(), words = Words },
            FormJsonText.Options), walled: false, cancellationToken);
        return new Answer.Done($"/suggestions/{suggestion.Id}");
    }

    internal static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/suggestions/{id}", async (string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
            await FindAsync(id, viewer, db, cancellationToken) is { } sheet ? (IResult)Pages.Page<SuggestionPage>(new { Sheet = sheet, Viewer = viewer.Actor }) : Pages.NotFound(viewer.Actor));
        site.MapPost("/suggestions/{id}/answer", async (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands,
            CancellationToken cancellationToken) =>
        {
            if (Spoken.Of(posted) is not { } spoken || await FindAsync(id, viewer, db, cancellationToken) is not { } sheet)
                return Pages.NotFound(viewer.Actor);
            var answer = await commands.RunAsync(new AnswerSuggestion(spoken.Envelope.CommandId, viewer.Actor.PersonId, sheet.File.Id, id, spoken.Words), cancellationToken);
            // A refusal shows the page again with everything that was typed.
            return answer is Answer.Refused refused
                ? Pages.Page<SuggestionPage>(new { Sheet = sheet with { Refusals = refused.Rulings, Words = spoken.Words }, Viewer = viewer.Actor }, StatusCodes.Status422UnprocessableEntity)
                : Pages.Answered(answer, viewer.Actor);
        });
    }

    // The supervisors' office reads what it suggested; whoever decides reads what is suggested to him; to others there is no such thing.
    private static async Task<SuggestionSheet?> FindAsync(string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var suggestion = await db.Set<Suggestion>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (suggestion is null || !viewer.Actor.IsInOffice)
            return null;
        var item = await db.WorkItems.AsNoTracking().SingleAsync(row => row.Id == suggestion.WorkItemId, cancellationToken);
        var file = await CaseFiles.Whole(db).AsNoTracking().SingleAsync(row => row.Id == suggestion.CaseId, cancellationToken);
        if (file.Concerns(viewer.Actor.PersonId))
            return null;
        var deadline = await db.Deadlines.AsNoTracking().SingleOrDefaultAsync(row => row.Id == item.Id, cancellationToken);
        var decides = new Deciders(item, deadline, file, viewer.Directory, viewer.Now).Decides(suggestion.Act, viewer.Actor);
        return !decides && !viewer.Actor.Holds(Organisations.Roles.Oversight) ? null
            : new SuggestionSheet(suggestion, item, file) { Decides = decides, SeesCase = await db.Cases.Where(CaseAccess.Sees(viewer.Actor, db)).AnyAsync(row => row.Id == file.Id, cancellationToken) };
    }
}

/// <summary>A suggestion as one person reads it.</summary>
public sealed record SuggestionSheet(Suggestion Suggestion, WorkItem Item, CaseFile File)
{
    /// <summary>Whether the reader decides it, and so answers.</summary>
    public required bool Decides { get; init; }

    /// <summary>Whether the case is his to see.</summary>
    public required bool SeesCase { get; init; }

    /// <summary>Why an answer was not taken.</summary>
    public IReadOnlyList<Ruling> Refusals { get; init; } = [];

    /// <summary>What he had typed.</summary>
    public string Words { get; init; } = "";
}
