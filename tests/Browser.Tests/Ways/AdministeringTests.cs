using MiniExcelLibs;
using Microsoft.Playwright;
using WorkflowAccountability.Browser.Tests.Sites;

namespace WorkflowAccountability.Browser.Tests.Ways;

/// <summary>An administrator's day: people, posts and roles by hand and from a workbook, an account, and the end of a post with its handover.</summary>
public sealed class AdministeringTests
{
    private const string Person = "way-tursun", Name = "图尔荪·阿布都";
    private const string Password = "Beiting-2020-17";

    [BrowserFact]
    public async Task A_person_comes_by_hand_and_workbook_gets_an_account_and_hands_over_when_his_post_ends()
    {
        var prefecture = await Prefecture.Shared;
        await using var administrator = await prefecture.Site.SignedInAsync("it-lu");

        await ChangeAsync(administrator, "AddPerson", "", ("NewPersonId", Person), ("Name", Name));
        await ChangeAsync(administrator, "GivePost", $"?PersonId={Person}", ("OrganisationId", "env"), ("Title", "监测科科员"), ("Rank", "Staff"), ("From", "2020-08-10"));
        // From a day on that no other test of this site reaches.
        await ChangeAsync(administrator, "BindRole", "?OrganisationId=audit", ("Role", "LEGAL_OFFICE"), ("From", "2021-06-01"));
        await ImportAsync(administrator);

        var first = await AccountAsync(administrator, "Create");
        var second = await AccountAsync(administrator, "Reset");
        second.ShouldNotBe(first);
        await using var newcomer = await Official.OpenAsync(prefecture.Site.Address, new Window());
        await SignInAsync(newcomer, first);
        new Uri(newcomer.Page.Url).AbsolutePath.ShouldBe("/sign-in", "the password of before opens nothing any more");
        await SignInAsync(newcomer, second);
        await newcomer.Page.WaitForURLAsync("**/password*");
        foreach (var (field, value) in new[] { ("#Old", second), ("#New", Password), ("#Again", Password) })
            await newcomer.Page.FillAsync(field, value);
        await newcomer.Page.ClickAsync("form[action='/password'] button");
        await newcomer.Page.WaitForURLAsync(address => new Uri(address).AbsolutePath != "/password");

        await HandOverAsync(prefecture, administrator, newcomer);
        foreach (var each in new[] { administrator, newcomer })
            each.Complaints.ShouldBeEmpty();
    }

    // A faulty row stops the whole workbook and is named; mended, it takes effect after its preview.
    private static async Task ImportAsync(Official administrator)
    {
        await UploadAsync(new() { ["人员"] = new[] { Row("way-first", "甲"), Row("Wrong Id", "乙") } });
        (await administrator.TextAsync()).ShouldContain("人员 第3行 · 人员编号");
        await UploadAsync(new() { ["人员"] = new[] { Row("way-first", "甲"), Row("way-second", "乙") } });
        await ConfirmAsync(administrator);
        await administrator.GoAsync("/people?q=way-");
        await Assertions.Expect(administrator.Page.Locator("tr[id^='person-way-']")).ToHaveCountAsync(3);

        async Task UploadAsync(Dictionary<string, object> sheets)
        {
            using var workbook = new MemoryStream();
            await workbook.SaveAsAsync(sheets);
            await administrator.GoAsync("/people/import");
            await administrator.Page.SetInputFilesAsync("#Workbook", new FilePayload
            {
                Name = "名单.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = workbook.ToArray(),
            });
            await SendAsync(administrator, "form[action='/people/import'] button.primary", "/people/import");
        }

        static Dictionary<string, object> Row(string id, string name) => new() { ["人员编号"] = id, ["姓名"] = name };
    }

    private static async Task HandOverAsync(Prefecture prefecture, Official administrator, Official giver)
    {
        await administrator.GoAsync($"/handovers?from={Person}");
        await administrator.Page.SelectOptionAsync("#From", Person);
        await administrator.Page.SelectOptionAsync("#To", "env-li");
        await administrator.Page.FillAsync("#Reason", "调任。");
        await SendAsync(administrator, "form[action='/handovers'] button.primary", "/handovers");
        await administrator.Page.WaitForURLAsync("**/handovers/*");
        var sheet = new Uri(administrator.Page.Url).AbsolutePath;
        await giver.GoAsync(sheet);
        await SendAsync(giver, $"form[action='{sheet}/give'] button", $"{sheet}/give");
        await using var receiver = await prefecture.Site.SignedInAsync("env-li");
        await receiver.GoAsync(sheet);
        await SendAsync(receiver, $"form[action='{sheet}/take'] button", $"{sheet}/take");
        await receiver.GoAsync(sheet + "/print");
        (await receiver.TextAsync()).ShouldContain(Name);

        await administrator.GoAsync($"/people?q={Person}");
        await administrator.Page.ClickAsync($"#person-{Person} a[href^='/people/changes/EndHeldPost']");
        await administrator.Page.WaitForURLAsync("**/EndHeldPost?*");
        await SendAsync(administrator, "form[action^='/people/changes'] button.primary", "/people/changes/EndHeldPost");
        await ConfirmAsync(administrator);
        await administrator.GoAsync($"/people?q={Person}");
        (await administrator.Page.InnerTextAsync($"#person-{Person}")).ShouldNotContain("监测科科员");
        receiver.Complaints.ShouldBeEmpty();
    }

    private static async Task ChangeAsync(Official administrator, string kind, string query, params (string Name, string Value)[] typed)
    {
        await administrator.GoAsync($"/people/changes/{kind}{query}");
        foreach (var (name, value) in typed)
            if (administrator.Page.Locator($"form[action='/people/changes/{kind}'] [name='{name}']") is var field && await field.EvaluateAsync<string>("field => field.tagName") == "SELECT")
                await field.SelectOptionAsync(value);
            else
                await field.FillAsync(value);
        await SendAsync(administrator, $"form[action='/people/changes/{kind}'] button.primary", $"/people/changes/{kind}");
        await ConfirmAsync(administrator);
    }

    private static async Task ConfirmAsync(Official administrator)
    {
        await SendAsync(administrator, "form[action='/people/changes'] button.primary", "/people/changes");
        await administrator.Page.WaitForURLAsync(address => new Uri(address).AbsolutePath == "/people");
    }

    // The password is shown once, on the page that answers.
    private static async Task<string> AccountAsync(Official administrator, string act)
    {
        await administrator.GoAsync($"/people/accounts/{Person}");
        await SendAsync(administrator, $"form:has([name=Act][value={act}]) button", $"/people/accounts/{Person}");
        return await administrator.Page.InnerTextAsync("#one-time-password");
    }

    private static async Task SignInAsync(Official official, string password)
    {
        await official.GoAsync("/sign-in");
        await official.Page.FillAsync("#Name", Person);
        await official.Page.FillAsync("#Password", password);
        await SendAsync(official, "form[action='/sign-in'] button.primary", "/sign-in");
    }

    private static async Task SendAsync(Official official, string button, string path)
    {
        await official.Page.RunAndWaitForResponseAsync(() => official.Page.ClickAsync(button),
            answer => answer.Request.Method == "POST" && new Uri(answer.Url).AbsolutePath == path);
        await official.Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }
}
