using Microsoft.Playwright;
using WorkflowAccountability.Browser.Tests.Sites;

namespace WorkflowAccountability.Browser.Tests.Pages;

/// <summary>What every page promises, held against each of them.</summary>
public sealed class PageTests
{
    private const string Checked = "() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })"
        + ".then(found => found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(' ')} (${node.failureSummary.split('\\n').slice(1).join(' ').trim()})`)))";

    private static readonly Lazy<string> rules = new(() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));

    private static readonly Dictionary<(Prefecture Prefecture, string Person, string Language), Official> windows = [];

    /// <summary>The names of all kinds of page.</summary>
    public static TheoryData<string> EveryPage => [.. Visit.All.Select(visit => visit.Name)];

    [BrowserTheory]
    [MemberData(nameof(EveryPage))]
    public async Task A_page_is_accessible_fits_a_phone_complains_of_nothing_and_speaks_one_language(string name)
    {
        var visit = Visit.All.Single(visit => visit.Name == name);
        var prefecture = await visit.Place;
        var path = await visit.Path(prefecture);
        var faults = new List<string>();
        foreach (var language in new[] { "zh-CN", "en" })
        {
            var official = await AtAsync(prefecture, visit.Person, language);
            var before = official.Complaints.Count;
            await official.Page.SetViewportSizeAsync(1366, 768);
            (await official.GoAsync(path)).ShouldBe(visit.Status, path);
            foreach (var form in visit.Sends)
                await form.SendAsync(official.Page);
            (await official.Page.GetAttributeAsync("html", "lang")).ShouldBe(language);
            faults.AddRange((await ViolationsAsync(official.Page)).Select(found => $"{language} {found}"));
            faults.AddRange((await Residue.OfAsync(official.Page, language)).Select(found => $"{language} residue: {found}"));
            await official.Page.SetViewportSizeAsync(390, 844);
            faults.AddRange((await WiderAsync(official.Page)).Select(found => $"{language} wider than a phone: {found}"));
            faults.AddRange((await ViolationsAsync(official.Page)).Select(found => $"{language} on a phone {found}"));
            faults.AddRange(official.Complaints.Skip(before).Select(said => $"{language} {said}"));
        }

        faults.ShouldBeEmpty();
    }

    [BrowserTheory]
    [InlineData("sign-in")]
    [InlineData("inbox")]
    public async Task The_first_load_takes_no_more_than_150_KB(string name)
    {
        var visit = Visit.All.Single(visit => visit.Name == name);
        var prefecture = await visit.Place;
        await using var official = await Official.OpenAsync(prefecture.Site.Address, new Window());
        if (visit.Person is { } person)
        {
            // Another window of the same person: the session is there, the files are not.
            await using var door = await prefecture.Site.SignedInAsync(person);
            await official.Page.Context.AddCookiesAsync((await door.Page.Context.CookiesAsync()).Select(cookie => new Cookie
            {
                Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path, HttpOnly = cookie.HttpOnly, SameSite = cookie.SameSite,
            }));
        }
        var devices = await official.Page.Context.NewCDPSessionAsync(official.Page);
        await devices.SendAsync("Network.enable");
        double sent = 0;
        devices.Event("Network.loadingFinished").OnEvent += (_, finished) => sent += finished!.Value.GetProperty("encodedDataLength").GetDouble();

        (await official.GoAsync(await visit.Path(prefecture))).ShouldBe(200);

        await official.Page.WaitForLoadStateAsync(LoadState.Load);
        sent.ShouldBeInRange(10_000, 150 * 1024);
    }

    // Kept for all pages that he looks at: the tests of one class run one after the other.
    private static async Task<Official> AtAsync(Prefecture prefecture, string? person, string language)
    {
        if (!windows.TryGetValue((prefecture, person ?? "", language), out var official))
            windows[(prefecture, person ?? "", language)] = official = person is null
                ? await Official.OpenAsync(prefecture.Site.Address, new Window(language)) : await prefecture.Site.SignedInAsync(person, new Window(language));
        return official;
    }

    private static async Task<string[]> ViolationsAsync(IPage page)
    {
        if (await page.EvaluateAsync<bool>("() => typeof axe === 'undefined'"))
            await page.EvaluateAsync(rules.Value);
        return await page.EvaluateAsync<string[]>(Checked);
    }

    private static Task<string[]> WiderAsync(IPage page) => page.EvaluateAsync<string[]>("""
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const name = element => `${element.tagName.toLowerCase()}.${element.className} to ${Math.round(element.getBoundingClientRect().right)} px`;
          return [...document.querySelectorAll("body *")].filter(element => element.getBoundingClientRect().right > width + 1).slice(0, 5).map(name);
        }
        """);
}
