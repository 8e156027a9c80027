using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Bookmarks;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.WorkItems.Verbs;

/// <summary>What a return would do, tried on a copy of the case that is thrown away: which items would open again and which would lapse.</summary>
internal sealed class ReturnPreview(Viewer viewer, AccountabilityDb db, Machinery machinery)
{
    /// <summary>内部环节: only the definition's own ways lead back.</summary>
    public static Ruling IsOffered(bool isOffered) => Ruling.Require(isOffered, "内部环节",
        Text.Of<VerbTexts>("Return.None.Reason"), Text.Of<VerbTexts>("Return.None.Remedy"));

    /// <summary>Every way back from an open item, with its effect.</summary>
    public async Task<IReadOnlyList<VerbOption>> OfAsync(WorkItem item, CaseFile file, CancellationToken cancellationToken)
    {
        var instance = await db.Instances.AsNoTracking().SingleAsync(row => row.Id == item.InstanceId, cancellationToken);
        var definition = await machinery.Definitions.VersionAsync(db, instance.DefinitionVersionId, cancellationToken);
        var open = await db.WorkItems.AsNoTracking().Where(each => each.CaseId == item.CaseId && each.Status == WorkItemStatus.Open && each.Id != item.Id)
            .ToListAsync(cancellationToken);
        var state = WorkflowState.Parse(instance.State);
        var opening = Completion.OpeningOf(item, state);
        var stage = machinery.Stages[item.StageType];
        var options = new List<VerbOption>();
        foreach (var way in stage.WaysBack(file, item.Seat, "…"))
        {
            var copy = await CopyAsync(file.Id, item, way, cancellationToken);
            var context = ContextOf(copy, opening, item);
            var effects = stage.Submit(context, item.Seat, way.Form) switch
            {
                StageStep.Opening again => [.. again.Seats.Select(seat => Opens(stage, seat, copy))],
                StageStep.Leaving leaving => Burst(machinery.Engine.Resume(definition, state, item.BookmarkId, StageActivity.Left(leaving), viewer.Now), copy, open, item),
                _ => (IReadOnlyList<Text>)[],
            };
            if (effects.Count > 0)
                options.Add(new VerbOption(way.Key, NameOf(stage, way), [.. effects.DistinctBy(effect => effect.ToString())]));
        }
        return options;
    }

    private List<Text> Burst(Burst burst, CaseFile copy, IReadOnlyList<WorkItem> open, WorkItem item) =>
    [
        .. burst.Effects.OfType<BookmarkCreated>().SelectMany(created => Opens(created.Bookmark, copy)),
        .. burst.Effects.OfType<BookmarkBurned>().SelectMany(burned => open.Where(each => each.BookmarkId == burned.Bookmark.Id))
            .Where(each => !each.Walled || each.IsFor(viewer.Actor, copy) || CaseAccess.IsBehindWall(copy, viewer.Actor.PersonId))
            .Select(each => Text.Of<VerbTexts>("return.Lapses", machinery.Stages[each.StageType].Title,
                each.About ?? machinery.Stages[each.StageType].SeatName(each.Seat), Addressee.NameOf(each.CandidateKey, viewer.Directory, Today))),
    ];

    private IEnumerable<Text> Opens(Bookmark bookmark, CaseFile copy)
    {
        var stage = machinery.Stages[bookmark.Name];
        var opening = new StageOpening(copy.Id, bookmark.Id, bookmark.ActivityId, bookmark.ActivityInstanceId, StageActivity.InputsOf(bookmark));
        return stage.Enter(ContextOf(copy, opening, null)).Select(seat => Opens(stage, seat, copy));
    }

    // 第十条第一句: of what goes on behind the wall no more is said than that the parallel part comes back too.
    private Text Opens(Stage stage, Seat seat, CaseFile copy) =>
        (stage.About.Walled || seat.Walled) && !CaseAccess.IsBehindWall(copy, viewer.Actor.PersonId) ? Text.Of<VerbTexts>("return.Walled")
            : Text.Of<VerbTexts>("return.Opens", stage.Title, seat.About ?? stage.SeatName(seat.Key) ?? "",
                Addressee.NameOf(seat.To.KeyIn(copy.Id), viewer.Directory, Today));

    private static string NameOf(Stage stage, WayBack way) => new Text(stage.GetType(), way.NameKey).ToString();

    private async Task<CaseFile> CopyAsync(string caseId, WorkItem item, WayBack way, CancellationToken cancellationToken)
    {
        var copy = await CaseFiles.Whole(db).AsNoTracking().SingleAsync(file => file.Id == caseId, cancellationToken);
        copy.Submissions.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        copy.Submissions.Add(new Submission
        {
            Id = item.Id, CaseId = caseId, Sequence = int.MaxValue, StageType = item.StageType, ActivityInstanceId = item.ActivityInstanceId, Seat = item.Seat,
            FormName = way.Form.GetType().Name, FormJson = FormJsonText.Write(way.Form), PersonId = viewer.Actor.PersonId, PersonName = viewer.Actor.Name,
            PostText = viewer.Actor.PostText, At = viewer.Now, Walled = item.Walled,
        });
        return copy;
    }

    private StageContext ContextOf(CaseFile file, StageOpening opening, WorkItem? item) => new(file, opening.Inputs, opening.ActivityInstanceId,
        item?.ActingFor(viewer.Actor, file) ?? viewer.Actor, viewer.Now, Today, viewer.Directory);

    private DateOnly Today => BeijingTime.DayOf(viewer.Now);
}
