using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Activities.Flowcharts;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Journal;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Workflows;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Diagrams;

/// <summary>Where an activity of a running case stands.</summary>
public enum BoxState
{
    /// <summary>Not reached yet.</summary>
    Ahead,

    /// <summary>Waits for somebody.</summary>
    Now,

    /// <summary>Done, the last time it was reached.</summary>
    Done,

    /// <summary>Not the viewer's to know.</summary>
    Unknown,
}

/// <summary>Who has an open item of a stage, and since when.</summary>
public sealed record HeldBy(string Holder, DateTimeOffset Since, string? About);

/// <summary>A box of a case's diagram.</summary>
/// <param name="Times">How often it was begun.</param>
/// <param name="DoneAt">When it was last done (UTC).</param>
public sealed record DiagramBox(
    PlacedBox Place, string Title, string? Citation, BoxState State, int Times, DateTimeOffset? DoneAt, IReadOnlyList<HeldBy> Held);

/// <summary>A way of a case's diagram.</summary>
/// <param name="Label">The outcome, where the source has several; else empty.</param>
/// <param name="Times">How often it was gone.</param>
public sealed record DiagramLine(PlacedLine Place, string Label, int Times);

/// <summary>One workflow of a case, drawn for one person: what he may not know is not in it.</summary>
public sealed record CaseDiagram(string Name, int Version, double Width, double Height, IReadOnlyList<DiagramBox> Boxes, IReadOnlyList<DiagramLine> Lines)
{
    /// <summary>The instance that it shows.</summary>
    public string InstanceId { get; init; } = "";

    /// <summary>The diagrams of a case that the viewer sees, the oldest workflow first.</summary>
    /// <param name="isInvented">Whether it is nobody's case: then nothing lies behind the wall.</param>
    internal static async Task<IReadOnlyList<CaseDiagram>> OfAsync(
        CaseFile file, Viewer viewer, AccountabilityDb db, StageCatalog stages, DefinitionCatalog definitions, CancellationToken cancellationToken, bool isInvented = false)
    {
        var instances = await db.Instances.AsNoTracking().Where(instance => instance.CaseId == file.Id)
            .OrderBy(instance => instance.CreatedAt).ToListAsync(cancellationToken);
        var ids = instances.Select(instance => instance.Id).ToList();
        var journal = (await db.Journal.AsNoTracking().Where(burst => ids.Contains(burst.InstanceId)).OrderBy(burst => burst.Sequence)
            .ToListAsync(cancellationToken)).ToLookup(burst => burst.InstanceId);
        var open = await db.WorkItems.AsNoTracking().Where(item => item.CaseId == file.Id && item.Status == WorkItemStatus.Open)
            .OrderBy(item => item.OpenedAt).ToListAsync(cancellationToken);
        var diagrams = new List<CaseDiagram>();
        foreach (var instance in instances)
        {
            var definition = await definitions.VersionAsync(db, instance.DefinitionVersionId, cancellationToken);
            diagrams.Add(Of(definition, [.. journal[instance.Id].SelectMany(burst => burst.Read())], [.. open.Where(item => item.InstanceId == instance.Id)], file, viewer, stages, isInvented)
                with { InstanceId = instance.Id });
        }
        return diagrams;
    }

    /// <summary>A definition with what a case has done of it.</summary>
    internal static CaseDiagram Of(
        WorkflowDefinition definition, IReadOnlyList<JournalEntry> journal, IReadOnlyList<WorkItem> open, CaseFile file, Viewer viewer,
        StageCatalog stages, bool isInvented = false)
    {
        var behindWall = isInvented || CaseAccess.IsBehindWall(file, viewer.Actor.PersonId);
        var plan = DiagramPlan.Of(FlowOutline.Of((Flowchart)definition.Root, stage => !behindWall && stages.Of(stage).About.Walled));
        var today = BeijingTime.DayOf(viewer.Now);
        var known = open.Where(item => !item.Walled || behindWall || item.IsFor(viewer.Actor, file)).ToLookup(item => item.ActivityId);
        var waiting = open.Select(item => item.ActivityId).ToHashSet();
        var begun = journal.Where(entry => entry.EventName == "Started").CountBy(entry => entry.ActivityId).ToDictionary();
        var done = journal.Where(entry => entry.EventName == "Completed").ToLookup(entry => entry.ActivityId);
        var gone = journal.Where(entry => entry.EventName == "Completed").SelectMany(entry => entry.Outcomes.Select(port => (entry.ActivityId, port)))
            .CountBy(hop => hop).ToDictionary();
        var several = plan.Lines.GroupBy(line => line.Link.Source).Where(lines => lines.Select(line => line.Link.Port).Distinct().Count() > 1)
            .Select(lines => lines.Key).ToHashSet();
        var closed = plan.Boxes.Where(box => box.Node.Kind is BoxKind.Closed).Select(box => box.Node.Id).ToHashSet();
        return new CaseDiagram(definition.Name, definition.Version, plan.Width, plan.Height, [.. plan.Boxes.Select(Box)], [.. plan.Lines.Select(Line)]);

        DiagramBox Box(PlacedBox place)
        {
            var (id, stage) = (place.Node.Id, place.Node.Activity is StageActivity activity ? stages.Of(activity) : null);
            if (place.Node.Kind is BoxKind.Closed)
                return new DiagramBox(place, "", null, BoxState.Unknown, 0, null, []);
            var last = done[id].LastOrDefault();
            return new DiagramBox(place, TitleOf(place.Node, stage), stage?.About.Citation,
                waiting.Contains(id) ? BoxState.Now : last is not null ? BoxState.Done : BoxState.Ahead,
                begun.GetValueOrDefault(id), last?.Timestamp,
                [.. known[id].Select(item => new HeldBy(Holder.Of(item, viewer.Directory, today), item.OpenedAt, stage?.AboutOf(item)))]);
        }

        DiagramLine Line(PlacedLine place) => new(place,
            several.Contains(place.Link.Source) && plan.Boxes.FirstOrDefault(box => box.Node.Id == place.Link.Source)?.Node.Activity is StageActivity source
                ? stages.Of(source).OutcomeName(place.Link.Port).ToString() : "", Times(place.Link));

        // What leads out of a closed branch tells nothing of it, what leads into it neither, nor does a condition that chose between it and this.
        int Times(OutlineLink link) => closed.Contains(link.Source) || closed.Contains(link.Target) ? 0
            : link.IsVeiled ? Math.Min(gone.GetValueOrDefault((link.Source, link.Port)), begun.GetValueOrDefault(link.Target))
            : link.Hops.Min(hop => gone.GetValueOrDefault((hop.Activity, hop.Port)));
    }

    // The designer's words are Chinese; in another language the stage says what it is called.
    internal static string TitleOf(OutlineNode node, Stage? stage) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" && node.Activity.DisplayText is { Length: > 0 } words ? words
        : stage?.Title.ToString() ?? (node.Kind is BoxKind.Group ? string.Concat((node.Activity.Name ?? node.Id)
            .Select((letter, index) => index > 0 && char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : letter.ToString())) : "");
}
