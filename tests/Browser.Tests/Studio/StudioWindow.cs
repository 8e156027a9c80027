using Microsoft.Playwright;
using WorkflowAccountability.Browser.Tests.Sites;

namespace WorkflowAccountability.Browser.Tests.Studio;

/// <summary>The designer within its page, used as a person uses it.</summary>
internal sealed class StudioWindow
{
    private const float Patience = 120_000;

    private readonly IPage page;

    private StudioWindow(IPage page) => (this.page, Frame) = (page, page.FrameLocator("#studio-frame"));

    /// <summary>The designer's own document.</summary>
    public IFrameLocator Frame { get; }

    /// <summary>Opens it at a place and waits until the named element is there: the package is large.</summary>
    public static async Task<StudioWindow> OpenAsync(Official official, string path, string shown)
    {
        (await official.GoAsync("/studio/" + path)).ShouldBe(200);
        var studio = new StudioWindow(official.Page);
        await studio.Frame.Locator(shown).First.WaitForAsync(new() { Timeout = Patience });
        return studio;
    }

    /// <summary>Waits until so many activities are drawn.</summary>
    public Task NodesAsync(int count) => Assertions.Expect(Frame.Locator("elsa-activity-wrapper")).ToHaveCountAsync(count, new() { Timeout = Patience });

    /// <summary>Drags an activity out of its category onto the canvas.</summary>
    public async Task AddAsync(string category, string name, int x, int y)
    {
        await Frame.Locator(".mud-expand-panel-header", new() { HasText = category }).Last.ClickAsync();
        var saved = page.WaitForResponseAsync(IsSave, new() { Timeout = Patience });
        await Frame.Locator("[draggable=true]", new() { HasText = name }).DragToAsync(Frame.Locator(".x6-graph").First, new() { TargetPosition = new() { X = x, Y = y } });
        (await saved).Status.ShouldBe(200);
    }

    /// <summary>Draws a line from an activity's way out to another's way in.</summary>
    public async Task ConnectAsync(string from, string to)
    {
        var lines = await Frame.Locator(".x6-edge").CountAsync();
        await FitAsync();
        var (start, end) = (await MiddleOfAsync(Node(from).Locator(".x6-port-out .elsa-designer-port-hit-area").First),
            await MiddleOfAsync(Node(to).Locator(".x6-port-in .elsa-designer-port-hit-area")));
        await page.Mouse.MoveAsync(start.X, start.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(start.X + 20, start.Y + 8, new() { Steps = 4 });
        await page.Mouse.MoveAsync(end.X, end.Y, new() { Steps = 12 });
        // It saves by itself after each change and draws anew: whoever goes on before that drags at what is gone.
        var saved = page.WaitForResponseAsync(IsSave, new() { Timeout = Patience });
        await page.Mouse.UpAsync();
        await Assertions.Expect(Frame.Locator(".x6-edge")).ToHaveCountAsync(lines + 1, new() { Timeout = Patience });
        (await saved).Status.ShouldBe(200);
    }

    /// <summary>Selects an activity and types into one of its inputs.</summary>
    public async Task SetAsync(string activity, string input, string value)
    {
        await Node(activity).Locator(".activity-label").ClickAsync(new() { Force = true });
        var field = Frame.Locator(".mud-input-control", new() { Has = Frame.Locator($"label:text-is('{input}')") }).Locator("input");
        await field.FillAsync(value);
        var saved = page.WaitForResponseAsync(IsSave);
        await field.PressAsync("Tab");
        (await saved).Status.ShouldBe(200);
    }

    /// <summary>Ctrl+S.</summary>
    public async Task SaveAsync()
    {
        var saved = page.WaitForResponseAsync(IsSave);
        await page.Keyboard.PressAsync("Control+s");
        (await saved).Status.ShouldBe(200);
        await Assertions.Expect(Frame.Locator(".mud-snackbar", new() { HasText = "流程已保存" })).ToBeVisibleAsync();
    }

    /// <summary>English words that are read there, with where; what is named by ids and what was typed aside.</summary>
    public async Task<IEnumerable<string>> EnglishAsync(string place)
    {
        await page.WaitForTimeoutAsync(1500);
        var texts = await Frame.Locator("body").First.EvaluateAsync<string[]>("""
            body => {
              const left = ".monaco-editor, script, style, textarea, input, code, [data-no-i18n], .mud-popover-provider script";
              const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT), texts = [];
              while (walker.nextNode()) {
                const element = walker.currentNode.parentElement;
                if (walker.currentNode.data.trim() && !element.closest(left) && element.checkVisibility()) texts.push(walker.currentNode.data.trim());
              }
              for (const name of ["placeholder", "title"]) for (const element of body.querySelectorAll(`[${name}]`)) if (!element.closest(left)) texts.push(element.getAttribute(name));
              return texts;
            }
            """);
        // Ids and names of types stand as they are: they are what a definition's file says.
        return texts.Where(text => System.Text.RegularExpressions.Regex.IsMatch(text, "[A-Za-z]{2,}") && !System.Text.RegularExpressions.Regex.IsMatch(text, @"^[A-Za-z0-9_.:\-]+$|（(JavaScript|Liquid)）|^JSON$")
            || System.Text.RegularExpressions.Regex.IsMatch(text, "^[A-Z][a-z]+$") && !Ids.Contains(text)).Select(text => $"{place}: {text}");
    }

    private static readonly HashSet<string> Ids = ["Start", "End", "Procedure"];

    private ILocator Node(string name) => Frame.Locator(".x6-node", new() { Has = Frame.Locator($".activity-label:text-is('{name}')") });

    private static bool IsSave(IResponse answer) => answer.Request.Method == "POST" && answer.Url.EndsWith("/elsa/api/workflow-definitions", StringComparison.Ordinal);

    private async Task FitAsync()
    {
        await Frame.Locator("elsa-workflow-definition-editor button.mud-icon-button:visible").First.ClickAsync();
        await page.WaitForTimeoutAsync(1500);
    }

    private static async Task<(float X, float Y)> MiddleOfAsync(ILocator element)
    {
        var box = (await element.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }
}
