using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Diagrams;
using WorkflowAccountability.Procedure.Drafts;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Phrases;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Workflows;

namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>All that the page of an open work item shows to one person, read at one moment.</summary>
/// <param name="SeesCase">Whether the case is his to see; a consulted body is given its own letter, not the file.</param>
/// <param name="CommandId">Made once for the form and kept with its draft: a double click and a retry carry the same one.</param>
public sealed record WorkItemSheet(WorkItem Item, CaseFile File, Stage Stage, Viewer Viewer, FormView View, bool SeesCase, string CommandId)
{
    /// <summary>His draft; null while he has kept nothing.</summary>
    public Draft? Draft { get; init; }

    /// <summary>Whether the text of his second window is shown instead of the first one's.</summary>
    public bool ShowsOther { get; init; }

    /// <summary>What refused the submission that this page answers; empty where it answers none.</summary>
    public IReadOnlyList<Ruling> Refusals { get; init; } = [];

    /// <summary>What is wrong with the form as shown, and what submitting it would do.</summary>
    public ItemCheck Check { get; init; } = new([], [], []);

    /// <summary>Where each outcome may lead, as far as he may know.</summary>
    public IReadOnlyList<WayOn> Ways { get; init; } = [];

    /// <summary>The other open items of the case that he may know of.</summary>
    public IReadOnlyList<WorkItem> Others { get; init; } = [];

    /// <summary>By which outcome a submission left its stage, by the submission's id.</summary>
    public IReadOnlyDictionary<string, string> Outcomes { get; init; } = new Dictionary<string, string>();

    /// <summary>The workflows of the case as far as he may know them; read only where they are shown.</summary>
    public IReadOnlyList<CaseDiagram> Diagrams { get; init; } = [];

    /// <summary>The audit of the case as far as he may read it; read only where it is shown.</summary>
    public IReadOnlyList<AuditLine> Log { get; init; } = [];

    /// <summary>第十一条第一款: the locked texts on which the item decides; empty where it decides on none.</summary>
    public IReadOnlyList<Paper> Submitted { get; init; } = [];

    /// <summary>What he submitted just before; null where he came another way.</summary>
    public JustDone? Before { get; init; }

    /// <summary>Today in Beijing.</summary>
    public DateOnly Today => BeijingTime.DayOf(Viewer.Now);

    /// <summary>Whether he may read behind the wall of this case.</summary>
    public bool IsBehindWall => CaseAccess.IsBehindWall(File, Viewer.Actor.PersonId);
}

/// <summary>Reads sheets: what is on a work item's page, however one came to it.</summary>
internal sealed class WorkItemSheets(AccountabilityDb db, Machinery machinery, CommandRunner commands)
{
    /// <summary>The sheet as first opened: with the draft where there is one, else as the stage fills it in.</summary>
    public async Task<WorkItemSheet> OpenAsync(WorkItem item, CaseFile file, Viewer viewer, bool other, CancellationToken cancellationToken)
    {
        var draft = await DraftShelf.FindAsync(db, item.Id, viewer.Actor.PersonId, cancellationToken);
        var showsOther = other && draft?.OtherFields is not null;
        await LoadEditionsAsync(item, file, cancellationToken);
        var values = draft is null ? FirstShown(item, file) : new FormValues(DraftShelf.Read(showsOther ? draft.OtherFields! : draft.Fields));
        var sheet = await ReadAsync(item, file, viewer, values, [], draft?.CommandId ?? Guid.NewGuid().ToString("n"), cancellationToken);
        return sheet with
        {
            Draft = draft,
            ShowsOther = showsOther,
            Check = await ItemCheck.OfAsync(item, file, viewer, values.Fields, sheet.CommandId, machinery.Stages, commands, cancellationToken),
        };
    }

    /// <summary>The sheet with what a tab shows beside the form, where the viewer sees the case.</summary>
    public async Task<WorkItemSheet> WithTabAsync(WorkItemSheet sheet, string? tab, CancellationToken cancellationToken) => tab switch
    {
        WorkItemPage.DiagramTab when sheet.SeesCase => sheet with
        {
            Diagrams = await CaseDiagram.OfAsync(sheet.File, sheet.Viewer, db, machinery.Stages, machinery.Definitions, cancellationToken),
        },
        WorkItemPage.LogTab when sheet.SeesCase => sheet with
        {
            Log = await AuditTrail.OfAsync(sheet.File, sheet.Viewer, db, machinery.Stages, cancellationToken),
        },
        _ => sheet,
    };

    /// <summary>The sheet after a submission that did not go through: as typed, with everything that is wrong.</summary>
    public async Task<WorkItemSheet> AgainAsync(
        WorkItem item, CaseFile file, Viewer viewer, IReadOnlyList<KeyValuePair<string, string>> typed, IReadOnlyList<FieldError> errors,
        IReadOnlyList<Ruling> refusals, string commandId, CancellationToken cancellationToken) =>
        await ReadAsync(item, file, viewer, new FormValues(typed), errors, commandId, cancellationToken) with
        {
            Draft = await DraftShelf.FindAsync(db, item.Id, viewer.Actor.PersonId, cancellationToken),
            Refusals = refusals,
            Check = new ItemCheck(errors, refusals, []),
        };

    private FormValues FirstShown(WorkItem item, CaseFile file) => new(machinery.Stages.Of(item).FirstShown(
        file, item.Prefill is null ? null : FormJsonText.Read(item.Prefill, machinery.Stages.Form(item.FormName))));

    private async Task LoadEditionsAsync(WorkItem item, CaseFile file, CancellationToken cancellationToken)
    {
        if (file.Editions.Count == 0 && machinery.Stages.Of(item).PublishesReport)
            file.Editions.AddRange(await CaseEdition.OfAsync(db, file.Id, cancellationToken));
    }

    private async Task<WorkItemSheet> ReadAsync(
        WorkItem item, CaseFile file, Viewer viewer, FormValues values, IReadOnlyList<FieldError> errors, string commandId,
        CancellationToken cancellationToken)
    {
        var stage = machinery.Stages.Of(item);
        var actor = viewer.Actor;
        await LoadEditionsAsync(item, file, cancellationToken);
        var uploaded = await db.StagedFiles.AsNoTracking().Where(own => own.Target == item.Id && own.PersonId == actor.PersonId).ToListAsync(cancellationToken);
        var view = new FormView(machinery.Stages.PlanOf(item), stage.GetType(), values, errors,
            ChoiceLists.For(file, viewer.Directory, BeijingTime.DayOf(viewer.Now), actor.PersonId, uploaded))
        {
            DraftAction = $"/work-items/{item.Id}/draft",
            Offered = stage.Offers(file, viewer.Directory, values),
            Phrases = await Phrase.OfAsync(db, actor.PersonId, cancellationToken),
        };
        var sees = await db.Cases.Where(CaseAccess.Sees(actor, db)).AnyAsync(known => known.Id == file.Id, cancellationToken);
        var open = !sees ? [] : await db.WorkItems.AsNoTracking().Where(other => other.CaseId == file.Id && other.Status == WorkItemStatus.Open
            && other.Id != item.Id).OrderBy(other => other.OpenedAt).ToListAsync(cancellationToken);
        var behindWall = CaseAccess.IsBehindWall(file, actor.PersonId);
        return new WorkItemSheet(item, file, stage, viewer, view, sees, commandId)
        {
            Submitted = await ShowSubmitted.OfAsync(item, db, machinery.Stages, cancellationToken),
            Others = [.. open.Where(other => !other.Walled || behindWall || other.IsFor(actor, file))],
            Outcomes = sees ? await SubmittedOutcomes.OfAsync(db, file.Id, cancellationToken) : new Dictionary<string, string>(),
            Ways = [.. (await Ahead.OfAsync(item, db, machinery, viewer.Now, cancellationToken)).Select(way => way with
            {
                To = [.. way.To.Where(to => item.Walled || behindWall || !machinery.Stages.Of(to.StageType, to.Step).About.Walled)],
            })],
        };
    }
}
