using Microsoft.Playwright;
using WorkflowAccountability.Browser.Tests.Sites;

namespace WorkflowAccountability.Browser.Tests.Drafts;

public sealed class DraftTests
{
    private const string Kept = "渗滤液处理站自2019年10月起停运，已现场核查。", Unsent = "补充：应急池未作防渗。";

    [BrowserFact]
    public async Task What_was_typed_survives_a_killed_host_on_the_server_and_what_it_never_heard_of_in_the_browser()
    {
        using var site = new SiteProcess();
        await site.StartAsync();
        await using var official = await Official.OpenAsync(site.Address, new Window());
        await official.Page.Clock.InstallAsync();
        await official.SignInAsync("env-zhou");
        await official.GoAsync("/");
        await official.Page.ClickAsync(".act-of-line >> nth=0");
        await Assertions.Expect(official.Page.Locator("#item-form")).ToHaveJSPropertyAsync("noValidate", true); // draft.js has come: its clock runs
        var (first, second) = (official.Page.Locator("#item-form textarea").Nth(0), official.Page.Locator("#item-form textarea").Nth(1));

        await first.FillAsync(Kept);
        var saved = await official.Page.RunAndWaitForResponseAsync(() => official.Page.Clock.FastForwardAsync(10_000), IsDraft);
        saved.Status.ShouldBe(200, "kept by itself after ten seconds");
        await site.KillAsync();
        await second.FillAsync(Unsent);
        await official.Page.Clock.FastForwardAsync(10_000);
        await Assertions.Expect(official.Page.Locator("[data-alert]")).ToBeVisibleAsync();
        await site.StartAsync();
        await official.Page.ReloadAsync();

        await Assertions.Expect(first).ToHaveValueAsync(Kept);
        await Assertions.Expect(second).ToHaveValueAsync(Unsent);
        await using var elsewhere = await Official.OpenAsync(site.Address, new Window());
        await elsewhere.SignInAsync("env-zhou");
        await elsewhere.GoAsync(new Uri(official.Page.Url).AbsolutePath);
        (await elsewhere.Page.Locator("#item-form textarea").Nth(0).InputValueAsync()).ShouldBe(Kept, "on another machine too");
    }

    [BrowserFact]
    public async Task When_the_session_has_ended_he_signs_in_on_the_page_and_goes_on_in_mid_sentence()
    {
        var prefecture = await Prefecture.Shared;
        var item = await prefecture.LeadAsync("会话中断的线索");
        await using var official = await prefecture.Site.SignedInAsync("env-chen");
        await official.OpenItemAsync(item);
        await official.FillAsync([("Advice", "Agrees"), ("Reasons", "同意登记人")]);

        await official.Page.Context.ClearCookiesAsync();
        await official.Page.Keyboard.PressAsync("Control+s");
        await official.Page.ClickAsync("[data-alert] button");
        await official.Page.FillAsync("[data-door] [name=Name]", "env-chen");
        await official.Page.FillAsync("[data-door] [name=Password]", "Changji-2016-59");
        await official.Page.RunAndWaitForResponseAsync(() => official.Page.ClickAsync("[data-door] button.primary"), IsDraft);
        (await official.Page.InputValueAsync("#Reasons")).ShouldBe("同意登记人");
        await official.FillAsync([("Reasons", "同意登记人意见。")]);

        (await official.SubmitAsync()).ShouldBe(303);
        (await Prefecture.ReadAsync(prefecture.Site, db => db.Submissions.FindAsync(item).AsTask()))!.PersonId.ShouldBe("env-chen");
    }

    [BrowserFact]
    public async Task What_was_typed_before_the_page_was_ready_is_kept_as_well()
    {
        var prefecture = await Prefecture.Shared;
        var item = await prefecture.LeadAsync("脚本迟到的线索");
        await using var official = await prefecture.Site.SignedInAsync("env-chen");
        await official.Page.Clock.InstallAsync();
        var (asked, late) = (new TaskCompletionSource(), new TaskCompletionSource());
        await official.Page.RouteAsync("**/draft*.js*", async route =>
        {
            asked.TrySetResult();
            await late.Task.WaitAsync(TimeSpan.FromSeconds(30));
            await route.ContinueAsync();
        });
        await official.Page.GotoAsync($"/work-items/{item}", new() { WaitUntil = WaitUntilState.Commit });
        await official.Page.FillAsync("#Reasons", Kept);

        await asked.Task.WaitAsync(TimeSpan.FromSeconds(15));
        late.SetResult();
        await Assertions.Expect(official.Page.Locator("#item-form")).ToHaveJSPropertyAsync("noValidate", true);
        var saved = await official.Page.RunAndWaitForResponseAsync(() => official.Page.Clock.FastForwardAsync(10_000), IsDraft);

        saved.Request.PostData.ShouldNotBeNull().ShouldContain(Kept);
    }

    [BrowserFact]
    public async Task Who_comes_second_is_told_who_was_first_and_keeps_his_text()
    {
        var prefecture = await Prefecture.Shared;
        var item = await prefecture.LeadAsync("两人同时办理的线索");
        await using var first = await prefecture.Site.SignedInAsync("env-chen");
        await using var second = await prefecture.Site.SignedInAsync("env-wang");
        await first.OpenItemAsync(item);
        await second.OpenItemAsync(item);
        await second.FillAsync([("Advice", "Agrees"), ("Reasons", "监测数据属实，建议启动。")]);
        await first.FillAsync([("Advice", "Agrees"), ("Reasons", "同意。")]);

        (await first.SubmitAsync()).ShouldBe(303);
        (await second.SubmitAsync()).ShouldBe(409);

        (await second.TextAsync()).ShouldContain("陈");
        (await second.Page.Locator(".kept textarea").EvaluateAllAsync<string[]>("texts => texts.map(text => text.value)")).ShouldContain("监测数据属实，建议启动。");
        second.Complaints.ShouldBeEmpty();
    }

    private static bool IsDraft(IResponse answer) => answer.Request.Method == "POST" && answer.Url.EndsWith("/draft", StringComparison.Ordinal);
}
