namespace WorkflowAccountability.Procedure.Diagrams;

/// <summary>A drawn activity in its place, in pixels of the whole drawing.</summary>
public sealed record PlacedBox(OutlineNode Node, double X, double Y, double Width, double Height)
{
    /// <summary>The middle.</summary>
    public double Middle => X + (Width / 2);

    /// <summary>The lower edge.</summary>
    public double Bottom => Y + Height;
}

/// <summary>A way, as the corners of its line.</summary>
/// <param name="IsReturn">Whether it leads back, or to where it came from.</param>
public sealed record PlacedLine(OutlineLink Link, IReadOnlyList<(double X, double Y)> Corners, bool IsReturn);

/// <summary>
/// The places of a drawing, from the designer's positions: what the designer put further right comes further down, so that the drawing is
/// read like a page; what he put further down lies further right. Gaps close, order and branches stay.
/// </summary>
public sealed record DiagramPlan(double Width, double Height, IReadOnlyList<PlacedBox> Boxes, IReadOnlyList<PlacedLine> Lines)
{
    private const double StageWidth = 200;
    private const double StageHeight = 74;
    private const double BarHeight = 22;
    private const double RowGap = 34;
    private const double LaneGap = 46;
    private const double Margin = 26;
    private const double GroupHead = 30;
    private const double SameRow = 24;
    private const double SameLane = 45;
    private const double Neighbours = 240;

    /// <summary>Places an outline.</summary>
    public static DiagramPlan Of(FlowOutline outline)
    {
        var inner = outline.Nodes.Where(node => node.Inside is not null).ToDictionary(node => node.Id, node => Of(node.Inside!));
        var rows = Rows(outline.Nodes);
        var lanes = Lanes(outline.Nodes, rows);
        var boxes = Place(outline, rows, lanes, inner);
        var lines = new LineRouting(boxes, rows, lanes.ToDictionary(lane => lane.Key, lane => lane.Value)).Route(outline.Links);
        List<PlacedBox> all = [.. boxes.Values];
        List<PlacedLine> allLines = [.. lines];
        foreach (var (id, plan) in inner)
        {
            var (left, top) = (boxes[id].X + ((boxes[id].Width - plan.Width) / 2), boxes[id].Y + GroupHead);
            all.AddRange(plan.Boxes.Select(box => box with { X = box.X + left, Y = box.Y + top }));
            allLines.AddRange(plan.Lines.Select(line => line with { Corners = [.. line.Corners.Select(corner => (corner.X + left, corner.Y + top))] }));
        }
        return new DiagramPlan(
            all.Select(box => box.X + box.Width).Concat(allLines.SelectMany(line => line.Corners.Select(corner => corner.X))).DefaultIfEmpty(0).Max() + Margin,
            all.Select(box => box.Bottom).DefaultIfEmpty(0).Max() + Margin, all, allLines);
    }

    // What the designer put at about the same x is a row.
    private static Dictionary<string, int> Rows(IReadOnlyList<OutlineNode> nodes)
    {
        var rows = new Dictionary<string, int>();
        var (row, start) = (-1, double.NegativeInfinity);
        foreach (var (node, x) in nodes.Select((node, index) => (node, X: node.Activity.Position?.X ?? index * 260)).OrderBy(each => each.X))
        {
            if (x - start > SameRow)
                (row, start) = (row + 1, x);
            rows[node.Id] = row;
        }
        return rows;
    }

    // What lies at about the same y is a lane; neighbouring lanes that never meet in a row become one.
    private static Dictionary<string, int> Lanes(IReadOnlyList<OutlineNode> nodes, Dictionary<string, int> rows)
    {
        var lanes = new Dictionary<string, int>();
        var (lane, last, taken) = (-1, double.NegativeInfinity, new HashSet<int>());
        foreach (var cluster in Clusters(nodes))
        {
            var own = cluster.Nodes.Select(node => rows[node.Id]).ToList();
            if (cluster.Y - last > Neighbours || own.Exists(taken.Contains))
            {
                lane++;
                taken.Clear();
            }
            last = cluster.Y;
            taken.UnionWith(own);
            foreach (var node in cluster.Nodes)
                lanes[node.Id] = lane;
        }
        return lanes;
    }

    private static List<(double Y, List<OutlineNode> Nodes)> Clusters(IReadOnlyList<OutlineNode> nodes)
    {
        var clusters = new List<(double Y, List<OutlineNode> Nodes)>();
        foreach (var (node, y) in nodes.Select(node => (node, Y: node.Activity.Position?.Y ?? 0)).OrderBy(each => each.Y))
            if (clusters is [.., var open] && y - open.Y <= SameLane)
                open.Nodes.Add(node);
            else
                clusters.Add((y, [node]));
        return clusters;
    }

    private static Dictionary<string, PlacedBox> Place(
        FlowOutline outline, Dictionary<string, int> rows, Dictionary<string, int> lanes, Dictionary<string, DiagramPlan> inner)
    {
        (double Width, double Height) Size(OutlineNode node) => node.Kind switch
        {
            BoxKind.Group => (Math.Max(StageWidth, inner[node.Id].Width), inner[node.Id].Height + GroupHead),
            BoxKind.Bar or BoxKind.Start or BoxKind.End => (StageWidth, BarHeight),
            _ => (StageWidth, StageHeight),
        };
        var widths = outline.Nodes.GroupBy(node => lanes[node.Id]).ToDictionary(lane => lane.Key, lane => lane.Max(node => Size(node).Width));
        var middles = new Dictionary<int, double>();
        var left = Margin;
        foreach (var lane in widths.Keys.Order())
        {
            middles[lane] = left + (widths[lane] / 2);
            left += widths[lane] + LaneGap;
        }

        var placed = new Dictionary<string, PlacedBox>();
        var next = 12.0;
        foreach (var row in outline.Nodes.GroupBy(node => rows[node.Id]).OrderBy(row => row.Key))
        {
            var top = row.Select(node => Below(node, placed, outline.Links, rows, lanes)).Append(next).Max();
            foreach (var node in row)
            {
                var (width, height) = Size(node);
                placed[node.Id] = new PlacedBox(node, middles[lanes[node.Id]] - (width / 2), top, width, height);
            }
            // A tall group may reach beside the rows that follow; only what lies under it, or follows from it, waits for its end.
            next = top + row.Min(node => Size(node).Height) + RowGap;
        }
        return placed;
    }

    private static double Below(
        OutlineNode node, Dictionary<string, PlacedBox> placed, IReadOnlyList<OutlineLink> links, Dictionary<string, int> rows, Dictionary<string, int> lanes) =>
        placed.Values.Where(box => lanes[box.Node.Id] == lanes[node.Id]
                || links.Any(link => link.Source == box.Node.Id && link.Target == node.Id && rows[link.Source] < rows[node.Id]))
            .Select(box => box.Bottom + RowGap).DefaultIfEmpty(0).Max();
}
