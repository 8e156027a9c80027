using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Procedure.WorkItems.Verbs;

namespace WorkflowAccountability.Procedure.Oversight;

/// <summary>内部环节 (延期说明、逾期说明): whoever has an item explains its lateness to those who hear of it. It moves no deadline.</summary>
/// <param name="Words">Why.</param>
/// <param name="ExpectedOn">By when it will be done; null where no day was given.</param>
public sealed record ExplainDelay(string Id, string PersonId, string Case, string WorkItemId, string Words, DateOnly? ExpectedOn) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{WorkItemId}|{ExpectedOn:yyyy-MM-dd}|{Words}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var (file, item, otherwise) = await scope.OpenItemAsync(Case, WorkItemId, version: null, cancellationToken);
        if (otherwise is not null)
            return otherwise;
        if (VerbDesk.Refusal(HasDeadline(item), VerbDesk.SaysWhy(Words), HasDay(scope.Today)) is { } refusal)
            return refusal;

        var said = new DelayExplanation
        {
            Id = Id, CaseId = file.Id, WorkItemId = item.Id, PersonId = PersonId, PersonText = $"{scope.Actor.PostText} {scope.Actor.Name}", Words = Words,
            ExpectedOn = ExpectedOn!.Value, WasLate = item.DueAt < scope.Now, At = scope.Now, Walled = item.Walled,
        };
        scope.Db.Add(said);
        // Behind the wall its own side hears of it, nobody else.
        var to = item.Walled ? scope.Db.Deadlines.Local.SingleOrDefault(deadline => deadline.Id == item.Id)?.EscalateTo : Roles.Oversight;
        foreach (var office in to is null ? [] : new Addressees(scope.Directory, file, scope.Now).OfRole(to))
            file.Notify(office, Text.Of<VerbTexts>(said.WasLate ? "explain.NoticeLate" : "explain.Notice", file.Number, scope.Machinery.Stages.Of(item).Title,
                scope.Actor.PostText, Words, said.ExpectedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), scope.Now, item.Walled, NoticeKind.Copy, item.Id);
        await scope.RecordAsync(file, Citations.InternalStep, JsonSerializer.Serialize(new
        {
            stage = item.StageType, item = item.Id, late = said.WasLate, expected = said.ExpectedOn, words = Words,
        }, FormJsonText.Options), item.Walled, cancellationToken);
        return new Answer.Done($"/work-items/{item.Id}");
    }

    internal static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/work-items/{id}/explain", async (string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
            await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken) is (WorkItem item, CaseFile file)
                ? VerbDesk.Show(await SheetAsync(item, file, viewer, db, cancellationToken), viewer) : Pages.NotFound(viewer.Actor));
        site.MapPost("/work-items/{id}/explain", async (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands,
            CancellationToken cancellationToken) =>
        {
            var (item, file) = await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken);
            if (item is null || file is null || Spoken.Of(posted) is not { } spoken)
                return Pages.NotFound(viewer.Actor);
            var sheet = await SheetAsync(item, file, viewer, db, cancellationToken);
            return VerbDesk.Answered(await commands.RunAsync(new ExplainDelay(spoken.Envelope.CommandId, viewer.Actor.PersonId, item.CaseId, item.Id, spoken.Words,
                spoken.Day), cancellationToken), sheet, viewer, spoken);
        });
    }

    /// <summary>What was explained of an item, oldest first.</summary>
    internal static async Task<IReadOnlyList<DelayExplanation>> OfItemAsync(string itemId, AccountabilityDb db, CancellationToken cancellationToken) =>
        await db.Set<DelayExplanation>().AsNoTracking().Where(said => said.WorkItemId == itemId).OrderBy(said => said.At).ToListAsync(cancellationToken);

    /// <summary>An explanation as it is read.</summary>
    internal static Text Line(DelayExplanation said) => Text.Of<VerbTexts>(said.WasLate ? "explain.LineLate" : "explain.Line", UrgeWorkItem.Time(said.At), said.PersonText,
        said.Words, said.ExpectedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static async Task<VerbSheet> SheetAsync(WorkItem item, CaseFile file, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
        new("explain", item, file)
        {
            Before = [.. (await OfItemAsync(item.Id, db, cancellationToken)).Select(said => Line(said).ToString())],
            Effects =
            [
                Text.Of<VerbTexts>("explain.Effect", item.Walled ? Text.Of<VerbTexts>("explain.Side")
                    : Holder.OfRole(Roles.Oversight, viewer.Directory, Deadlines.BeijingTime.DayOf(viewer.Now))),
                Text.Of<VerbTexts>("explain.Stays"),
            ],
            AsksDay = true,
            Obstacles = HasDeadline(item) is { IsAllowed: false } no ? [no] : [],
        };

    private static Ruling HasDeadline(WorkItem item) => Ruling.Require(item.DeadlineCode is not null, Citations.InternalStep,
        Text.Of<VerbTexts>("Explain.NoDeadline.Reason"), Text.Of<VerbTexts>("Explain.NoDeadline.Remedy"));

    private Ruling HasDay(DateOnly today) => Ruling.Require(ExpectedOn >= today, Citations.InternalStep,
        Text.Of<VerbTexts>("Explain.NoDay.Reason"), Text.Of<VerbTexts>("Explain.NoDay.Remedy"));
}
