using Microsoft.Playwright;
using WorkflowAccountability.Browser.Tests.Sites;

namespace WorkflowAccountability.Browser.Tests.Studio;

/// <summary>The designer within its page, used as a person uses it.</summary>
internal sealed class StudioWindow
{
    private const float Patience = 120_000;

    // The package's own remark on a line that it leads around a step in its second way.
    private const string Detour = "manhattan";

    private readonly Official official;
    private readonly IPage page;

    private StudioWindow(Official official)
    {
        (this.official, page, Frame) = (official, official.Page, official.Page.FrameLocator("#studio-frame"));
        Drawing = new Drawing(page, Frame);
    }

    /// <summary>The designer's own document.</summary>
    public IFrameLocator Frame { get; }

    /// <summary>What is drawn in its editor.</summary>
    public Drawing Drawing { get; }

    /// <summary>What its window complained of.</summary>
    public IEnumerable<string> Complaints => official.Complaints.Where(said => !said.Contains(Detour, StringComparison.Ordinal));

    /// <summary>Opens it at a place and waits until the named element is there: the package is large.</summary>
    public static async Task<StudioWindow> OpenAsync(Official official, string path, string shown)
    {
        (await official.GoAsync("/studio/" + path)).ShouldBe(200);
        var studio = new StudioWindow(official);
        await studio.Frame.Locator(shown).First.WaitForAsync(new() { Timeout = Patience });
        return studio;
    }

    /// <summary>Waits until so many activities are drawn.</summary>
    public Task NodesAsync(int count) => Assertions.Expect(Frame.Locator("elsa-activity-wrapper")).ToHaveCountAsync(count, new() { Timeout = Patience });

    /// <summary>Presses the button that hands a draft in or publishes it, and answers what was said.</summary>
    public async Task<string> PublishAsync()
    {
        var answer = await page.RunAndWaitForResponseAsync(() => Frame.Locator("elsa-workflow-definition-editor button.mud-icon-button.mud-primary-text").First.ClickAsync(),
            IsSave, new() { Timeout = Patience });
        // What was said is asked for where it was a refusal alone: the browser keeps a body only for a while.
        if (answer.Status != 200)
            throw new InvalidOperationException($"{answer.Status}: {await answer.TextAsync()}");
        return Uri.UnescapeDataString(answer.Headers.GetValueOrDefault("x-accountability-said", ""));
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

    /// <summary>Whether it answers what the designer saves or publishes.</summary>
    internal static bool IsSave(IResponse answer) => answer.Request.Method == "POST" && answer.Url.EndsWith("/elsa/api/workflow-definitions", StringComparison.Ordinal);
}
