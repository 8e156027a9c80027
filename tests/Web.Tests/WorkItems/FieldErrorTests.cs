using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.WorkItems;

public sealed class FieldErrorTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private static readonly Dictionary<string, string> Typed = new()
    {
        ["Title"] = new string('河', 201),
        ["Source"] = "Rumour",
        ["ReceivedOn"] = "昨天",
        ["WhatHappened"] = "",
        ["ActsFrom"] = "2026-13-01",
        ["Opinion"] = "OutOfScope",
        ["OpinionReasons"] = "不属于本办法范围。\n另行移送。",
        ["Event.Deaths"] = "三人",
        ["Event.DirectLoss"] = "1,5",
        ["WithoutAdvice"] = "maybe",
        ["ConcernedUnits[0].Why"] = "属地政府",
        ["ConcernedPersons[0].Name"] = "某局长",
        ["Surprise"] = "!",
    };

    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task Every_mistake_is_said_beside_its_field_at_once()
    {
        var page = await RefusedAsync("zh-CN");

        page.Status.ShouldBe(422);
        page.WrongFields.ShouldBe(
            ["Title", "Source", "ReceivedOn", "WhatHappened", "ActsFrom", "Event.Deaths", "Event.DirectLoss", "ConcernedUnits[0].OrganisationId", "WithoutAdvice"],
            ignoreOrder: true);
        page.Errors.ShouldBe(
        [
            "表单没有“Surprise”这一项，请刷新页面后重新填写。", "不能超过200个字。", "“Rumour”不在可选范围内。",
            "“昨天”不是日期，请按“2026-03-02”的格式填写。", "此项必填。", "“2026-13-01”不是日期，请按“2026-03-02”的格式填写。",
            "“三人”不是整数，请填写阿拉伯数字。", "“1,5”不是数字，请填写阿拉伯数字，小数点用“.”。", "此项必填。", "“maybe”应为“是”或“否”。",
        ], ignoreOrder: true);
        page.Problems.ShouldBe([$"有{page.Errors.Count}处需要修改，您填写的内容都已保留。"]);
    }

    [Fact]
    public async Task Whatever_was_typed_is_still_there()
    {
        var page = await RefusedAsync("zh-CN");

        // What no choice of a list can show, its message repeats; a field that the form has not is named.
        string[] told = ["Source", "WithoutAdvice", "Surprise"];
        foreach (var (name, value) in Typed.Where(field => !told.Contains(field.Key)))
            page.FieldsOf(Action(page)).ShouldContainKeyAndValue(name, value);
    }

    [Fact]
    public async Task A_reader_of_english_is_answered_in_english()
    {
        var page = await RefusedAsync("en-GB,en;q=0.9");

        page.Language.ShouldBe("en");
        page.Errors.ShouldBe(
        [
            "The form has no field “Surprise”. Reload the page and fill it in again.", "At most 200 characters.", "“Rumour” is not one of the choices.",
            "“昨天” is not a date; write it as 2026-03-02.", "This field is required.", "“2026-13-01” is not a date; write it as 2026-03-02.",
            "“三人” is not a whole number.", "“1,5” is not a number.", "This field is required.", "“maybe” should be yes or no.",
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task A_reader_of_any_other_language_is_answered_in_chinese() => (await RefusedAsync("fr")).Language.ShouldBe("zh-CN");

    private async Task<Page> RefusedAsync(string language)
    {
        using var official = await site.SignedInAsync("env-li", language);
        var item = await site.ItemAsync(await official.OpenCaseAsync(), "RegisterLead");
        return await official.SubmitAsync(await official.GetAsync($"/work-items/{item}"), $"/work-items/{item}/complete", Typed);
    }

    private static string Action(Page page) => page.Actions.Single(action => action.EndsWith("/complete", StringComparison.Ordinal));
}
