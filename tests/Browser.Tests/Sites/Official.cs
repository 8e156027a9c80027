using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace WorkflowAccountability.Browser.Tests.Sites;

/// <summary>How a window is opened.</summary>
internal sealed record Window(string Language = "zh-CN", int Width = 1366, int Height = 768, bool JavaScript = true)
{
    public static Window Phone(string language = "zh-CN") => new(language, 390, 844);
}

/// <summary>An official in front of his own browser: he clicks and types, and whatever the browser complains of is written down.</summary>
internal sealed class Official : IAsyncDisposable
{
    private const string Password = "Changji-2016-59";

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = [];

    private Official(IBrowserContext context, IPage page, Uri site)
    {
        (this.context, Page, Site) = (context, page, site);
        page.Console += (_, said) =>
        {
            if (said.Type is "error" or "warning" && !IsAnswer(said, page.Url, site))
                complaints.Enqueue($"{new Uri(page.Url).PathAndQuery}: {said.Text}");
        };
        page.PageError += (_, error) => complaints.Enqueue($"{new Uri(page.Url).PathAndQuery}: {error}");
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 500 || (answer.Status >= 400 && answer.Request.ResourceType is "stylesheet" or "script" or "image"))
                complaints.Enqueue($"{new Uri(answer.Url).PathAndQuery}: {answer.Status}");
        };
    }

    public IPage Page { get; }

    public Uri Site { get; }

    /// <summary>Console errors, violations of the content policy, files that are missing, answers of 500.</summary>
    public IReadOnlyList<string> Complaints => [.. complaints];

    public static async Task<Official> OpenAsync(Uri site, Window window)
    {
        var (context, page) = await Chromium.OpenAsync(new()
        {
            BaseURL = site.ToString(), Locale = window.Language, TimezoneId = "Asia/Shanghai", JavaScriptEnabled = window.JavaScript,
            ViewportSize = new() { Width = window.Width, Height = window.Height },
        });
        context.SetDefaultTimeout(30_000);
        return new Official(context, page, site);
    }

    /// <summary>Opens a page and answers its status.</summary>
    public async Task<int> GoAsync(string path) => (await Page.GotoAsync(path))!.Status;

    /// <summary>Opens a page, through the door where the session has ended since.</summary>
    public async Task GoInAsync(string person, string path)
    {
        await GoAsync(path);
        if (!Page.Url.Contains("/sign-in", StringComparison.Ordinal))
            return;
        await SignInAsync(person);
        await GoAsync(path);
    }

    public async Task SignInAsync(string person)
    {
        await GoAsync("/sign-in");
        await Page.FillAsync("#Name", person);
        await Page.FillAsync("#Password", Password);
        await Page.ClickAsync("form[action='/sign-in'] button.primary");
        await Page.WaitForURLAsync(address => !address.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Finds a work item in the inbox and opens it from there.</summary>
    public async Task OpenItemAsync(string id)
    {
        await GoAsync("/");
        await Page.ClickAsync($".act-of-line[href='/work-items/{id}']");
        await Page.WaitForURLAsync($"**/work-items/{id}");
    }

    /// <summary>Types and chooses; rows of lists that are not there yet are added with the list's own button.</summary>
    public async Task FillAsync(IEnumerable<(string Path, string Text)> fields)
    {
        foreach (var (path, text) in fields)
        {
            var field = Page.Locator($"#item-form [name='{path}']");
            if (await field.CountAsync() == 0)
            {
                await AddRowAsync(path);
                await field.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            }
            switch (await field.EvaluateAsync<string>("field => field.type"))
            {
                case "hidden":
                    (await field.InputValueAsync()).ShouldBe(text, $"{path} is shown and cannot be typed");
                    break;
                case "select-one":
                    await field.SelectOptionAsync(text);
                    break;
                default:
                    await field.FillAsync(text);
                    break;
            }
        }
    }

    /// <summary>Presses the button that submits the form and answers what the site said.</summary>
    public async Task<int> SubmitAsync()
    {
        var missing = await Page.Locator("#item-form :invalid").EvaluateAllAsync<string[]>("fields => fields.map(field => `${field.name}: ${field.validationMessage}`)");
        missing.ShouldBeEmpty($"the browser does not submit {Page.Url}");
        var answer = await Page.RunAndWaitForResponseAsync(() => Page.ClickAsync("[data-submit]"),
            answer => answer.Request.Method == "POST" && (answer.Url.EndsWith("/complete", StringComparison.Ordinal) || answer.Url.EndsWith("/hand-back", StringComparison.Ordinal)));
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        return answer.Status;
    }

    /// <summary>The text of the page's main part.</summary>
    public async Task<string> TextAsync() => await Page.InnerTextAsync("main");

    public async ValueTask DisposeAsync() => await Chromium.CloseAsync(context);

    // An answer of 404, 409 or 422 to the page itself is no fault of the page; nor is one of 401 to a window that goes on listening for its counts after the clock was
    // moved beyond its session.
    private static bool IsAnswer(IConsoleMessage said, string page, Uri site) => said.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
        && (said.Location.StartsWith(page, StringComparison.Ordinal)
            || (said.Text.Contains("401", StringComparison.Ordinal) && said.Location.StartsWith(new Uri(site, "/events").ToString(), StringComparison.Ordinal)));

    // 'Members[2].PersonId' needs the button of the list 'Members'; of lists in lists the innermost that is there.
    private async Task AddRowAsync(string path)
    {
        for (var at = path.Length; (at = path.LastIndexOf('[', at - 1)) > 0;)
            if (Page.Locator($"#item-form [data-rows='{path[..at]}'] > [data-add-row]") is var add && await add.CountAsync() == 1)
            {
                await add.ClickAsync();
                return;
            }
        throw new InvalidOperationException($"The form has no field '{path}' and no list to add it to.");
    }
}
