using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Web.Tests.Administration;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Handovers;

/// <summary>A handover over HTTP: who starts it, what each of the three reads, both confirmations, paper.</summary>
public sealed class HandoverPageTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private static readonly string today = Administering.Said(FirstSteps.Today);

    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task A_head_starts_it_the_giver_gives_the_receiver_takes_and_the_administrator_reads_numbers_only()
    {
        using var giver = await site.SignedInAsync("env-sun");
        var item = await site.ItemAsync(await giver.OpenCaseAsync("某厂偷排"), "RegisterLead");
        await giver.KeepAsync(await giver.GetAsync($"/work-items/{item}"), item, new KeyValuePair<string, string>("WhatHappened", "夜间排口有异味。"));
        using var head = await site.SignedInAsync("env-chen");
        var sheet = (await OpenAsync(head, "env-sun", "env-zhou")).Location!;
        using var receiver = await site.SignedInAsync("env-zhou");
        using var administrator = await site.SignedInAsync("it-lu");
        (await receiver.GetAsync(sheet)).Text.ShouldNotContain("某厂偷排");
        (await giver.GetAsync("/")).Links.ShouldContain(sheet);

        var given = await giver.SubmitAsync(await giver.GetAsync(sheet), $"{sheet}/give", new KeyValuePair<string, string>("Draft", item));

        given.Status.ShouldBe(303, string.Join(' ', given.Problems));
        (await administrator.GetAsync(sheet)).Text.ShouldNotContain("某厂偷排");
        (await administrator.GetAsync(sheet)).Text.ShouldContain("可移交1项");
        (await head.GetAsync(sheet)).Text.ShouldContain("某厂偷排");
        (await receiver.GetAsync("/")).Links.ShouldContain(sheet);
        var paper = await receiver.GetAsync($"{sheet}/print");
        foreach (var words in new[] { "移交人", "接收人", "监交人", "某厂偷排", "孙清源", "周牧野" })
            paper.Text.ShouldContain(words);

        (await receiver.SubmitAsync(await receiver.GetAsync(sheet), $"{sheet}/take")).Status.ShouldBe(303);

        (await receiver.GetAsync("/")).Text.ShouldMatch("原承办：[^，。]*孙清源");
        (await receiver.GetAsync($"/work-items/{item}")).FieldsOf($"/work-items/{item}/complete")["WhatHappened"].ShouldBe("夜间排口有异味。");
        (await giver.GetAsync($"/work-items/{item}")).Status.ShouldBe(404);
        (await site.ReadAsync(db => db.WorkItems.AsNoTracking().SingleAsync(row => row.Id == item))).CandidateKey.ShouldBe("person:env-zhou");
    }

    [Fact]
    public async Task What_is_sent_back_says_why_and_can_be_called_off_by_who_started_it()
    {
        using var administrator = await site.SignedInAsync("it-lu");
        using var giver = await site.SignedInAsync("police-yuan");
        using var receiver = await site.SignedInAsync("police-dong");
        var sheet = (await OpenAsync(administrator, "police-yuan", "police-dong")).Location!;
        var page = await giver.GetAsync(sheet);
        page.Text.ShouldContain("没有可以移交的事项");
        (await giver.SubmitAsync(page, $"{sheet}/give")).Status.ShouldBe(303);
        var waiting = await receiver.GetAsync(sheet);

        var silent = await receiver.SubmitAsync(waiting, $"{sheet}/return", new KeyValuePair<string, string>("Words", " "));
        var returned = await receiver.SubmitAsync(waiting, $"{sheet}/return", new KeyValuePair<string, string>("Words", "漏了“巴哈提·努尔兰”𠮷交办的一件。"));
        var late = await receiver.SubmitAsync(waiting, $"{sheet}/take");

        (silent.Status, returned.Status, late.Status).ShouldBe((422, 303, 422));
        (await giver.GetAsync(sheet)).Text.ShouldContain("漏了“巴哈提·努尔兰”𠮷交办的一件。");
        (await giver.SubmitAsync(await giver.GetAsync(sheet), $"{sheet}/withdraw", [new("_command", "x"), new("_version", "2")])).Status.ShouldBe(404);
        (await administrator.SubmitAsync(await administrator.GetAsync(sheet), $"{sheet}/withdraw")).Status.ShouldBe(303);
        (await giver.GetAsync(sheet)).Text.ShouldContain("已撤销");
    }

    [Fact]
    public async Task Who_has_no_part_in_it_finds_nothing_and_what_cannot_be_is_refused_in_words()
    {
        using var head = await site.SignedInAsync("audit-xiao");
        using var official = await site.SignedInAsync("finance-cui");
        using var administrator = await site.SignedInAsync("it-lu");
        var sheet = (await OpenAsync(head, "audit-tian", "audit-xiao")).Location!;

        foreach (var path in new[] { sheet, $"{sheet}/print" })
            (await official.GetAsync(path)).Status.ShouldBe(404);
        (await OpenAsync(official, "audit-tian", "audit-xiao")).Status.ShouldBe(404);
        (await official.GetAsync("/handovers")).Text.ShouldNotContain("田贺之");
        (string From, string To, string On, string Words)[] wrong =
        [
            ("env-li", "env-li", today, "同一人"), ("nobody", "env-li", today, "没有选择移交人"), ("env-li", "nobody", today, "没有选择接收人"),
            ("env-li", "env-zhou", "2001-01-01", "已经过去"), ("env-li", "env-zhou", "", "没有填写移交日期"), ("audit-tian", "audit-xiao", today, "没有办完"),
        ];
        foreach (var (from, to, on, words) in wrong)
        {
            var answer = await OpenAsync(administrator, from, to, on);
            (answer.Status, string.Join(' ', answer.Problems).Contains(words)).ShouldBe((422, true), $"{words}: {string.Join(' ', answer.Problems)}");
        }
        var foreign = await OpenAsync(head, "env-li", "env-zhou");
        (foreign.Status, string.Join(' ', foreign.Problems)).ShouldSatisfyAllConditions(
            seen => seen.Status.ShouldBe(422), seen => seen.Item2.ShouldContain("也不是移交人所在单位的正职"));
    }

    private static async Task<Page> OpenAsync(Browser starter, string from, string to, string? on = null) => await starter.SubmitAsync(
        await starter.GetAsync("/handovers"), "/handovers",
        [new("_command", Guid.NewGuid().ToString("n")), new("From", from), new("To", to), new("On", on ?? today), new("Reason", "调任。")]);
}
