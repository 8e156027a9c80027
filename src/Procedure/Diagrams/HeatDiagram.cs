using WorkflowAccountability.Engine.Activities.Flowcharts;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Diagrams;

/// <summary>A step in its place with how work goes there; null where nothing may be said of it.</summary>
public sealed record HeatBox(PlacedBox Place, string Title, string? Citation, StageHeat? Heat);

/// <summary>A workflow drawn with how work goes at each of its steps.</summary>
public sealed record HeatDiagram(string Name, int Version, double Width, double Height, IReadOnlyList<HeatBox> Boxes, IReadOnlyList<PlacedLine> Lines)
{
    /// <summary>Draws a definition. What lies behind the wall is one closed box.</summary>
    internal static HeatDiagram Of(WorkflowDefinition definition, IReadOnlyDictionary<string, StageHeat> heats, StageCatalog stages)
    {
        var plan = DiagramPlan.Of(FlowOutline.Of((Flowchart)definition.Root, stage => stages.Of(stage).About.Walled));
        return new HeatDiagram(definition.Name, definition.Version, plan.Width, plan.Height, [.. plan.Boxes.Select(Box)], plan.Lines);

        HeatBox Box(PlacedBox place)
        {
            var stage = place.Node.Activity is StageActivity activity ? stages.Of(activity) : null;
            return place.Node.Kind is BoxKind.Closed ? new HeatBox(place, "", null, null)
                : new HeatBox(place, CaseDiagram.TitleOf(place.Node, stage), stage?.About.Citation, heats.GetValueOrDefault(place.Node.Id, new StageHeat(0, 0, null, 0, 0)));
        }
    }
}
