using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.WorkItems.Verbs;

/// <summary>
/// 内部环节 (退回修改): the receiver sends the work back by an outcome that the definition offers, to a step that was done before; it is never a
/// refusal (否决), which the form of the stage itself says and which ends the matter.
/// </summary>
/// <param name="Way">The key of one of the stage's ways back.</param>
/// <param name="Words">The opinion: what is to be changed.</param>
public sealed record ReturnWorkItem(string Id, string PersonId, string Case, string WorkItemId, long? Version, string Way, string Words)
    : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{WorkItemId}|{Way}|{Words}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var (file, item, otherwise) = await scope.OpenItemAsync(Case, WorkItemId, Version, cancellationToken);
        if (otherwise is not null)
            return otherwise;
        var ways = scope.Machinery.Stages.Of(item).WaysBack(file, item.Seat, Words);
        var way = ways.FirstOrDefault(way => way.Key == Way);
        if (VerbDesk.Refusal(ReturnPreview.IsOffered(ways.Count > 0), VerbDesk.SaysWhy(Words), IsChosen(way is not null || ways.Count == 0)) is { } refusal)
            return refusal;
        var done = await scope.Db.WorkItems.Where(each => each.InstanceId == item.InstanceId).Select(each => each.ActivityId).Distinct()
            .ToListAsync(cancellationToken);

        var answer = await new Completion(scope, file, item).TakeAsync(way!.Form, PayloadHash, cancellationToken);
        // A definition whose way back ends nowhere, or leads ahead, would lose a step that the regulation orders.
        var opened = scope.Db.ChangeTracker.Entries<WorkItem>().Where(entry => entry.State is EntityState.Added).Select(entry => entry.Entity).ToList();
        return answer is not Answer.Done || (opened.Count > 0 && opened.TrueForAll(each => done.Contains(each.ActivityId)))
            ? answer : new Answer.Refused([ReturnPreview.IsOffered(false)]);
    }

    internal static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/work-items/{id}/return", async (string id, Viewer viewer, AccountabilityDb db, StageCatalog stages,
            CommandRunner commands, CancellationToken cancellationToken) =>
            await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken) is (WorkItem item, CaseFile file)
                ? VerbDesk.Show(await SheetAsync(item, file, viewer, stages, commands, cancellationToken), viewer) : Pages.NotFound(viewer.Actor));
        site.MapPost("/work-items/{id}/return", async (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, StageCatalog stages,
            CommandRunner commands, CancellationToken cancellationToken) =>
        {
            var (item, file) = await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken);
            if (item is null || file is null || Spoken.Of(posted) is not { } spoken)
                return Pages.NotFound(viewer.Actor);
            var answer = await commands.RunAsync(new ReturnWorkItem(spoken.Envelope.CommandId, viewer.Actor.PersonId, item.CaseId, item.Id,
                spoken.Envelope.Version, spoken.Option, spoken.Words), cancellationToken);
            return VerbDesk.Answered(answer, answer is Answer.Refused ? await SheetAsync(item, file, viewer, stages, commands, cancellationToken)
                : new VerbSheet("return", item, file), viewer, spoken);
        });
    }

    private static async Task<VerbSheet> SheetAsync(
        WorkItem item, CaseFile file, Viewer viewer, StageCatalog stages, CommandRunner commands, CancellationToken cancellationToken)
    {
        if (item.Status is not WorkItemStatus.Open)
            return new VerbSheet("return", item, file) { Obstacles = [ReturnPreview.IsOffered(false)] };
        var options = await new ReturnPreview(viewer, commands, stages).OfAsync(item, file, cancellationToken);
        return new VerbSheet("return", item, file)
        {
            Options = options,
            Effects = [Text.Of<VerbTexts>("return.Effect"), Text.Of<VerbTexts>("return.Record")],
            Obstacles = ReturnPreview.IsOffered(options.Count > 0) is { IsAllowed: false } no ? [no] : [],
        };
    }

    private static Ruling IsChosen(bool isChosen) => Ruling.Require(isChosen, "内部环节",
        Text.Of<VerbTexts>("Return.NoWay.Reason"), Text.Of<VerbTexts>("Return.NoWay.Remedy"));
}
