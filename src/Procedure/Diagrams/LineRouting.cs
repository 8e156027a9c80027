namespace WorkflowAccountability.Procedure.Diagrams;

/// <summary>Draws ways between placed boxes: straight down where nothing lies between, else through the gutter beside the lane.</summary>
internal sealed class LineRouting(Dictionary<string, PlacedBox> boxes, Dictionary<string, int> rows, Dictionary<string, int> lanes)
{
    private const double Spread = 7;
    private const double Arrow = 14;

    private readonly Dictionary<string, int> gutters = [];

    public IEnumerable<PlacedLine> Route(IReadOnlyList<OutlineLink> links) =>
        [.. links.Where(link => boxes.ContainsKey(link.Source) && boxes.ContainsKey(link.Target)).Select(Route)];

    private PlacedLine Route(OutlineLink link)
    {
        var (from, to) = (boxes[link.Source], boxes[link.Target]);
        if (link.Source == link.Target)
            return new PlacedLine(link, Loop(from), IsReturn: true);
        if (rows[link.Source] == rows[link.Target])
            return new PlacedLine(link, Across(from, to), IsReturn: lanes[link.Target] < lanes[link.Source]);
        return rows[link.Source] < rows[link.Target]
            ? new PlacedLine(link, IsFree(from, to) ? Down(from, to) : Around(from, to), IsReturn: false)
            : new PlacedLine(link, Back(from, to), IsReturn: true);
    }

    private static (double, double)[] Loop(PlacedBox box)
    {
        var right = box.X + box.Width;
        return [(right, box.Y + 20), (right + 16, box.Y + 20), (right + 16, box.Bottom - 20), (right, box.Bottom - 20)];
    }

    private static (double, double)[] Across(PlacedBox from, PlacedBox to)
    {
        var toTheRight = from.X < to.X;
        var y = from.Y + (Math.Min(from.Height, to.Height) / 2) + (toTheRight ? -10 : 10);
        return toTheRight ? [(from.X + from.Width, y), (to.X, y)] : [(from.X, y), (to.X + to.Width, y)];
    }

    private static (double, double)[] Down(PlacedBox from, PlacedBox to)
    {
        var turn = to.Y - Arrow - 3;
        return Math.Abs(from.Middle - to.Middle) < 1
            ? [(from.Middle, from.Bottom), (to.Middle, to.Y)]
            : [(from.Middle, from.Bottom), (from.Middle, turn), (to.Middle, turn), (to.Middle, to.Y)];
    }

    private (double, double)[] Around(PlacedBox from, PlacedBox to)
    {
        var gutter = from.X + from.Width + 12 + Offset("r", lanes[from.Node.Id]);
        var (start, turn) = (from.Y + (from.Height / 2), to.Y - Arrow - 3);
        return [(from.X + from.Width, start), (gutter, start), (gutter, turn), (to.Middle, turn), (to.Middle, to.Y)];
    }

    private (double, double)[] Back(PlacedBox from, PlacedBox to)
    {
        var gutter = Math.Min(from.X, to.X) - 10 - Offset("l", lanes[to.Node.Id]);
        var (start, end) = (from.Y + (from.Height / 2), to.Y + (to.Height / 2));
        return [(from.X, start), (gutter, start), (gutter, end), (to.X, end)];
    }

    // Lines that run through the same gutter lie beside each other.
    private double Offset(string side, int lane)
    {
        var count = gutters[side + lane] = gutters.GetValueOrDefault(side + lane) + 1;
        return (count - 1) % 4 * Spread;
    }

    private bool IsFree(PlacedBox from, PlacedBox to) => !boxes.Values.Any(box => box != from && box != to
        && box.X < from.Middle && from.Middle < box.X + box.Width && box.Y < to.Y - Arrow && box.Bottom > from.Bottom);
}
