using System.Text.Json;
using WorkflowAccountability.Procedure.Stages.RegisterLead;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Drafts;

public sealed class DraftTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task What_was_kept_is_there_again_after_signing_out_and_in()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using (var official = await site.SignedInAsync("gov-zhang"))
        {
            (await KeepAsync(official, item, ("Remarks", "请环委会办公室一并督办。"))).Location.ShouldBe($"/work-items/{item}");
            (await official.SubmitAsync(await official.GetAsync("/"), "/sign-out")).Status.ShouldBe(303);
        }

        using var again = await site.SignedInAsync("gov-zhang");
        var page = await again.GetAsync($"/work-items/{item}");

        page.FieldsOf(Complete(item))["Remarks"].ShouldBe("请环委会办公室一并督办。");
        page.Text.ShouldContain("已恢复您于");
    }

    [Fact]
    public async Task What_was_kept_is_there_after_the_host_has_gone_and_come_back()
    {
        var data = RunningSite.NewFolder();
        string item;
        await using (var before = await RunningSite.StartAsync(data))
        {
            item = await before.ItemAsync(await before.RegisteredCaseAsync(), "LaunchInvestigation");
            using var official = await before.SignedInAsync("gov-zhang");
            await KeepAsync(official, item, ("Remarks", "写到一半"));
        }

        await using (var after = await RunningSite.StartAsync(data))
        {
            using var official = await after.SignedInAsync("gov-zhang");
            (await official.GetAsync($"/work-items/{item}")).FieldsOf(Complete(item))["Remarks"].ShouldBe("写到一半");
        }
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task What_one_node_kept_another_node_on_the_same_database_shows_in_the_same_session_and_takes_in()
    {
        var data = RunningSite.NewFolder();
        await using (var here = await RunningSite.StartAsync(data))
        await using (var there = await RunningSite.StartAsync(data))
        {
            var item = await here.ItemAsync(await here.RegisteredCaseAsync(), "LaunchInvestigation");
            using var official = await here.SignedInAsync("gov-zhang");
            await KeepAsync(official, item, ("Remarks", "在甲节点写的"));
            using var moved = official.At(there.Address);

            var page = await moved.GetAsync($"/work-items/{item}");
            page.FieldsOf(Complete(item))["Remarks"].ShouldBe("在甲节点写的", "nobody signs in again");
            await KeepAsync(moved, item, ("Remarks", "在乙节点续写的"));
            var back = await official.GetAsync($"/work-items/{item}");
            back.FieldsOf(Complete(item))["Remarks"].ShouldBe("在乙节点续写的");
            // A form that the one node gave out is submitted to the other; it is refused for what is missing, and the text stays.
            var refused = await moved.SubmitAsync(back, Complete(item));

            refused.Status.ShouldBe(422, refused.Text);
            (await official.GetAsync($"/work-items/{item}")).FieldsOf(Complete(item))["Remarks"].ShouldBe("在乙节点续写的");
        }
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_draft_is_read_by_its_author_only()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var author = await site.SignedInAsync("gov-zhang");
        using var colleague = await site.SignedInAsync("gov-li");
        await KeepAsync(author, item, ("Remarks", "先不要外传。"));

        var page = await colleague.GetAsync($"/work-items/{item}");

        page.FieldsOf(Complete(item))["Remarks"].ShouldBe("");
        page.Text.ShouldNotContain("先不要外传。");
        (await colleague.GetAsync($"/work-items/{item}/print")).Text.ShouldNotContain("先不要外传。");
    }

    [Fact]
    public async Task Who_comes_under_inquiry_reaches_his_draft_no_more()
    {
        var lead = FirstSteps.ALead with { ConcernsLeadBureau = true, ConcernedPersons = [new ConcernedPerson { PersonId = "gov-li", OrganisationId = "gov" }] };
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(lead), "LaunchInvestigation");
        using var concerned = await site.SignedInAsync("gov-li");

        foreach (var act in new[] { "draft", "draft/exchange", "draft/discard" })
            (await concerned.SubmitAsync(await concerned.GetAsync("/"), $"/work-items/{item}/{act}", new KeyValuePair<string, string>("_command", act)))
                .Status.ShouldBe(404);
        (await concerned.GetAsync($"/work-items/{item}/print")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Two_windows_that_type_different_things_keep_both()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var official = await site.SignedInAsync("gov-zhang");
        var (first, second) = (await official.GetAsync($"/work-items/{item}"), await official.GetAsync($"/work-items/{item}"));

        await official.KeepAsync(first, item, new KeyValuePair<string, string>("Remarks", "第一窗口"));
        await official.KeepAsync(second, item, new KeyValuePair<string, string>("Remarks", "第二窗口"));
        var page = await official.GetAsync($"/work-items/{item}");
        var other = await official.GetAsync($"/work-items/{item}?draft=other");
        await official.SubmitAsync(other, $"/work-items/{item}/draft/exchange");
        var exchanged = await official.GetAsync($"/work-items/{item}");

        page.FieldsOf(Complete(item))["Remarks"].ShouldBe("第一窗口");
        page.Text.ShouldContain("有两份不同的草稿");
        other.FieldsOf(Complete(item))["Remarks"].ShouldBe("第二窗口");
        exchanged.FieldsOf(Complete(item))["Remarks"].ShouldBe("第二窗口");
        (await official.GetAsync($"/work-items/{item}?draft=other")).FieldsOf(Complete(item))["Remarks"].ShouldBe("第一窗口");
    }

    [Fact]
    public async Task A_restored_draft_is_still_the_same_command()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var official = await site.SignedInAsync("gov-zhang");
        var page = await official.GetAsync($"/work-items/{item}");
        await official.KeepAsync(page, item, [.. FormFields.Of(FirstSteps.ALaunch)]);
        var restored = await official.GetAsync($"/work-items/{item}");

        var answers = new[]
        {
            await official.SubmitAsync(restored, Complete(item)),
            await official.SubmitAsync(page, Complete(item), FormFields.Of(FirstSteps.ALaunch)),
        };

        answers.Select(answer => answer.Status).ShouldBe([303, 303]);
        (await site.SubmissionsAsync(item)).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_submitted_is_a_draft_no_more_and_what_a_colleague_typed_stays_his()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var first = await site.SignedInAsync("gov-zhang");
        using var second = await site.SignedInAsync("gov-li");
        await KeepAsync(first, item, ("Remarks", "第一人"));
        await KeepAsync(second, item, ("Remarks", "第二人的意见"));

        (await first.CompleteAsync(item, FirstSteps.ALaunch)).Status.ShouldBe(303);
        var late = await second.GetAsync($"/work-items/{item}");

        (await site.ReadAsync(db => Task.FromResult(db.Drafts.Where(draft => draft.WorkItemId == item).Select(draft => draft.PersonId).ToList())))
            .ShouldBe(["gov-li"]);
        late.Status.ShouldBe(409);
        late.Kept.ShouldContain("第二人的意见");
        (await second.SubmitAsync(late, $"/work-items/{item}/draft/discard")).Location.ShouldBe("/");
        (await second.GetAsync($"/work-items/{item}")).Kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_submission_that_is_refused_leaves_a_draft()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var official = await site.SignedInAsync("gov-zhang");
        (await official.CompleteAsync(item, FirstSteps.ALaunch with { DocumentNumber = "", Remarks = "待补文号" })).Status.ShouldBe(422);

        (await official.GetAsync($"/work-items/{item}")).FieldsOf(Complete(item))["Remarks"].ShouldBe("待补文号");
    }

    [Fact]
    public async Task The_page_is_told_what_is_missing_and_then_who_gets_it_next()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var official = await site.SignedInAsync("gov-zhang");
        var page = await official.GetAsync($"/work-items/{item}");

        var lacking = await TellAsync(official, page, item, new KeyValuePair<string, string>("Decision", ""));
        var refused = await TellAsync(official, await official.GetAsync($"/work-items/{item}"), item,
            [.. FormFields.Of(FirstSteps.ALaunch with { DocumentNumber = "" }), new("DocumentNumber", "")]);
        var ready = await TellAsync(official, await official.GetAsync($"/work-items/{item}"), item, [.. FormFields.Of(FirstSteps.ALaunch)]);

        lacking.GetProperty("missing").EnumerateArray().Select(lack => lack.GetProperty("path").GetString()).ShouldContain("Decision");
        lacking.GetProperty("said").GetString().ShouldStartWith("已于 ");
        refused.GetProperty("refusals").EnumerateArray().Single().GetProperty("citation").GetString().ShouldBe("第七条第一句");
        ready.GetProperty("count").GetInt32().ShouldBe(0);
        var effects = ready.GetProperty("effects").EnumerateArray().Select(effect => effect.GetString()).ToList();
        effects.ShouldBe(["送州生态环境局：拟定调查组组成方案"], "the supervision side is not the government's to know of");
        (await site.SubmissionsAsync(item)).ShouldBe(0, "a rehearsal changes nothing");
        (await site.ItemAsync(await CaseOfAsync(item), "LaunchInvestigation")).ShouldBe(item);
    }

    [Fact]
    public async Task A_text_that_was_typed_by_another_person_is_not_kept_under_ones_own_name()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var official = await site.SignedInAsync("gov-li");

        var answer = await official.SubmitAsync(await official.GetAsync($"/work-items/{item}"), $"/work-items/{item}/draft",
            [new("_person", "gov-zhang"), new("Remarks", "别人的话")]);

        answer.Status.ShouldBe(404);
        (await official.GetAsync($"/work-items/{item}")).FieldsOf(Complete(item))["Remarks"].ShouldBe("");
    }

    [Fact]
    public async Task A_row_is_taken_out_without_script_and_the_rows_after_it_move_up()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var official = await site.SignedInAsync("gov-zhang");
        (string, string)[] rows = [("Grounds[0].Facts", "甲"), ("Grounds[1].Facts", "乙"), ("Grounds[2].Facts", "丙"), ("_removeRow", "Grounds[1]")];

        await KeepAsync(official, item, rows);
        var fields = (await official.GetAsync($"/work-items/{item}")).FieldsOf(Complete(item));

        (fields["Grounds[0].Facts"], fields["Grounds[1].Facts"], fields["Grounds[2].Facts"]).ShouldBe(("甲", "丙", ""));
    }

    private static string Complete(string item) => $"/work-items/{item}/complete";

    private async Task<string> CaseOfAsync(string item) =>
        await site.ReadAsync(db => Task.FromResult(db.WorkItems.Where(row => row.Id == item).Select(row => row.CaseId).Single()));

    private static async Task<Page> KeepAsync(Browser official, string item, params (string Name, string Value)[] typed) => await official.KeepAsync(
        await official.GetAsync($"/work-items/{item}"), item, [.. typed.Select(field => KeyValuePair.Create(field.Name, field.Value))]);

    private static async Task<JsonElement> TellAsync(Browser official, Page page, string item, params KeyValuePair<string, string>[] typed) =>
        JsonDocument.Parse(await official.AskJsonAsync($"/work-items/{item}/draft", page.FilledIn(item, typed))).RootElement;
}
