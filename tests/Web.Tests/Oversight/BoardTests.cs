using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using WorkflowAccountability.Procedure.Oversight.Suggestions;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Oversight;

/// <summary>The supervisors' board as they read it: filters in the address, acts in place, paper and table with the same lines.</summary>
public sealed class BoardTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task The_board_stands_in_the_navigation_of_the_chain_of_supervision_and_of_nobody_else()
    {
        using var oversight = await site.SignedInAsync("oversight-shen");
        using var bureau = await site.SignedInAsync("env-zhou");

        (await oversight.GetAsync("/")).Body.ShouldContain("督办");
        (await bureau.GetAsync("/")).Body.ShouldNotContain("督办");
        (await oversight.GetAsync("/oversight")).Text.ShouldContain("督办看板");
        (await bureau.GetAsync("/oversight")).Text.ShouldContain("只显示您有权知悉的案件");
    }

    [Fact]
    public async Task Filters_stand_in_the_address_as_chips_and_what_it_cannot_mean_is_left_out()
    {
        var caseId = await RegisteredAsync("筛选之用");
        using var oversight = await site.SignedInAsync("oversight-shen");

        var page = await oversight.GetAsync($"/oversight?case={caseId}&stage=Accountability.LaunchInvestigation&county=county-fukang-gov&q=%E7%AD%9B%E9%80%89");

        page.Text.ShouldContain("共1项");
        page.Text.ShouldContain("清除全部条件");
        page.Links.ShouldContain(link => link.StartsWith("/oversight?stage=Accountability.LaunchInvestigation&county=county-fukang-gov&q=", StringComparison.Ordinal), "a chip leads to the rest");
        (await oversight.GetAsync($"/oversight?case={caseId}&stage=Accountability.CloseCase")).Text.ShouldContain("没有符合条件的事项");
        (await oversight.GetAsync($"/oversight?case={caseId}&light=late")).Text.ShouldContain("没有符合条件的事项");
        (await oversight.GetAsync("/oversight?light=blue&age=x&by=7&after=%00&office=nobody&county=%27&q=%20&order=1")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_urge_is_given_in_place_its_answer_stands_there_and_only_the_chain_reads_who_said_it()
    {
        var caseId = await RegisteredAsync("催办之用");
        var item = await site.ItemAsync(caseId, "LaunchInvestigation");
        var here = $"/oversight?case={caseId}";
        using var oversight = await site.SignedInAsync("oversight-shen");
        using var governor = await site.SignedInAsync("gov-ma");
        using var outsider = await site.SignedInAsync("env-zhou");

        var answer = await oversight.SubmitAsync(await oversight.GetAsync(here), $"/work-items/{item}/urge", new KeyValuePair<string, string>("Words", "请本周办结。"));
        (await governor.SubmitAsync(await governor.GetAsync($"/work-items/{item}/answer"), $"/work-items/{item}/answer",
            new KeyValuePair<string, string>("Words", "周四上会。"))).Status.ShouldBe(303);

        (answer.Status, answer.Location).ShouldBe((303, here));
        (await oversight.GetAsync(here)).Text.ShouldContain("周四上会。");
        (await oversight.SubmitAsync(await oversight.GetAsync(here), $"/work-items/{item}/urge", new KeyValuePair<string, string>("Words", "再催。"))).Status.ShouldBe(422);
        var others = await outsider.GetAsync(here);
        others.Text.ShouldContain("已答复");
        others.Text.ShouldNotContain("周四上会。");
        others.Text.ShouldNotContain("马");
    }

    [Fact]
    public async Task An_explanation_is_given_on_the_items_page_and_stands_on_board_page_paper_and_log()
    {
        var caseId = await RegisteredAsync("说明之用");
        var item = await site.ItemAsync(caseId, "LaunchInvestigation");
        using var governor = await site.SignedInAsync("gov-ma");
        using var oversight = await site.SignedInAsync("oversight-shen");
        KeyValuePair<string, string>[] said = [new("Words", "等待法制审核。"), new("Day", FirstSteps.Today.AddDays(30).ToString("O", CultureInfo.InvariantCulture))];

        (await governor.GetAsync($"/work-items/{item}")).Links.ShouldContain($"/work-items/{item}/explain");
        (await oversight.GetAsync($"/work-items/{item}/explain")).Status.ShouldBe(404);
        var form = await governor.GetAsync($"/work-items/{item}/explain");
        var again = await governor.SubmitAsync(form, $"/work-items/{item}/explain", said[0]);
        var done = await governor.SubmitAsync(form, $"/work-items/{item}/explain", said);

        (again.Status, again.Body).ShouldSatisfyAllConditions(seen => seen.Status.ShouldBe(422), seen => seen.Body.ShouldContain("等待法制审核。"));
        done.Status.ShouldBe(303);
        (await governor.GetAsync($"/work-items/{item}")).Text.ShouldContain("等待法制审核。");
        (await governor.GetAsync($"/work-items/{item}/print")).Text.ShouldContain("等待法制审核。");
        (await governor.GetAsync($"/cases/{caseId}")).Text.ShouldContain("说明延期、逾期原因");
        (await oversight.GetAsync($"/oversight?case={caseId}")).Text.ShouldContain("等待法制审核。");
        (await oversight.GetAsync("/notices")).Text.ShouldContain("等待法制审核。");
    }

    [Fact]
    public async Task Paper_and_table_have_the_lines_of_the_list_and_no_line_for_whom_there_is_none()
    {
        var caseId = await RegisteredAsync("=1+1表格之用");
        using var oversight = await site.SignedInAsync("oversight-shen");
        using var outsider = await site.SignedInAsync("finance-deng");

        using var table = await oversight.DownloadAsync($"/oversight/export?case={caseId}");
        using var none = await outsider.DownloadAsync($"/oversight/export?case={caseId}");
        var paper = await oversight.GetAsync($"/oversight/print?case={caseId}");

        var row = (await RowsAsync(table)).ShouldHaveSingleItem();
        row["案件"].ShouldBe("=1+1表格之用");
        row["承办单位"].ShouldBe("州人民政府");
        row["期限性质"].ShouldBe("内部时限");
        paper.Text.ShouldContain("=1+1表格之用");
        (await RowsAsync(none)).ShouldHaveSingleItem().Values.ShouldAllBe(value => value == null);
        (await outsider.GetAsync($"/oversight/print?case={caseId}")).Text.ShouldNotContain("表格之用");
    }

    [Fact]
    public async Task An_account_of_the_supervisors_office_without_items_of_its_own_lands_on_the_board()
    {
        using var oversight = site.Browser();
        using var bureau = site.Browser();

        (await oversight.SignInAsync("oversight-pan")).Location.ShouldBe("/oversight");
        (await oversight.SignInAsync("oversight-pan", returnUrl: "/cases")).Location.ShouldBe("/cases");
        (await bureau.SignInAsync("env-wang")).Location.ShouldBe("/");
    }

    [Fact]
    public async Task An_order_is_begun_on_the_board_once_its_filing_opens_at_once_and_the_case_lists_it()
    {
        var caseId = await RegisteredAsync("督办之用");
        var item = await site.ItemAsync(caseId, "LaunchInvestigation");
        var here = $"/oversight?case={caseId}";
        using var oversight = await site.SignedInAsync("oversight-shen");
        using var governor = await site.SignedInAsync("gov-ma");
        var board = await oversight.GetAsync(here);

        var begun = await oversight.SubmitAsync(board, $"/work-items/{item}/order");
        var filing = await oversight.GetAsync(begun.Location!);
        var again = await oversight.SubmitAsync(await oversight.GetAsync("/"), $"/work-items/{item}/order", new KeyValuePair<string, string>("_command", "another-one"));
        var filed = await oversight.SubmitAsync(filing, $"{begun.Location}/complete", [new("Decision", "Filed"), new("Number", "昌州政督〔2026〕8号"),
            new("Demands", "请三日内作出启动决定。"), new("WorkingDays", "3")]);

        begun.Status.ShouldBe(303);
        filing.Text.ShouldContain("启动责任追究调查（第七条第一句）");
        filing.Text.ShouldNotContain("不再立项", customMessage: "nobody chooses what the system does when the item is done");
        (again.Status, again.Text).ShouldSatisfyAllConditions(seen => seen.Status.ShouldBe(422), seen => seen.Text.ShouldContain("已有未销号的督办单"));
        filed.Status.ShouldBe(303, string.Join(' ', [.. filed.Problems, .. filed.Errors]));
        (await governor.SubmitAsync(await governor.GetAsync("/"), $"/work-items/{item}/order", new KeyValuePair<string, string>("_command", "by-another"))).Status.ShouldBe(404);
        (await oversight.GetAsync($"/oversight?case={caseId}&order=open")).Text.ShouldContain("昌州政督〔2026〕8号");
        (await oversight.GetAsync($"/cases/{caseId}")).Status.ShouldBe(404, "it follows up an item, not the matter");
        (await governor.GetAsync($"/cases/{caseId}")).Text.ShouldContain("昌州政督〔2026〕8号");
        (await governor.GetAsync(here)).Text.ShouldContain("签收督办单");
    }

    [Fact]
    public async Task What_the_supervisors_do_not_decide_they_suggest_in_place_and_the_answer_stands_on_the_board()
    {
        var caseId = await RegisteredAsync("建议之用");
        var item = await site.ItemAsync(caseId, "LaunchInvestigation");
        var here = $"/oversight?stage=Accountability.LaunchInvestigation&case={caseId}";
        using var oversight = await site.SignedInAsync("oversight-shen");
        using var governor = await site.SignedInAsync("gov-ma");
        using var outsider = await site.SignedInAsync("env-zhou");
        var board = await oversight.GetAsync(here);
        board.CountOf($"form[action='/work-items/{item}/reassign'], form[action='/deadlines/{item}/extend']").ShouldBe(0, "it decides neither");
        async Task<Page> SuggestAsync(string act, string words, string command) => await oversight.SubmitAsync(board, $"/work-items/{item}/suggest",
            new("Option", act), new("Words", words), new("_command", command));

        var suggested = await SuggestAsync("Extend", "材料尚未到齐。", "suggest-extend");
        var moved = await SuggestAsync("Reassign", "经办人另有任务。", "suggest-reassign");
        var again = await SuggestAsync("Extend", "再次建议。", "suggest-again");

        (suggested.Status, suggested.Location).ShouldBe((303, here));
        moved.Status.ShouldBe(303, moved.Text);
        (again.Status, again.Text).ShouldSatisfyAllConditions(seen => seen.Status.ShouldBe(422), seen => seen.Text.ShouldContain("尚未得到答复"));
        (await SuggestAsync("Extend", "", "suggest-nothing")).Status.ShouldBe(422);
        (await SuggestAsync("Approve", "不存在的建议。", "suggest-other")).Status.ShouldBe(404);
        (await governor.SubmitAsync(await governor.GetAsync(here), $"/work-items/{item}/suggest", new("Option", "Extend"), new("Words", "由我决定。"), new("_command", "by-decider")))
            .Status.ShouldBe(404, "whoever decides suggests nothing");
        var waiting = await oversight.GetAsync(here);
        waiting.Text.ShouldContain("未答复");
        waiting.CountOf("form[action$='/suggest']").ShouldBe(0, "the same is suggested once");

        var id = await site.ReadAsync(db => db.Set<Suggestion>().Where(row => row.WorkItemId == item && row.Act == SuggestedAct.Extend).Select(row => row.Id).SingleAsync());
        var path = $"/suggestions/{id}";
        (await governor.GetAsync("/notices")).Links.ShouldContain(path);
        (await outsider.GetAsync(path)).Status.ShouldBe(404);
        var sheet = await governor.GetAsync(path);
        sheet.Text.ShouldContain("材料尚未到齐。");
        sheet.Links.ShouldContain($"/cases/{caseId}/deadlines");
        (await oversight.SubmitAsync(await oversight.GetAsync(path), path + "/answer", new("Words", "代答。"), new("_command", "answer-own"))).Status.ShouldBe(404);
        (await governor.SubmitAsync(sheet, path + "/answer", new KeyValuePair<string, string>("Words", ""))).Status.ShouldBe(422);
        (await governor.SubmitAsync(sheet, path + "/answer", new KeyValuePair<string, string>("Words", "不同意延期。"))).Status.ShouldBe(303);
        (await governor.SubmitAsync(sheet, path + "/answer", new("Words", "改变主意。"), new("_command", "answer-twice"))).Status.ShouldBe(422);

        (await oversight.GetAsync(here)).Text.ShouldContain("不同意延期。");
        (await oversight.GetAsync("/notices")).Text.ShouldContain("不同意延期。");
        var others = await outsider.GetAsync(here);
        others.Text.ShouldNotContain("不同意延期。");
        others.Text.ShouldNotContain("材料尚未到齐。");
        (await governor.GetAsync($"/cases/{caseId}")).Text.ShouldContain("建议改派或者延期");
    }

    [Fact]
    public async Task Who_decides_gives_on_and_extends_in_place_and_is_back_at_the_board_with_its_filter()
    {
        var caseId = await RegisteredAsync("就地办理之用");
        var item = await site.ItemAsync(caseId, "LaunchInvestigation");
        var here = $"/oversight?stage=Accountability.LaunchInvestigation&case={caseId}";
        using var governor = await site.SignedInAsync("gov-ma");
        var due = await site.ReadAsync(db => db.Deadlines.Where(row => row.Id == item).Select(row => row.DueOn).SingleAsync());

        var board = await governor.GetAsync(here);
        var to = board.FieldsOf($"/work-items/{item}/reassign");
        to["Return"].ShouldBe(here);
        var long_ = await governor.SubmitAsync(board, $"/deadlines/{item}/extend", new("Length", "99"), new("Reason", "案情复杂。"));
        var extended = await governor.SubmitAsync(board, $"/deadlines/{item}/extend", new("Length", "3"), new("Reason", "案情复杂。"));
        var nobody = await governor.SubmitAsync(board, $"/work-items/{item}/reassign", new KeyValuePair<string, string>("Words", "出差。"));
        var given = await governor.SubmitAsync(board, $"/work-items/{item}/reassign", new("Person", "gov-li"), new("Words", "出差。"), new("Return", here));
        var foreign = await governor.SubmitAsync(await governor.GetAsync(here), $"/deadlines/{item}/extend", new("Length", "1"), new("Reason", "再延。"), new("Return", "//evil.example/"));

        long_.Status.ShouldBe(422);
        (extended.Status, extended.Location).ShouldBe((303, here));
        (await site.ReadAsync(db => db.Deadlines.Where(row => row.Id == item).Select(row => row.DueOn).SingleAsync())).ShouldBeGreaterThan(due);
        nobody.Status.ShouldBe(422);
        nobody.FieldsOf($"/work-items/{item}/reassign")["Return"].ShouldBe(here, "the way back is kept through a refusal");
        (given.Status, given.Location).ShouldBe((303, here), given.Text);
        (await site.ReadAsync(db => db.WorkItems.Where(row => row.Id == item).Select(row => row.AssigneeId).SingleAsync())).ShouldBe("gov-li");
        foreign.Location.ShouldBe($"/cases/{caseId}/deadlines", "another site is no list of ours");
    }

    [Fact]
    public async Task Every_act_on_the_board_says_what_it_does_before_it_is_done()
    {
        var caseId = await RegisteredAsync("效果之用");
        using var oversight = await site.SignedInAsync("oversight-shen");
        using var governor = await site.SignedInAsync("gov-ma");

        foreach (var official in new[] { oversight, governor })
        {
            var board = await official.GetAsync($"/oversight?case={caseId}");
            board.CountOf(".line-of-board form").ShouldBeGreaterThan(0);
            board.CountOf(".line-of-board form:not(:has(.effect))").ShouldBe(0);
            board.CountOf(".line-of-board > .acts > form").ShouldBe(0, "nothing is done by one press");
        }
    }

    private async Task<string> RegisteredAsync(string title)
    {
        using var registrant = await site.SignedInAsync("gov-zhang");
        var caseId = await registrant.OpenCaseAsync(title);
        (await registrant.CompleteAsync(await site.ItemAsync(caseId, "RegisterLead"), FirstSteps.ALead with { Title = title, County = "county-fukang-gov" })).Status.ShouldBe(303);
        return caseId;
    }

    private static async Task<List<IDictionary<string, object?>>> RowsAsync(HttpResponseMessage answer)
    {
        using var content = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        return [.. (await content.QueryAsync(useHeaderRow: true)).Cast<IDictionary<string, object?>>()];
    }
}
