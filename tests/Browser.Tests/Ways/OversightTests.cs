using Microsoft.Playwright;
using WorkflowAccountability.Browser.Tests.Sites;

namespace WorkflowAccountability.Browser.Tests.Ways;

/// <summary>The supervisors' board, as those who are told of lateness and those who decide work on it together.</summary>
public sealed class OversightTests
{
    private const string Title = "看板督办的线索";

    [BrowserFact]
    public async Task On_the_board_an_item_is_found_urged_answered_suggested_extended_given_on_and_printed_without_leaving_the_view()
    {
        var prefecture = await Prefecture.Shared;
        var item = await prefecture.LeadAsync(Title);
        await using var oversight = await prefecture.Site.SignedInAsync("oversight-shen");
        await using var handler = await prefecture.Site.SignedInAsync("env-zhou");
        await using var governor = await prefecture.Site.SignedInAsync("gov-ma");
        await using var head = await prefecture.Site.SignedInAsync("env-chen");
        await handler.OpenItemAsync(item);
        await handler.Page.ClickAsync("form[action$='/claim'] button");
        await handler.Page.WaitForLoadStateAsync();

        await oversight.GoAsync("/oversight");
        await oversight.Page.FillAsync(".filters-of-board [name=q]", Title);
        await oversight.Page.ClickAsync(".filters-of-board button");
        await oversight.Page.WaitForURLAsync("**/oversight?*q=*");
        // What a browser sends of filters that were left open says nothing.
        var view = new Uri(oversight.Page.Url).PathAndQuery.Replace("&stage=&county=", "", StringComparison.Ordinal);
        await Assertions.Expect(oversight.Page.Locator(".line-of-board")).ToHaveCountAsync(1);

        await ActAsync(oversight, $"/work-items/{item}/urge", ("Words", "请今日报送意见。"));
        new Uri(oversight.Page.Url).PathAndQuery.ShouldBe(view, "an act leads back to the view");
        await handler.GoAsync($"/work-items/{item}/answer");
        await handler.Page.FillAsync("main textarea[name=Words]", "今日下班前报送。");
        await handler.Page.ClickAsync($"form[action='/work-items/{item}/answer'] button");
        await handler.Page.WaitForURLAsync(address => !address.EndsWith("/answer", StringComparison.Ordinal));
        await oversight.GoAsync(view);
        (await LineAsync(oversight)).ShouldContain("今日下班前报送。");

        await ActAsync(oversight, $"/work-items/{item}/suggest", "Extend", ("Words", "等待监测报告。"));
        (await LineAsync(oversight)).ShouldContain("建议延期");
        await governor.GoAsync(view);
        await ActAsync(governor, $"/deadlines/{item}/extend", ("Length", "3"), ("Reason", "等待监测报告。"));
        (await LineAsync(governor)).ShouldContain("已延长1次");
        await head.GoAsync(view);
        await ActAsync(head, $"/work-items/{item}/reassign", ("Person", "env-li"), ("Words", "由环评科办理。"));

        await oversight.GoAsync(view);
        (await LineAsync(oversight)).ShouldContain("李若溪");
        var sheet = await oversight.Page.GetAttributeAsync("a[href*='/oversight/print']", "href");
        (await oversight.GoAsync(sheet!)).ShouldBe(200);
        await oversight.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var paper = await oversight.TextAsync();
        foreach (var said in new[] { Title, "今日下班前报送。", "建议延期", "李若溪" })
            paper.ShouldContain(said);
        foreach (var each in new[] { oversight, handler, governor, head })
            each.Complaints.ShouldBeEmpty();
    }

    private static Task<string> LineAsync(Official official) => official.Page.Locator(".line-of-board").InnerTextAsync();

    private static Task ActAsync(Official official, string action, params (string Name, string Value)[] typed) => ActAsync(official, action, option: null, typed);

    // Opens the act where it stands, fills it in and sends it.
    private static async Task ActAsync(Official official, string action, string? option, params (string Name, string Value)[] typed)
    {
        var act = official.Page.Locator($"details.in-place:has(form[action='{action}']{(option is null ? "" : $":has([name=Option][value={option}])")})");
        await act.Locator("summary").ClickAsync();
        foreach (var (name, value) in typed)
            if (act.Locator($"[name={name}]") is var field && await field.EvaluateAsync<string>("field => field.tagName") == "SELECT")
                await field.SelectOptionAsync(value);
            else
                await field.FillAsync(value);
        var answer = await official.Page.RunAndWaitForResponseAsync(() => act.Locator("button").ClickAsync(),
            answer => answer.Request.Method == "POST" && answer.Url.EndsWith(action, StringComparison.Ordinal));
        answer.Status.ShouldBe(303);
        await official.Page.WaitForURLAsync("**/oversight?*");
        await official.Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }
}
