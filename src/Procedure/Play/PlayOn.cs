using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Play;

/// <summary>Where a script stopped and why.</summary>
/// <param name="Path">Where the step stands in the script.</param>
/// <param name="Reasons">What the sandbox answered.</param>
internal sealed record ScriptStop(string Path, IReadOnlyList<string> Reasons);

/// <summary>Plays a sandbox's script on from where it stands, as far as it can.</summary>
internal sealed class PlayOn(PlayRoom room)
{
    /// <summary>Plays to the end, or to the first step that is answered otherwise than the script expects; the sandbox says which.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        room.Stop = null;
        for (; room.Played < room.Script.Steps.Count; room.Played++)
        {
            var step = room.Script.Steps[room.Played];
            if (await StopAtAsync(step, cancellationToken) is { Count: > 0 } reasons)
            {
                room.Stop = new ScriptStop(step.Path, reasons);
                return;
            }
        }
    }

    private async Task<IReadOnlyList<string>> StopAtAsync(ScriptStep step, CancellationToken cancellationToken)
    {
        if (step.Kind is ScriptKind.Start)
            return Held(step, await room.MakeAsync(new PlayMove.Open(step.As, step.Title, Meant(step.Definition), step.Case), cancellationToken), view: null);
        if (step.Kind is ScriptKind.Look)
            return [];
        if (room.CaseOf(step.Case) is { } caseId)
            room.TurnTo(caseId);
        switch (step.Kind)
        {
            case ScriptKind.Wait:
                await room.MakeAsync(new PlayMove.Pass(step.At), cancellationToken);
                return [];
            case ScriptKind.Track:
                return Held(step, await room.MakeAsync(new PlayMove.OpenTrack(step.As), cancellationToken), view: null);
            default:
                return await ActAsync(step, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<string>> ActAsync(ScriptStep step, CancellationToken cancellationToken)
    {
        await using var db = room.OpenDb();
        var file = await CaseFiles.Whole(db).AsNoTracking().SingleAsync(file => file.Id == room.CaseId, cancellationToken);
        var directory = await room.Machinery.Directory.CurrentAsync(db, cancellationToken);
        var actor = directory.ActorOf(step.As, room.Clock.GetUtcNow());
        var all = await db.WorkItems.AsNoTracking().Where(item => item.CaseId == file.Id).OrderBy(item => item.OpenedAt).ToListAsync(cancellationToken);
        var meant = all.Where(item => item.StageType == step.Stage && (step.Seat is null || item.Seat == step.Seat) && (step.About is null || item.About == step.About)).ToList();
        var open = meant.Where(item => item.Status is WorkItemStatus.Open).ToList();
        var item = open.Find(one => one.IsFor(actor, file)) ?? open.FirstOrDefault() ?? meant.LastOrDefault();
        if (item is null)
            return [Text.Of<PlayTexts>("Stop.NotOpen", NameOf(step)).ToString(), .. Waiting(all, directory)];
        // Done by hand before.
        if (item.Status is WorkItemStatus.Completed && step.Status == 303)
            return [];
        if (item.Status is WorkItemStatus.Open && !item.IsFor(actor, file))
            return step.Status == 404 ? [] : [Text.Of<PlayTexts>("Stop.NotHis", room.Machinery.Stages.Of(item).ActOf(item), Holder.Of(item, directory, Today), directory.NameOfPerson(step.As)).ToString()];

        var plan = room.Machinery.Stages.PlanOf(item);
        var fields = PlaySheet.FirstShown(room, item).With(step.Fields).Fields;
        var view = new FormView(plan, room.Machinery.Stages.Of(item).GetType(), new FormValues(fields), [], ChoiceLists.For(file, directory, Today, step.As));
        return Held(step, await room.MakeAsync(new PlayMove.Submit(step.As, item.Id, fields), cancellationToken), view);
    }

    // A script means the kind of procedure: what is tried may be another workflow of the same kind.
    private string Meant(string definition) => room.Version.Kind(room.Machinery) == definition ? room.Version.DefinitionId : definition;

    private DateOnly Today => Deadlines.BeijingTime.DayOf(room.Clock.GetUtcNow());

    // What the script expects of a step is its status; the rest of its expectations is for the runner that holds every case against the site.
    private static IReadOnlyList<string> Held(ScriptStep step, PlayAnswer answer, FormView? view)
    {
        var status = answer.Answer switch { null => 422, Answer.Done => 303, Answer.Refused => 422, Answer.NotFound => 404, _ => 409 };
        return status == step.Status ? []
            : status == 303 ? [Text.Of<PlayTexts>("Stop.Accepted", step.Status).ToString()]
            : answer.Reasons(step.As, path => view?.LabelOf(path) ?? path);
    }

    private string NameOf(ScriptStep step) => room.Machinery.Stages.All.FirstOrDefault(stage => stage.About.Type == step.Stage) is { } stage
        ? step.Seat is { } seat && stage.SeatName(seat) is { } named ? $"{stage.Title} · {named}" : stage.Title.ToString() : step.Stage;

    private IEnumerable<string> Waiting(List<WorkItem> all, Organisations.OrganisationDirectory directory) => all.Where(item => item.Status is WorkItemStatus.Open)
        .Select(item => Text.Of<PlayTexts>("Stop.Waits", room.Machinery.Stages.Of(item).ActOf(item), Holder.Of(item, directory, Today)).ToString());
}
