using WorkflowAccountability.Engine.Activities.Flowcharts;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Diagrams;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Workflows.Comparing;

/// <summary>A step in its place, and what became of it; null where nothing did.</summary>
public sealed record MarkedBox(PlacedBox Place, string Title, string? Citation, ChangeKind? Mark);

/// <summary>A way, and whether the other version has it too.</summary>
public sealed record MarkedLine(PlacedLine Place, bool IsOwn);

/// <summary>One of two versions drawn, with what differs from the other.</summary>
/// <param name="IsAfter">Whether it is the later of the two: what is its own was added, else removed.</param>
public sealed record MarkedDiagram(string Name, int Version, bool IsAfter, double Width, double Height, IReadOnlyList<MarkedBox> Boxes, IReadOnlyList<MarkedLine> Lines)
{
    /// <summary>Draws both.</summary>
    public static IReadOnlyList<MarkedDiagram> Of(WorkflowDefinition before, WorkflowDefinition after, DefinitionDifference difference, StageCatalog stages)
    {
        if (before.Root is not Flowchart wasRoot || after.Root is not Flowchart nowRoot)
            return [];
        var (was, now) = (DiagramPlan.Of(FlowOutline.Of(wasRoot, _ => false)), DiagramPlan.Of(FlowOutline.Of(nowRoot, _ => false)));
        return [Draw(before, was, isAfter: false, now), Draw(after, now, isAfter: true, was)];

        MarkedDiagram Draw(WorkflowDefinition version, DiagramPlan plan, bool isAfter, DiagramPlan other)
        {
            var marks = difference.Changes.Select(change => (Id: isAfter ? change.After : change.Before, change.Kind)).Where(mark => mark.Id is not null)
                .GroupBy(mark => mark.Id!).ToDictionary(same => same.Key, same => same.Min(mark => mark.Kind));
            var known = other.Lines.Select(line => (line.Link.Source, line.Link.Port, line.Link.Target)).ToHashSet();
            return new(version.Name, version.Version, isAfter, plan.Width, plan.Height,
                [.. plan.Boxes.Select(box => new MarkedBox(box, TitleOf(box), StageOf(box)?.About.Citation, marks.TryGetValue(box.Node.Id, out var mark) ? mark : null))],
                [.. plan.Lines.Select(line => new MarkedLine(line, !known.Contains((line.Link.Source, line.Link.Port, line.Link.Target))
                    || line.Link.Hops.Skip(1).Any(hop => marks.ContainsKey(hop.Activity))))]);
        }

        string TitleOf(PlacedBox box) => CaseDiagram.TitleOf(box.Node, StageOf(box));

        Stage? StageOf(PlacedBox box) => box.Node.Activity is StageActivity activity ? stages.Of(activity) : null;
    }
}
