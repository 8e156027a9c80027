using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Browser.Tests.Sites;

/// <summary>Redesigns of the workflows of a site, made over HTTP as the designer makes them.</summary>
internal static class Redesign
{
    public const string Procedure = "accountability-procedure";
    public const string Track = "superior-investigation";
    public const string Fields = "会签意见｜多行文本｜必填\n意见类型｜选择｜选项：同意、有保留\n涉及金额（万元）｜金额\n法律意见书｜文件";

    /// <summary>A countersign of the legal office before the report, and two working days for the approval of the team.</summary>
    public static void WithCountersign(JsonObject model)
    {
        var chart = model.ChartOf();
        AnAddedStep.Called("Countersign", "法制会签", ("fields", "会签意见｜多行文本｜必填"), ("days", "3"), ("escalateTo", "GOVERNMENT"))
            .LeavingBy("同意", "退回修改").Into(chart, "ProposeHandling", "SignedOff", "退回修改");
        (chart.ActivityOf("ApproveTeam")["days"], chart.ActivityOf("ApproveTeam")["reminders"]) = (AnAddedStep.Literal("2"), AnAddedStep.Literal("1、0"));
    }

    /// <summary>A countersign before the cooperation with a superior, with a question of most kinds.</summary>
    public static void WithQuestions(JsonObject model) =>
        AnAddedStep.Called("Countersign", "法制会签", ("fields", Fields), ("days", "3"), ("escalateTo", "GOVERNMENT"), ("instructions", "请就职权、程序提出意见。"))
            .Into(model.ChartOf(), "Start", "Done");

    /// <summary>Saves a changed workflow as a draft of the administrator's.</summary>
    public static async Task DraftAsync(this CaseRunner.Browser browser, string definition, Action<JsonObject> change, bool publish = false)
    {
        var (_, shown) = await browser.OrderAsync("it-lu", HttpMethod.Get, $"/elsa/api/workflow-definitions/by-definition-id/{definition}?versionOptions=Latest");
        var model = JsonNode.Parse(shown)!.AsObject();
        change(model);
        var (status, answer) = await browser.OrderAsync("it-lu", HttpMethod.Post, "/elsa/api/workflow-definitions",
            new JsonObject { ["model"] = model, ["publish"] = publish }.ToJsonString());
        status.ShouldBe(200, answer);
    }

    /// <summary>The same, handed in by the administrator, checked by the legal office and published by the government.</summary>
    public static async Task PublishAsync(this CaseRunner.Browser browser, string definition, Action<JsonObject> change)
    {
        await browser.DraftAsync(definition, change, publish: true);
        await PressAsync("legal-jiang", "check", ("Answer", "in-order"));
        await PressAsync("gov-zhang", "publish");

        async Task PressAsync(string person, string act, params (string Name, string Value)[] typed)
        {
            var fields = (await browser.GetAsync(person, $"/definitions/{definition}")).Form($"/definitions/{definition}/{act}");
            foreach (var (name, value) in typed)
                fields[name] = value;
            (await browser.PostAsync(person, $"/definitions/{definition}/{act}", fields)).Status.ShouldBe(303);
        }
    }

    /// <summary>Opens a case with the track of a superior's investigation; answers the item of the added step.</summary>
    public static async Task<string> StartedAsync(this CaseRunner.Browser browser, LiveSite site)
    {
        var fields = (await browser.GetAsync("gov-zhang", "/cases/new")).Form("/cases");
        (fields["Title"], fields["Definition"]) = ("某河污染（上级调查）", Track);
        (await browser.PostAsync("gov-zhang", "/cases", fields)).Status.ShouldBe(303);
        return await Prefecture.ReadAsync(site, db => db.WorkItems.Where(item => item.StageType == "Accountability.HumanTask" && item.Status == WorkItemStatus.Open)
            .Select(item => item.Id).SingleAsync());
    }
}
