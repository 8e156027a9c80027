using Microsoft.Playwright;
using WorkflowAccountability.Browser.Tests.Sites;

namespace WorkflowAccountability.Browser.Tests.Ways;

/// <summary>Other ways to do the work than mouse and script, and for somebody else.</summary>
public sealed class WayTests
{
    [BrowserFact]
    public async Task Without_script_an_official_signs_in_finds_his_item_and_submits_it()
    {
        var prefecture = await Prefecture.Shared;
        var item = await prefecture.LeadAsync("无脚本办理的线索");
        await using var official = await prefecture.Site.SignedInAsync("env-chen", new Window(JavaScript: false));

        await official.OpenItemAsync(item);
        (await official.Page.Locator("#item-form :invalid").CountAsync()).ShouldBeGreaterThan(0, "the browser itself says what is missing");
        await official.FillAsync([("Advice", "Agrees"), ("Reasons", "同意。")]);

        (await official.SubmitAsync()).ShouldBe(303);
        (await Prefecture.ReadAsync(prefecture.Site, db => db.Submissions.FindAsync(item).AsTask()))!.PersonId.ShouldBe("env-chen");
    }

    [BrowserFact]
    public async Task With_the_keyboard_alone_an_item_is_found_filled_in_and_submitted()
    {
        var prefecture = await Prefecture.Shared;
        const string title = "键盘办理的线索";
        var item = await prefecture.LeadAsync(title);
        await using var official = await Official.OpenAsync(prefecture.Site.Address, new Window());
        var (page, keys) = (official.Page, official.Page.Keyboard);
        await official.GoAsync("/sign-in");
        await Assertions.Expect(page.Locator("#Name")).ToBeFocusedAsync();
        await keys.TypeAsync("env-chen");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("Changji-2016-59");
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync(address => new Uri(address).AbsolutePath == "/");

        await keys.PressAsync("?");
        await Assertions.Expect(page.Locator("[data-keys]")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(page.Locator("[data-keys]")).ToBeHiddenAsync();
        await keys.PressAsync("/");
        await keys.TypeAsync(title);
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync("**/?*q=*");
        await keys.PressAsync("j");
        await keys.PressAsync("k");
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync($"**/work-items/{item}");
        await TabToAsync(page, "Advice");
        // Within a list of choices a letter or an arrow chooses.
        await keys.PressAsync("ArrowDown");
        await TabToAsync(page, "Reasons");
        await keys.TypeAsync("同意登记人意见。");
        var answer = await page.RunAndWaitForResponseAsync(() => keys.PressAsync("Control+Enter"),
            answer => answer.Request.Method == "POST" && answer.Url.EndsWith("/complete", StringComparison.Ordinal));

        answer.Status.ShouldBe(303);
        official.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_proxy_is_told_to_both_on_every_page_and_stands_in_the_audit_and_on_the_sheet_that_is_printed()
    {
        var prefecture = await Prefecture.Shared;
        var item = await prefecture.LeadAsync("代理办理的线索");
        await using var principal = await prefecture.Site.SignedInAsync("env-wang");
        await using var proxy = await prefecture.Site.SignedInAsync("env-zhou");
        await principal.OpenItemAsync(item);
        await principal.Page.ClickAsync("form[action$='/claim'] button");
        await principal.GoAsync("/proxies");
        await principal.Page.SelectOptionAsync("#To", "env-zhou");
        await principal.Page.FillAsync("#Until", "2020-08-28");
        await principal.Page.FillAsync("#Reason", "赴乌鲁木齐参加培训。");
        await principal.Page.ClickAsync("form[action='/proxies'] button.primary");

        (await BannerAsync(principal, "/cases")).ShouldContain("周牧野代理");
        (await BannerAsync(proxy, "/notices")).ShouldContain("您正在代理");
        await proxy.OpenItemAsync(item);
        await proxy.FillAsync([("Advice", "Agrees"), ("Reasons", "同意。")]);
        (await proxy.SubmitAsync()).ShouldBe(303);

        var caseId = await Prefecture.ReadAsync(prefecture.Site, async db => (await db.WorkItems.FindAsync(item))!.CaseId);
        await principal.GoAsync($"/cases/{caseId}");
        (await principal.TextAsync()).ShouldContain("周牧野代王知远");
        await principal.GoAsync($"/work-items/{item}/print");
        await principal.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await principal.TextAsync()).ShouldContain("周牧野代王知远");
        await principal.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await principal.GoAsync("/proxies");
        await principal.Page.ClickAsync("form[action$='/end'] button");
        (await BannerAsync(proxy, "/")).ShouldBeEmpty("what was ended is gone with the next page");
    }

    [BrowserFact]
    public async Task What_arrives_is_announced_and_counted_without_a_reload()
    {
        var prefecture = await Prefecture.Shared;
        await using var official = await prefecture.Site.SignedInAsync("env-li");
        await official.GoAsync("/");
        await official.Page.EvaluateAsync("() => { window.untouched = true; }");
        (await official.Page.Locator("[data-arrived]").IsVisibleAsync()).ShouldBeFalse();

        await prefecture.LeadAsync("刚刚到达的线索");

        // The stream looks every ten seconds.
        await Assertions.Expect(official.Page.Locator("[data-arrived]")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        (await official.Page.EvaluateAsync<bool>("() => window.untouched")).ShouldBeTrue("the page was not loaded again");
        await official.Page.ClickAsync("[data-arrived] a");
        await Assertions.Expect(official.Page.Locator(".line-of-inbox", new() { HasText = "刚刚到达的线索" })).ToBeVisibleAsync();
    }

    private static async Task<string> BannerAsync(Official official, string path)
    {
        await official.GoAsync(path);
        return string.Join(' ', await official.Page.Locator(".banner.proxy").AllInnerTextsAsync());
    }

    private static async Task TabToAsync(IPage page, string field)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>("() => document.activeElement?.name") == field)
                return;
        }
        throw new InvalidOperationException($"Tab never reaches '{field}'.");
    }
}
