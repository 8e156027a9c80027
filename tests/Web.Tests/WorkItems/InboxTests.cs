using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.WorkItems.Inbox;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.WorkItems;

public sealed class InboxTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task An_item_is_unread_until_its_own_page_is_opened_and_a_preview_does_not_open_it()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var official = await site.SignedInAsync("gov-ma");

        (await official.GetAsync($"/work-items/{item}/preview")).Status.ShouldBe(200);
        (await official.GetAsync("/?only=new")).Links.ShouldContain($"/work-items/{item}");
        (await official.GetAsync($"/work-items/{item}")).Status.ShouldBe(200);

        (await official.GetAsync("/?only=new")).Links.ShouldNotContain($"/work-items/{item}");
        (await official.GetAsync("/")).Links.ShouldContain($"/work-items/{item}");
    }

    [Fact]
    public async Task A_search_finds_the_case_the_number_the_sender_and_the_act_and_nothing_else()
    {
        var caseId = await site.RegisteredCaseAsync();
        var item = await site.ItemAsync(caseId, "LaunchInvestigation");
        var number = await site.ReadAsync(db => db.Cases.Where(file => file.Id == caseId).Select(file => file.Number).SingleAsync());
        using var official = await site.SignedInAsync("gov-ma");

        foreach (var words in new[] { "某河", number, "张砚秋", "启动" })
            (await official.GetAsync($"/?q={Uri.EscapeDataString(words)}")).Links.ShouldContain($"/work-items/{item}", words);
        var none = await official.GetAsync($"/?q={Uri.EscapeDataString("没有这样的事项")}");
        none.Links.ShouldNotContain($"/work-items/{item}");
        none.Text.ShouldContain("没有符合筛选条件的事项");
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        for (var count = 0; count < InboxView.PageSize + 3; count++)
        {
            using var registrant = await site.SignedInAsync("discipline-han");
            await registrant.OpenCaseAsync($"第{count}件");
        }
        using var official = await site.SignedInAsync("discipline-han");

        var (seen, path) = (new List<string>(), (string?)"/");
        while (path is not null)
        {
            var page = await official.GetAsync(path);
            seen.AddRange(page.Links.Where(link => link.StartsWith("/work-items/", StringComparison.Ordinal)).Distinct());
            path = page.Links.FirstOrDefault(link => link.StartsWith("/?after=", StringComparison.Ordinal));
            seen.Count.ShouldBeLessThan(200, "the pages must come to an end");
        }

        seen.ShouldBeUnique();
        seen.Count.ShouldBe(InboxView.PageSize + 3);
    }

    [Fact]
    public async Task The_number_of_unread_copies_is_the_number_of_rows_however_many_were_written_at_one_moment()
    {
        var caseId = await site.RegisteredCaseAsync();
        var at = TimeProvider.System.GetUtcNow();
        await site.ReadAsync(async db =>
        {
            foreach (var number in Enumerable.Range(0, (2 * InboxView.PageSize) + 5))
                db.Add(new Notice
                {
                    Id = $"{caseId}-X{number}", CaseId = caseId, PersonId = "health-kang", RecipientKey = "person:health-kang", At = at, Walled = false,
                    TextSource = typeof(Procedure.WorkItems.Verbs.VerbTexts).FullName!, TextKey = "vacant.Title", TextArguments = "[]",
                });
            return await db.SaveChangesAsync();
        });
        using var official = await site.SignedInAsync("health-kang");

        var (rows, path, first) = (0, (string?)"/?box=unread", (string?)null);
        while (path is not null)
        {
            var page = await official.GetAsync(path);
            first ??= page.TextOf(".stat[href='/?box=unread'] b");
            rows += page.CountOf(".line-of-inbox");
            path = page.Links.FirstOrDefault(link => link.Contains("&after=", StringComparison.Ordinal));
            rows.ShouldBeLessThan(100, "the pages must come to an end");
        }

        (first, rows).ShouldBe(($"{(2 * InboxView.PageSize) + 5}", (2 * InboxView.PageSize) + 5));
    }

    [Fact]
    public async Task What_waits_for_others_is_urged_from_the_boxes_of_what_one_did_and_began_and_what_waits_for_oneself_is_not()
    {
        var caseId = await site.RegisteredCaseAsync(by: "env-sun", lead: FirstSteps.ALead with { WithoutAdvice = false });
        using var bureau = await site.SignedInAsync("env-wang");
        (await bureau.CompleteAsync(await site.ItemAsync(caseId, "RegisterLead"), new Procedure.Stages.RegisterLead.LeadAdviceForm
        {
            Advice = Procedure.Stages.RegisterLead.LeadAdvice.Agrees, Reasons = "属实。",
        })).Status.ShouldBe(303);
        var waiting = await site.ItemAsync(caseId, "LaunchInvestigation");
        using var registrant = await site.SignedInAsync("env-sun");
        (await bureau.GetAsync("/")).CountOf("button[value=urge]").ShouldBe(0);

        foreach (var box in new[] { "done", "started" })
            (await registrant.GetAsync($"/?box={box}")).CountOf($"input[name=item][value='{waiting}']").ShouldBe(1, box);
        var list = await registrant.GetAsync("/?box=started");
        list.CountOf("button[value=urge]").ShouldBe(1);
        var urged = await registrant.PostAsync("/work-items/bulk", [.. list.FieldsOf("/none"), new("item", waiting), new("verb", "urge"),
            new("_command", Guid.NewGuid().ToString("n")), new("Words", "请抓紧。")]);

        urged.Text.ShouldContain("1项已办，0项未办");
        (await site.ReadAsync(db => db.Set<Procedure.WorkItems.Verbs.Urge>().CountAsync(urge => urge.WorkItemId == waiting))).ShouldBe(1);
    }

    [Fact]
    public async Task A_notice_leads_to_what_it_is_about_is_bold_until_it_is_read_and_all_are_read_with_one_button()
    {
        var caseId = await site.RegisteredCaseAsync();
        await site.ReadAsync(async db =>
        {
            db.Add(new Notice
            {
                Id = $"{caseId}-Y", CaseId = caseId, PersonId = "finance-cui", RecipientKey = "person:finance-cui", At = TimeProvider.System.GetUtcNow(), Walled = false,
                TextSource = typeof(Procedure.WorkItems.Verbs.VerbTexts).FullName!, TextKey = "vacant.Title", TextArguments = "[]",
            });
            return await db.SaveChangesAsync();
        });
        using var official = await site.SignedInAsync("finance-cui");
        var before = await official.GetAsync("/notices");
        before.Links.ShouldContain($"/cases/{caseId}");
        before.CountOf("li.unread").ShouldBe(1);

        var read = await official.SubmitAsync(before, "/work-items/bulk", new KeyValuePair<string, string>("verb", "read"));

        read.Status.ShouldBe(200);
        read.Text.ShouldContain("1项已办，0项未办");
        var after = await official.GetAsync("/notices");
        after.CountOf("li.unread").ShouldBe(0);
        after.Links.ShouldContain($"/cases/{caseId}", "what was read is still there");
        after.Actions.ShouldNotContain("/work-items/bulk");
    }

    [Fact]
    public async Task Of_notices_read_together_each_says_what_came_of_it_and_a_foreign_one_reads_like_none()
    {
        var caseId = await site.RegisteredCaseAsync();
        await site.ReadAsync(async db =>
        {
            foreach (var (id, person) in new[] { ("own", "finance-deng"), ("foreign", "gov-ma") })
                db.Add(new Notice
                {
                    Id = $"{caseId}-{id}", CaseId = caseId, PersonId = person, RecipientKey = $"person:{person}", At = TimeProvider.System.GetUtcNow(), Walled = false,
                    TextSource = typeof(Procedure.WorkItems.Verbs.VerbTexts).FullName!, TextKey = "vacant.Title", TextArguments = "[]",
                });
            return await db.SaveChangesAsync();
        });
        using var official = await site.SignedInAsync("finance-deng");
        var page = await official.GetAsync("/");
        async Task<Page> ReadAsync() => await official.PostAsync("/work-items/bulk",
            [.. page.FieldsOf("/none"), new("verb", "read"), new("item", $"{caseId}-own"), new("item", $"{caseId}-foreign"), new("item", "no-such")]);

        var first = await ReadAsync();
        var again = await ReadAsync();

        first.Text.ShouldContain("1项已办，2项未办");
        first.Text.Split("没有这条通知").Length.ShouldBe(3, "what is another's and what does not exist read alike");
        again.Text.ShouldContain("此前已阅");
        (await site.ReadAsync(db => db.NoticeReadings.CountAsync(reading => reading.NoticeId == $"{caseId}-own"))).ShouldBe(1);
        (await site.ReadAsync(db => db.NoticeReadings.CountAsync(reading => reading.NoticeId == $"{caseId}-foreign"))).ShouldBe(0);
    }

    [Fact]
    public async Task Every_page_of_somebody_who_is_signed_in_listens_for_the_count_and_the_door_does_not()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var official = await site.SignedInAsync("gov-ma");
        using var nobody = site.Browser();

        foreach (var path in new[] { "/", $"/work-items/{item}", "/notices", "/cases", "/oversight", "/settings/notices" })
        {
            var page = await official.GetAsync(path);
            page.CountOf("script[type=module][src^='/site/bell.js']").ShouldBe(1, path);
            page.CountOf(".bell[data-notice-count][data-text*='{0}']").ShouldBe(1, path);
        }
        (await nobody.GetAsync("/sign-in")).CountOf("script[src^='/site/bell.js']").ShouldBe(0);
    }

    [Fact]
    public async Task What_was_told_to_the_supervisors_office_is_marked_in_words_and_with_its_place()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(FirstSteps.ALead with { County = "county-fukang-gov" }), "LaunchInvestigation");
        using var official = await site.SignedInAsync("gov-ma");
        var before = await official.GetAsync("/");
        await site.ReadAsync(async db =>
        {
            await db.WorkItems.Where(row => row.Id == item).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, TimeProvider.System.GetUtcNow().AddDays(-4)));
            db.Add(new Procedure.Deadlines.DeadlineRung
            {
                Id = "rung-of-test", DeadlineId = item, Name = "T+1", DueAt = TimeProvider.System.GetUtcNow(), ToRole = "OVERSIGHT", Status = Procedure.Deadlines.RungStatus.Fired,
            });
            return await db.SaveChangesAsync();
        });

        var page = await official.GetAsync("/");

        before.Text.ShouldNotContain("已报督查");
        page.Text.ShouldContain("已报督查");
        page.Text.ShouldContain("阜康市");
    }

    [Fact]
    public async Task A_filter_is_kept_under_a_name_for_its_owner_alone()
    {
        using var owner = await site.SignedInAsync("org-dept-cao");
        using var other = await site.SignedInAsync("discipline-han");
        var view = await owner.GetAsync("/?only=returned");

        var kept = await owner.SubmitAsync(view, "/filters", new KeyValuePair<string, string>("Name", "被退回的"));
        var nameless = await owner.SubmitAsync(view, "/filters", new KeyValuePair<string, string>("Name", " "));
        var page = await owner.GetAsync("/");
        var removal = page.Actions.Single(action => action.StartsWith("/filters/", StringComparison.Ordinal));

        (kept.Status, kept.Location).ShouldBe((303, "/?only=returned"));
        nameless.Status.ShouldBe(422);
        page.Text.ShouldContain("被退回的");
        (await other.GetAsync("/")).Text.ShouldNotContain("被退回的");
        (await other.SubmitAsync(await other.GetAsync("/"), removal, new KeyValuePair<string, string>("Back", "1"))).Status.ShouldBe(404);
        (await owner.SubmitAsync(page, removal)).Status.ShouldBe(303);
        (await owner.GetAsync("/")).Text.ShouldNotContain("被退回的");
    }

    [Fact]
    public async Task What_was_done_tells_who_has_it_now()
    {
        await site.RegisteredCaseAsync(by: "gov-zhang");
        using var official = await site.SignedInAsync("gov-zhang");

        var done = await official.GetAsync("/?box=done");
        var started = await official.GetAsync("/?box=started");

        done.Text.ShouldContain("州人民政府");
        done.Text.ShouldContain("自2");
        started.Text.ShouldContain("某河流域水质持续恶化");
    }

    [Theory]
    [InlineData("finance-deng", "/", "这里将列出请您办理的事项")]
    [InlineData("finance-deng", "/?only=overdue", "没有符合筛选条件的事项")]
    [InlineData("finance-deng", "/?box=drafts", "没有草稿")]
    [InlineData("finance-deng", "/?box=nonsense&only=17&after=zz", "待办")]
    public async Task An_empty_list_says_why_it_is_empty(string person, string path, string words)
    {
        using var official = await site.SignedInAsync(person);

        var page = await official.GetAsync(path);

        page.Status.ShouldBe(200);
        page.Text.ShouldContain(words);
    }

    [Fact]
    public async Task The_language_that_was_chosen_is_remembered_and_leads_to_no_other_site()
    {
        using var official = await site.SignedInAsync("finance-deng");
        var page = await official.GetAsync("/cases");

        var chosen = await official.SubmitAsync(page, "/language", new KeyValuePair<string, string>("Language", "en"));
        var astray = await official.SubmitAsync(page, "/language", [new("Language", "zh-CN"), new("Back", "//evil.example")]);

        (chosen.Status, chosen.Location).ShouldBe((303, "/cases"));
        (astray.Status, astray.Location).ShouldBe((303, "/"));
        (await official.GetAsync("/")).Language.ShouldBe("zh-CN");
    }
}
