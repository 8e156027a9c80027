using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Proxies;

/// <summary>Somebody is away: a colleague does the items that wait for him by his post, in both names, and nothing else.</summary>
public sealed class ProxyTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task A_proxy_does_what_the_principal_had_taken_and_both_names_stand_under_it()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(by: "env-sun", lead: FirstSteps.ALead with { WithoutAdvice = false }), "RegisterLead");
        using var principal = await site.SignedInAsync("env-wang");
        using var proxy = await site.SignedInAsync("env-zhou");
        (await principal.SubmitAsync(await principal.GetAsync($"/work-items/{item}"), $"/work-items/{item}/claim")).Status.ShouldBe(303);
        var advice = new Procedure.Stages.RegisterLead.LeadAdviceForm { Advice = Procedure.Stages.RegisterLead.LeadAdvice.Agrees, Reasons = "属实。" };
        (await proxy.GetAsync("/")).Links.ShouldNotContain($"/work-items/{item}");

        (await GiveAsync(principal, "env-zhou")).Status.ShouldBe(303);
        (await principal.GetAsync("/cases")).Body.ShouldContain("您的待办事项由周牧野代理");
        (await proxy.GetAsync("/cases")).Body.ShouldContain("您正在代理");
        (await proxy.GetAsync("/")).Links.ShouldContain($"/work-items/{item}");
        var answer = await proxy.CompleteAsync(item, advice);

        answer.Status.ShouldBe(303, string.Join(' ', [.. answer.Problems, .. answer.Errors]));
        var submission = await site.ReadAsync(db => db.Submissions.SingleAsync(form => form.Id == item));
        (submission.PersonId, submission.PersonName).ShouldBe(("env-zhou", "周牧野代王知远"));
        (await site.ReadAsync(db => db.Audit.OrderByDescending(entry => entry.At).FirstAsync(entry => entry.Details.Contains(item) && entry.Act == "CompleteWorkItem")))
            .PostText.ShouldEndWith("副局长（周牧野代王知远）");
    }

    [Theory]
    [InlineData("org-dept-cao", "org-dept-cao", 0, 3, "不能委托给自己")]
    [InlineData("org-dept-cao", "finance-deng", 0, 3, "不是本单位同事")]
    [InlineData("org-dept-cao", "org-dept-peng", 3, 0, "截止日期早于")]
    [InlineData("org-dept-cao", "org-dept-peng", -2, 3, "不能追溯")]
    [InlineData("org-dept-cao", "org-dept-peng", 0, 400, "代理期间过长")]
    public async Task A_proxy_that_makes_no_sense_is_refused_in_words(string principal, string to, int from, int until, string why)
    {
        using var official = await site.SignedInAsync(principal);

        var answer = await GiveAsync(official, to, from, until);

        answer.Status.ShouldBe(422);
        string.Join(' ', answer.Problems).ShouldContain(why);
    }

    [Fact]
    public async Task Nobody_passes_on_what_he_does_for_another_and_two_do_not_stand_in_for_each_other()
    {
        using var first = await site.SignedInAsync("police-dong");
        using var second = await site.SignedInAsync("police-yuan");
        (await GiveAsync(first, "police-yuan")).Status.ShouldBe(303);

        var circle = await GiveAsync(second, "police-dong");
        var twice = await GiveAsync(first, "police-yuan");

        string.Join(' ', circle.Problems).ShouldContain("代理不得转托");
        string.Join(' ', twice.Problems).ShouldContain("已经委托他人");
    }

    [Fact]
    public async Task A_proxy_ends_with_the_next_request_when_either_of_the_two_ends_it()
    {
        using var principal = await site.SignedInAsync("audit-xiao");
        using var proxy = await site.SignedInAsync("audit-tian");
        using var stranger = await site.SignedInAsync("finance-cui");
        (await GiveAsync(principal, "audit-tian")).Status.ShouldBe(303);
        var page = await proxy.GetAsync("/proxies");
        var end = page.Actions.Single(action => action.EndsWith("/end", StringComparison.Ordinal));

        var foreign = await stranger.SubmitAsync(await stranger.GetAsync("/proxies"), end, new KeyValuePair<string, string>("_command", "x"));
        var ended = await proxy.SubmitAsync(page, end);

        foreign.Status.ShouldBe(404);
        ended.Status.ShouldBe(303);
        (await principal.GetAsync("/cases")).Body.ShouldNotContain("代理，至");
        (await proxy.GetAsync("/proxies")).Text.ShouldContain("提前结束");
    }

    [Fact]
    public async Task A_proxy_that_is_limited_to_stages_covers_these_and_no_others()
    {
        var advice = await site.ItemAsync(await site.RegisteredCaseAsync(by: "env-sun", lead: FirstSteps.ALead with { WithoutAdvice = false }), "RegisterLead");
        var launch = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var governor = await site.SignedInAsync("gov-ma");
        using var bureau = await site.SignedInAsync("env-chen");
        using var proxy = await site.SignedInAsync("env-li");
        foreach (var (official, item) in new[] { (bureau, advice), (governor, launch) })
            (await official.SubmitAsync(await official.GetAsync($"/work-items/{item}"), $"/work-items/{item}/claim")).Status.ShouldBe(303);

        var none = await GiveAsync(bureau, "env-li", stages: []);
        (await GiveAsync(bureau, "env-li", stages: ["Accountability.ProposeTeam"])).Status.ShouldBe(303);
        var outside = await proxy.GetAsync($"/work-items/{advice}");
        (await bureau.SubmitAsync(await bureau.GetAsync("/proxies"), (await bureau.GetAsync("/proxies")).Actions.Single(action => action.EndsWith("/end", StringComparison.Ordinal))))
            .Status.ShouldBe(303);
        (await GiveAsync(bureau, "env-li", stages: ["Accountability.RegisterLead"])).Status.ShouldBe(303);
        var inside = await proxy.GetAsync("/");

        none.Status.ShouldBe(422);
        string.Join(' ', none.Problems).ShouldContain("没有勾选环节");
        inside.Links.ShouldContain($"/work-items/{advice}");
        inside.Text.ShouldContain("代陈松岩办理");
        outside.Text.ShouldNotContain("代陈松岩");
        (await GiveAsync(governor, "gov-li", stages: ["Accountability.SuperviseDuties"])).Status.ShouldBe(422, "the separate inquiry is nobody's to lend");
    }

    [Fact]
    public async Task Where_either_of_the_two_is_under_inquiry_the_proxy_reaches_nothing()
    {
        var lead = FirstSteps.ALead with { ConcernedPersons = [new() { PersonId = "gov-li", OrganisationId = "gov" }] };
        var ofProxy = await site.ItemAsync(await site.RegisteredCaseAsync(lead), "LaunchInvestigation");
        var ofPrincipal = await site.ItemAsync(await site.RegisteredCaseAsync(FirstSteps.ALead with
        {
            ConcernedPersons = [new() { PersonId = "gov-zhang", OrganisationId = "gov" }],
        }, by: "gov-ma"), "LaunchInvestigation");
        using var principal = await site.SignedInAsync("gov-zhang");
        using var proxy = await site.SignedInAsync("gov-li");
        (await principal.SubmitAsync(await principal.GetAsync($"/work-items/{ofProxy}"), $"/work-items/{ofProxy}/claim")).Status.ShouldBe(303);
        (await GiveAsync(principal, "gov-li")).Status.ShouldBe(303);

        foreach (var path in new[] { $"/work-items/{ofProxy}", $"/work-items/{ofProxy}/reassign", $"/work-items/{ofProxy}/copy" })
            (await proxy.GetAsync(path)).Status.ShouldBe(404, path);
        (await proxy.GetAsync("/")).Links.ShouldNotContain($"/work-items/{ofProxy}");
        (await principal.GetAsync($"/work-items/{ofPrincipal}")).Status.ShouldBe(404);
        (await proxy.GetAsync("/")).Text.ShouldNotContain("代张砚秋办理");
    }

    private static async Task<Page> GiveAsync(Browser official, string to, int from = 0, int until = 5, IReadOnlyList<string>? stages = null)
    {
        var fields = (await official.GetAsync("/proxies")).FieldsOf("/proxies");
        fields.Remove("Stage");
        (fields["To"], fields["From"], fields["Until"], fields["All"], fields["Reason"]) = (to, Day(from), Day(until), stages is null ? "true" : "false", "出差。");
        return await official.PostAsync("/proxies", [.. fields, .. (stages ?? []).Select(stage => KeyValuePair.Create("Stage", stage))]);
    }

    private static string Day(int later) => FirstSteps.Today.AddDays(later).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
