using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Web.Tests.Administration;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.WorkItems;

/// <summary>What nobody can do any more is found by who may give it on, and by nobody else.</summary>
public sealed class VacantPageTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private static readonly string today = Administering.Said(FirstSteps.Today);

    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task What_was_named_to_somebody_under_inquiry_is_given_on_by_the_head_of_his_office()
    {
        var (caseId, item) = await NamedAsync("env-sun", "某厂夜间偷排");
        await InquireAsync(caseId, "env-sun");
        using var head = await site.SignedInAsync("env-chen");
        using var stranger = await site.SignedInAsync("finance-deng");
        using var party = await site.SignedInAsync("env-sun");

        var page = await head.GetAsync("/work-items/vacant");
        page.Text.ShouldContain("某厂夜间偷排");
        page.Text.ShouldContain("孙清源");
        page.Links.ShouldContain($"/work-items/{item}/reassign");
        foreach (var other in new[] { stranger, party })
            (await other.GetAsync("/work-items/vacant")).Text.ShouldNotContain("某厂夜间偷排");
        (await stranger.GetAsync("/work-items/vacant")).Text.ShouldContain("没有需要您转办的事项");
        (await head.GetAsync("/")).Body.ShouldContain("无人承办的事项");
        (await stranger.GetAsync($"/work-items/{item}/reassign")).Status.ShouldBe(404);

        (await head.SubmitAsync(await head.GetAsync($"/work-items/{item}/reassign"), $"/work-items/{item}/reassign",
            [new("Person", "env-zhou"), new("Words", "原承办人须回避。")])).Status.ShouldBe(303);

        (await site.ReadAsync(db => db.WorkItems.AsNoTracking().SingleAsync(row => row.Id == item))).CandidateKey.ShouldBe("person:env-zhou");
        (await head.GetAsync("/work-items/vacant")).Text.ShouldNotContain("某厂夜间偷排");
    }

    [Fact]
    public async Task Where_no_head_is_left_the_government_is_told_and_finds_it_marked_with_who_left()
    {
        var (_, item) = await NamedAsync("agri-ni", "某园区堆渣");
        using var administrator = await site.SignedInAsync("it-lu");
        await administrator.ChangeAsync("EndPerson", ("PersonId", "agri-ni"), ("On", today));
        using var government = await site.SignedInAsync("gov-zhang");

        var page = await government.GetAsync("/work-items/vacant");

        page.Text.ShouldContain("某园区堆渣");
        page.Text.ShouldContain("倪润田");
        (await government.GetAsync("/notices")).Text.ShouldContain("倪润田已离任，请在“无人承办的事项”中转办");
        (await site.ReadAsync(db => db.WorkItems.AsNoTracking().SingleAsync(row => row.Id == item))).LeftBy.ShouldBe("person:agri-ni");
    }

    [Fact]
    public async Task Behind_the_wall_it_is_found_by_the_supervision_side_only()
    {
        var (_, item) = await NamedAsync("hightech-you", "某园区暗管");
        await site.ReadAsync(db => db.WorkItems.Where(row => row.Id == item).ExecuteUpdateAsync(set => set.SetProperty(row => row.Walled, true)));
        using var administrator = await site.SignedInAsync("it-lu");
        await administrator.ChangeAsync("EndPerson", ("PersonId", "hightech-you"), ("On", today));
        using var government = await site.SignedInAsync("gov-zhang");
        using var supervision = await site.SignedInAsync("supervision-he");

        (await government.GetAsync("/work-items/vacant")).Text.ShouldNotContain("某园区暗管");
        (await government.GetAsync("/notices")).Text.ShouldNotContain("尤劲松");
        (await supervision.GetAsync("/work-items/vacant")).Text.ShouldContain("某园区暗管");
        (await supervision.GetAsync("/notices")).Text.ShouldContain("尤劲松");
    }

    private async Task<(string CaseId, string Item)> NamedAsync(string person, string title)
    {
        using var registrant = await site.SignedInAsync(person);
        var caseId = await registrant.OpenCaseAsync(title);
        return (caseId, await site.ItemAsync(caseId, "RegisterLead"));
    }

    private Task<int> InquireAsync(string caseId, string person) => site.ReadAsync(async db =>
    {
        var file = await db.Cases.AsTracking().SingleAsync(file => file.Id == caseId);
        db.Add(file.Inquire("env", person, "某人", "职务", isPerson: true, TimeProvider.System.GetUtcNow()));
        return await db.SaveChangesAsync();
    });
}
