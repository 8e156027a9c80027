using Microsoft.Playwright;

namespace WorkflowAccountability.Browser.Tests.Studio;

/// <summary>
/// The drawing in the designer and the inputs of what is selected in it, changed with mouse and keys alone. The designer saves by itself half a second after
/// each change and marks itself saved again when the answer is there; nothing is begun before that.
/// </summary>
internal sealed class Drawing
{
    private const float Patience = 120_000;

    private readonly IPage page;
    private readonly IFrameLocator frame;
    private int asked, answered;

    public Drawing(IPage page, IFrameLocator frame)
    {
        (this.page, this.frame) = (page, frame);
        page.Request += (_, request) => asked += IsAsked(request) ? 1 : 0;
        page.RequestFinished += (_, request) => answered += IsAsked(request) ? 1 : 0;
        page.RequestFailed += (_, request) => answered += IsAsked(request) ? 1 : 0;
    }

    /// <summary>Waits until all of it is drawn and the designer has brought it into the window.</summary>
    public async Task OpenedAsync()
    {
        await Assertions.Expect(frame.Locator("#studio-place")).Not.ToHaveAttributeAsync("aria-busy", "true", new() { Timeout = Patience });
        await StillAsync();
    }

    /// <summary>Pushes the drawing until an activity stands in the middle of the upper half.</summary>
    public async Task ShowAsync(string activity)
    {
        var (canvas, step, blank) = (await BoxAsync(Canvas), await BoxAsync(Node(activity)), await BlankAsync());
        await DragAsync(blank, (blank.X + canvas.X + (canvas.Width / 2) - step.X - (step.Width / 2), blank.Y + canvas.Y + (canvas.Height / 3) - step.Y));
        await StillAsync();
    }

    /// <summary>Drags an activity out of its category to below another one; answers its id.</summary>
    public async Task<string> AddAsync(string category, string name, string below)
    {
        var before = await IdsAsync();
        await frame.Locator(".mud-expand-panel-header", new() { HasText = category }).Last.ClickAsync();
        // The category opens slowly, and what lies in it moves meanwhile.
        var offered = frame.Locator(".mud-collapse-entered [draggable=true]", new() { HasText = name });
        await offered.HoverAsync(new() { Timeout = Patience });
        var (from, beside) = (await MiddleAsync(offered), await BoxAsync(Node(below)));
        await KeptAsync(() => DragAsync(from, (beside.X + 5, beside.Y + beside.Height + 30)));
        await Assertions.Expect(frame.Locator(".x6-node")).ToHaveCountAsync(before.Length + 1, new() { Timeout = Patience });
        return (await IdsAsync()).Except(before).Single();
    }

    /// <summary>Draws a line from an activity's way out to another's way in.</summary>
    public async Task ConnectAsync(string from, string port, string to)
    {
        var lines = await Lines.CountAsync();
        // What is selected has handles to make it larger, and one of them lies on its way out.
        var blank = await BlankAsync();
        await page.Mouse.ClickAsync(blank.X, blank.Y);
        await Assertions.Expect(frame.Locator(".x6-widget-transform")).ToHaveCountAsync(0, new() { Timeout = Patience });
        var (start, end) = (await MiddleAsync(Port(from, port)), await MiddleAsync(Port(to, "In")));
        await KeptAsync(() => DragAsync(start, end));
        await Assertions.Expect(Lines).ToHaveCountAsync(lines + 1, new() { Timeout = Patience });
    }

    /// <summary>Takes the line between two activities away: clicks it and presses Delete.</summary>
    public async Task DisconnectAsync(string from, string to)
    {
        var lines = await Lines.CountAsync();
        // Where a line runs is known to the drawing alone.
        var within = await Canvas.EvaluateAsync<float[]>("""
            async (canvas, [from, to]) => {
              const { graphBindings } = await import(new URL("_content/Elsa.Studio.Workflows.Designer/designer.entry.js", document.baseURI));
              const graph = graphBindings[canvas.id].graph, box = canvas.getBoundingClientRect();
              const line = graph.getEdges().find(edge => edge.getSourceCellId() === from && edge.getTargetCellId() === to);
              const middle = graph.findViewByCell(line).getPointAtRatio(0.5), at = graph.localToClient(middle.x, middle.y);
              return [at.x - box.x, at.y - box.y];
            }
            """, new[] { from, to });
        var canvas = await BoxAsync(Canvas);
        await page.Mouse.ClickAsync(canvas.X + within[0], canvas.Y + within[1]);
        await KeptAsync(() => page.Keyboard.PressAsync("Delete"));
        await Assertions.Expect(Lines).ToHaveCountAsync(lines - 1, new() { Timeout = Patience });
    }

    /// <summary>Selects an activity: its inputs are shown.</summary>
    public async Task SelectAsync(string activity)
    {
        await Node(activity).Locator(".activity-label").ClickAsync(new() { Force = true });
        await StillAsync();
    }

    /// <summary>Types into an input of what is selected.</summary>
    public async Task SetAsync(string input, string value)
    {
        var field = FieldOf(input).Locator("input, textarea").First;
        await field.FillAsync(value);
        await KeptAsync(() => field.PressAsync("Tab"));
    }

    /// <summary>Chooses in an input of what is selected.</summary>
    public async Task ChooseAsync(string input, string choice)
    {
        await FieldOf(input).Locator(".mud-input-slot").First.ClickAsync();
        await KeptAsync(() => frame.Locator(".mud-popover-open").GetByText(choice, new() { Exact = true }).ClickAsync());
    }

    /// <summary>Adds words to a list of what is selected, one after the other.</summary>
    public async Task AddToAsync(string input, params string[] words)
    {
        foreach (var word in words)
        {
            await FieldOf(input).Locator("input").First.FillAsync(word);
            await KeptAsync(() => FieldOf(input).Locator("input").First.PressAsync("Enter"));
        }
    }

    private ILocator Canvas => frame.Locator(".x6-graph").First;

    private ILocator Lines => frame.Locator(".x6-edge");

    private ILocator Node(string activity) => frame.Locator($".x6-node[data-cell-id='{activity}']");

    private ILocator Port(string activity, string port) => Node(activity).Locator($".x6-port-body[port='{port}']");

    private ILocator FieldOf(string input) => frame.Locator(".mud-input-control", new() { Has = frame.Locator($"label:text-is('{input}')") }).First;

    private Task<string[]> IdsAsync() => frame.Locator(".x6-node").EvaluateAllAsync<string[]>("nodes => nodes.map(node => node.dataset.cellId)");

    private async Task KeptAsync(Func<Task> change)
    {
        (await page.RunAndWaitForResponseAsync(change, StudioWindow.IsSave, new() { Timeout = Patience })).Status.ShouldBe(200);
        await Assertions.Expect(frame.Locator(".mud-badge-dot.mud-theme-success")).ToBeVisibleAsync(new() { Timeout = Patience });
        await StillAsync();
    }

    // Selecting a step asks for its choices in several rounds, and its panel is built anew with each: it is done when nothing is asked and nothing moves any more.
    private async Task StillAsync()
    {
        var (before, same, tries) = ("", 0, 0);
        while (same < 4)
        {
            (++tries).ShouldBeLessThan(600, "the designer does not come to rest");
            var now = $"{asked} {await frame.Locator(".x6-graph-svg-viewport").First.GetAttributeAsync("transform")} {await frame.Locator(".x6-node").CountAsync()}";
            same = asked == answered && now == before ? same + 1 : 0;
            before = now;
            await page.WaitForTimeoutAsync(150);
        }
    }

    private async Task DragAsync((float X, float Y) from, (float X, float Y) to)
    {
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync((from.X + to.X) / 2, (from.Y + to.Y) / 2, new() { Steps = 8 });
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 8 });
        await page.Mouse.UpAsync();
    }

    // A place where neither a step nor a line lies, nor near it.
    private async Task<(float X, float Y)> BlankAsync()
    {
        var within = await Canvas.EvaluateAsync<float[]>("""
            canvas => {
              const box = canvas.getBoundingClientRect();
              const isBlank = (x, y) => document.elementFromPoint(x, y)?.classList.contains("x6-graph-svg");
              for (let y = box.bottom - 30; y > box.top + 30; y -= 20)
                for (let x = box.left + 30; x < box.right - 30; x += 20)
                  if (isBlank(x, y) && [-12, 12].every(far => isBlank(x + far, y) && isBlank(x, y + far))) return [x - box.left, y - box.top];
              return [];
            }
            """);
        within.ShouldNotBeEmpty("the drawing has no blank place in the window");
        var canvas = await BoxAsync(Canvas);
        return (canvas.X + within[0], canvas.Y + within[1]);
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator element) => (await element.BoundingBoxAsync(new() { Timeout = Patience }))!;

    private static async Task<(float X, float Y)> MiddleAsync(ILocator element)
    {
        var box = await BoxAsync(element);
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    private static bool IsAsked(IRequest request) => request.Url.Contains("/elsa/api/", StringComparison.Ordinal);
}
