using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.WorkItems;

public sealed class SubmitTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task Of_two_officials_who_complete_one_item_the_second_is_told_who_was_first_and_keeps_his_text()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var first = await site.SignedInAsync("gov-zhang");
        using var second = await site.SignedInAsync("gov-li");
        var (firstPage, secondPage) = (await first.GetAsync($"/work-items/{item}"), await second.GetAsync($"/work-items/{item}"));

        var done = await first.SubmitAsync(firstPage, $"/work-items/{item}/complete", FormFields.Of(FirstSteps.ALaunch));
        var late = await second.SubmitAsync(secondPage, $"/work-items/{item}/complete",
            FormFields.Of(FirstSteps.ALaunch with { Remarks = "请环委会办公室一并督办。" }));

        done.Status.ShouldBe(303);
        late.Status.ShouldBe(409);
        late.Problems.Single().ShouldStartWith("该事项已由州人民政府副州长 张砚秋于");
        late.Kept.ShouldContain("请环委会办公室一并督办。");
        (await site.SubmissionsAsync(item)).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_officials_at_the_same_moment_exactly_one_is_first()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var first = await site.SignedInAsync("gov-zhang");
        using var second = await site.SignedInAsync("gov-li");
        var (firstPage, secondPage) = (await first.GetAsync($"/work-items/{item}"), await second.GetAsync($"/work-items/{item}"));

        var answers = await Task.WhenAll(
            first.SubmitAsync(firstPage, $"/work-items/{item}/complete", FormFields.Of(FirstSteps.ALaunch)),
            second.SubmitAsync(secondPage, $"/work-items/{item}/complete", FormFields.Of(FirstSteps.ALaunch)));

        answers.Select(answer => answer.Status).ShouldBe([303, 409], ignoreOrder: true);
        (await site.SubmissionsAsync(item)).ShouldBe(1);
    }

    [Fact]
    public async Task A_double_click_submits_once_and_is_answered_twice_alike()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var official = await site.SignedInAsync("gov-zhang");
        var page = await official.GetAsync($"/work-items/{item}");

        var answers = await Task.WhenAll(
            official.SubmitAsync(page, $"/work-items/{item}/complete", FormFields.Of(FirstSteps.ALaunch)),
            official.SubmitAsync(page, $"/work-items/{item}/complete", FormFields.Of(FirstSteps.ALaunch)));
        var reload = await official.SubmitAsync(page, $"/work-items/{item}/complete", FormFields.Of(FirstSteps.ALaunch));

        answers.Append(reload).Select(answer => (answer.Status, answer.Location)).Distinct().ShouldHaveSingleItem().Status.ShouldBe(303);
        (await site.SubmissionsAsync(item)).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_form_with_other_content_is_not_the_same_command()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var official = await site.SignedInAsync("gov-zhang");
        var page = await official.GetAsync($"/work-items/{item}");
        await official.SubmitAsync(page, $"/work-items/{item}/complete", FormFields.Of(FirstSteps.ALaunch));

        var other = await official.SubmitAsync(page, $"/work-items/{item}/complete",
            FormFields.Of(FirstSteps.ALaunch with { Decision = LaunchDecision.SuperiorInvestigates }));

        other.Status.ShouldBe(422);
        other.Problems.ShouldBe(["同一张表单已经以别的内容提交过。"]);
    }

    [Fact]
    public async Task A_refusal_names_the_clause_the_reason_and_the_way_out_and_keeps_the_text()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var official = await site.SignedInAsync("gov-zhang");

        var answer = await official.CompleteAsync(item, FirstSteps.ALaunch with { DocumentNumber = "", Remarks = "请尽快启动。" });

        answer.Status.ShouldBe(422);
        answer.Problems.Single().ShouldContain("第七条第一句");
        answer.Problems.Single().ShouldContain("办法：");
        answer.FieldsOf($"/work-items/{item}/complete")["Remarks"].ShouldBe("请尽快启动。");
        (await site.SubmissionsAsync(item)).ShouldBe(0);
    }

    [Fact]
    public async Task What_somebody_has_taken_for_himself_is_not_completed_by_a_colleague()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var first = await site.SignedInAsync("gov-zhang");
        using var second = await site.SignedInAsync("gov-li");
        var open = await second.GetAsync($"/work-items/{item}");
        var taken = await first.SubmitAsync(await first.GetAsync($"/work-items/{item}"), $"/work-items/{item}/claim");

        var late = await second.SubmitAsync(open, $"/work-items/{item}/complete", FormFields.Of(FirstSteps.ALaunch));
        var released = await first.SubmitAsync(await first.GetAsync($"/work-items/{item}"), $"/work-items/{item}/release");

        taken.Status.ShouldBe(303);
        late.Status.ShouldBe(409);
        late.Problems.ShouldBe(["该事项在您打开之后有变化（例如已被他人认领）。"]);
        released.Status.ShouldBe(303);
        (await second.CompleteAsync(item, FirstSteps.ALaunch)).Status.ShouldBe(303);
    }
}
