using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Administration;

public sealed class DirectoryChangeTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private static readonly string today = Administering.Said(FirstSteps.Today), tomorrow = Administering.Said(FirstSteps.Today.AddDays(1));

    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task A_new_office_with_a_new_person_works_from_the_confirmation_on_and_not_before()
    {
        using var administrator = await site.SignedInAsync("it-lu");
        await administrator.ChangeAsync("AddOrganisation", ("OrganisationId", "env-lab"), ("Name", "州环境监测中心"), ("ShortName", "州监测中心"),
            ("Kind", "Department"), ("Level", "Prefecture"), ("ParentId", "env"), ("From", today), ("Basis", "昌州编〔2026〕1号"));
        await administrator.ChangeAsync("AddPerson", ("NewPersonId", "lab-bai"), ("Name", "古丽·买买提"));
        var preview = await administrator.PreviewAsync("GivePost", ("PersonId", "lab-bai"), ("OrganisationId", "env-lab"), ("Title", "主任"), ("Rank", "Head"), ("From", today));
        preview.Text.ShouldContain("古丽·买买提自" + today + "起任州环境监测中心主任。");
        preview.Text.ShouldContain("新增：各机关工作人员");
        (await administrator.GetAsync("/people")).Text.ShouldNotContain("州环境监测中心主任");

        (await administrator.ConfirmAsync(preview)).Status.ShouldBe(303);

        (await administrator.GetAsync("/people")).Text.ShouldContain("州环境监测中心 主任");
        var (password, _) = await AccountAsync(administrator, "lab-bai", "Create");
        using var newcomer = site.Browser();
        (await newcomer.SignInAsync("lab-bai", password)).Status.ShouldBe(303);
        (await newcomer.GetAsync("/")).Location.ShouldEndWith("/password?ReturnUrl=%2F");
    }

    [Fact]
    public async Task A_renamed_office_keeps_its_old_name_for_old_days()
    {
        using var administrator = await site.SignedInAsync("it-lu");

        await administrator.ChangeAsync("RenameOrganisation", ("OrganisationId", "audit"), ("Name", "州审计委员会办公室"), ("ShortName", "州审计办"), ("From", today), ("Basis", "机构改革"));

        (await administrator.GetAsync("/people")).Text.ShouldContain("州审计委员会办公室");
        (await administrator.GetAsync("/people?on=2016-08-01")).Text.ShouldNotContain("州审计委员会办公室");
    }

    [Fact]
    public async Task Nobody_can_take_the_last_administrator_away_from_the_site_in_any_of_the_ways()
    {
        using var administrator = await site.SignedInAsync("it-lu");
        var posts = await site.ReadAsync(db => db.Posts.Where(post => post.PersonId == "it-lu" && post.To == null).Select(post => post.Id).ToListAsync());
        var binding = await site.ReadAsync(db => db.RoleBindings.Where(binding => binding.Role == "ADMINISTRATOR" && binding.To == null).SingleAsync());
        var others = await site.ReadAsync(db => db.Posts.Where(post => post.OrganisationId == binding.OrganisationId && post.To == null && post.PersonId != "it-lu").Select(post => post.PersonId).ToListAsync());
        foreach (var other in others)
            await administrator.ChangeAsync("EndPerson", ("PersonId", other), ("On", today));

        Page[] attempts =
        [
            await administrator.PreviewAsync("EndHeldPost", ("PostId", posts.Single()), ("On", tomorrow)),
            await administrator.PreviewAsync("EndPerson", ("PersonId", "it-lu"), ("On", today)),
            await administrator.PreviewAsync("EndRoleBinding", ("BindingId", binding.Id), ("On", tomorrow)),
            await administrator.PreviewAsync("EndOrganisation", ("OrganisationId", binding.OrganisationId), ("On", tomorrow), ("Basis", "机构改革")),
        ];

        foreach (var attempt in attempts)
            (attempt.Status, attempt.Problems.Count > 0 && attempt.Problems[0].Contains("没有任何人能够管理系统")).ShouldBe((422, true), attempt.Text);
        (await administrator.GetAsync("/people")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task What_contradicts_the_directory_is_refused_in_words()
    {
        using var administrator = await site.SignedInAsync("it-lu");

        var taken = await administrator.PreviewAsync("AddPerson", ("NewPersonId", "gov-ma"), ("Name", "某人"));
        var unformed = await administrator.PreviewAsync("AddPerson", ("NewPersonId", "李 某"), ("Name", "某人"));
        var early = await administrator.PreviewAsync("EndHeldPost", ("PostId", "gov-ma-1"), ("On", "2001-01-01"));
        var unknown = await administrator.PreviewAsync("EndHeldPost", ("PostId", "nobody-1"), ("On", today));
        var twice = await administrator.PreviewAsync("BindRole", ("Role", "GOVERNMENT"), ("OrganisationId", "gov"), ("From", today));

        (taken.Status, taken.Problems.Single()).ShouldBe((422, "编号“gov-ma”已有。 内部环节 请换一个编号；编号用过以后不再给别人。"));
        unformed.WrongFields.ShouldBe(["NewPersonId"]);
        early.Problems.Single().ShouldContain("终止日期必须晚于这一天");
        unknown.Problems.Single().ShouldContain("没有编号为“nobody-1”的职务");
        twice.Problems.Single().ShouldContain("在这段时间已承担");
    }

    [Fact]
    public async Task A_preview_that_is_older_than_the_directory_must_be_read_again()
    {
        using var administrator = await site.SignedInAsync("it-lu");
        var first = await administrator.PreviewAsync("AddPerson", ("NewPersonId", "older-one"), ("Name", "甲"));
        await administrator.ChangeAsync("AddPerson", ("NewPersonId", "older-two"), ("Name", "乙"));

        var answer = await administrator.ConfirmAsync(first);

        answer.Status.ShouldBe(422);
        answer.Text.ShouldContain("预览以后，机构与人员又有了变更。");
        (await site.ReadAsync(db => db.People.AnyAsync(person => person.Id == "older-one"))).ShouldBeFalse();
    }

    [Fact]
    public async Task When_somebody_leaves_what_he_took_is_free_again_and_the_case_says_so()
    {
        var caseId = await site.RegisteredCaseAsync();
        var item = await site.ItemAsync(caseId, "LaunchInvestigation");
        using var leaver = await site.SignedInAsync("gov-li");
        await leaver.SubmitAsync(await leaver.GetAsync($"/work-items/{item}"), $"/work-items/{item}/claim");
        (await ItemAsync(item)).AssigneeId.ShouldBe("gov-li");
        using var administrator = await site.SignedInAsync("it-lu");
        var preview = await administrator.PreviewAsync("EndPerson", ("PersonId", "gov-li"), ("On", today));
        preview.Text.ShouldContain("1件已签收的待办事项将放回");

        await administrator.ConfirmAsync(preview);

        (await ItemAsync(item)).AssigneeId.ShouldBeNull();
        (await site.ReadAsync(db => db.Audit.Where(entry => entry.CaseId == caseId).OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToListAsync()))[^1].ShouldBe("ChangeDirectory");
        (await site.ReadAsync(db => AuditChain.VerifyAsync(db, CancellationToken.None))).Faults.ShouldBeEmpty();
        using var successor = await site.SignedInAsync("gov-zhang");
        (await successor.GetAsync("/")).Links.ShouldContain($"/work-items/{item}");
    }

    [Fact]
    public async Task What_was_given_to_somebody_by_name_goes_to_the_head_of_his_unit_who_is_told()
    {
        using var leaver = await site.SignedInAsync("env-sun");
        var item = await site.ItemAsync(await leaver.OpenCaseAsync("某厂偷排"), "RegisterLead");
        (await ItemAsync(item)).CandidateKey.ShouldBe("person:env-sun");
        using var administrator = await site.SignedInAsync("it-lu");

        var preview = await administrator.PreviewAsync("EndPerson", ("PersonId", "env-sun"), ("On", today));
        preview.Text.ShouldContain("1件指名交办的待办事项将转由所在单位正职办理");
        await administrator.ConfirmAsync(preview);

        (await ItemAsync(item)).CandidateKey.ShouldBe("person:env-chen");
        using var head = await site.SignedInAsync("env-chen");
        (await head.GetAsync("/")).Links.ShouldContain($"/work-items/{item}");
        (await head.GetAsync("/notices")).Text.ShouldContain("原办理人已离任，现转由您办理");
        (await leaver.GetAsync($"/work-items/{item}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Every_act_is_kept_in_the_administrators_log_and_for_others_none_of_the_pages_exists()
    {
        using var administrator = await site.SignedInAsync("it-lu");
        await administrator.ChangeAsync("AddPerson", ("NewPersonId", "logged-one"), ("Name", "木拉提"));
        using var official = await site.SignedInAsync("gov-ma");

        (await administrator.GetAsync("/people/log")).Text.ShouldContain("木拉提");
        foreach (var page in new[] { "/people", "/people/log", "/people/import", "/people/import/template", "/people/changes/AddPerson", "/people/accounts/gov-ma" })
            (await official.GetAsync(page)).Status.ShouldBe(404, page);
        foreach (var page in new[] { "/people/changes/AddPerson", "/people/changes", "/people/import", "/people/accounts/gov-ma" })
            (await official.SubmitAsync(await official.GetAsync("/"), page, [new("_command", "c"), new("Act", "Reset"), new("Changes", "[]")])).Status.ShouldBe(404, page);
    }

    private static async Task<(string Password, Page Page)> AccountAsync(Browser administrator, string person, string act)
    {
        var page = await administrator.SubmitAsync(await administrator.GetAsync($"/people/accounts/{person}"), $"/people/accounts/{person}",
            new KeyValuePair<string, string>("Act", act));
        return (page.TextOf("#one-time-password"), page);
    }

    private Task<WorkItem> ItemAsync(string id) => site.ReadAsync(db => db.WorkItems.AsNoTracking().SingleAsync(item => item.Id == id));
}
