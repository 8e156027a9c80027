using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Stages.ApproveTeam;
using WorkflowAccountability.Procedure.Stages.ProposeTeam;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Procedure.WorkItems.Verbs;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.WorkItems;

/// <summary>What officials do with a work item besides completing it, over HTTP and without script.</summary>
public sealed class VerbPageTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    internal static ProposeTeamForm Team => new()
    {
        Convener = "env-committee", LeaderUnit = "env",
        Members = [new() { PersonId = "env-wang", OrganisationId = "env", Function = Procedure.Cases.TeamFunction.Leader }],
        AbsentSeats = [.. Enum.GetValues<TeamSeat>().Select(seat => new AbsentSeat { Seat = seat, Reason = "本案不涉及。" })],
        Consulted = [new() { OrganisationId = "police", Answer = "同意。", AnsweredOn = FirstSteps.Today }],
    };

    [Fact]
    public async Task Who_is_given_an_item_has_it_and_who_gave_it_has_it_no_more()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var giver = await site.SignedInAsync("gov-zhang");
        using var taker = await site.SignedInAsync("gov-li");
        var page = await giver.GetAsync($"/work-items/{item}/reassign");

        var answer = await giver.SubmitAsync(page, $"/work-items/{item}/reassign", [new("Person", "gov-li"), new("Words", "本周由您分管。")]);

        page.Text.ShouldContain("期限不变");
        answer.Status.ShouldBe(303, string.Join(' ', answer.Problems));
        (await taker.GetAsync("/notices")).Text.ShouldContain("本周由您分管。");
        (await taker.GetAsync($"/work-items/{item}")).Status.ShouldBe(200);
        (await giver.GetAsync("/")).Links.ShouldNotContain($"/work-items/{item}");
        (await site.ReadAsync(db => db.Audit.Where(entry => entry.Act == "ReassignWorkItem" && entry.Details.Contains(item)).CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_under_inquiry_or_of_another_office_can_be_given_an_item()
    {
        var caseId = await site.RegisteredCaseAsync(FirstSteps.ALead with { ConcernedPersons = [new() { PersonId = "gov-li", OrganisationId = "gov" }] });
        var item = await site.ItemAsync(caseId, "LaunchInvestigation");
        using var giver = await site.SignedInAsync("gov-zhang");
        foreach (var person in new[] { "gov-li", "finance-deng", "nobody", "" })
        {
            var answer = await giver.SubmitAsync(await giver.GetAsync($"/work-items/{item}/reassign"), $"/work-items/{item}/reassign",
                [new("Person", person), new("Words", "请办理。")]);

            answer.Status.ShouldBe(422, person);
            answer.Problems.ShouldHaveSingleItem().ShouldContain("内部环节");
        }
        (await site.ReadAsync(db => db.WorkItems.SingleAsync(row => row.Id == item))).AssigneeId.ShouldBeNull();
    }

    [Fact]
    public async Task A_return_shows_its_effect_first_and_wants_an_opinion()
    {
        var (caseId, item) = await ProposedAsync();
        using var government = await site.SignedInAsync("gov-ma");
        var page = await government.GetAsync($"/work-items/{item}/return");

        var silent = await government.SubmitAsync(page, $"/work-items/{item}/return", [new("Option", "Returned"), new("Words", " ")]);
        var answer = await government.SubmitAsync(page, $"/work-items/{item}/return", [new("Option", "Returned"), new("Words", "请补充专家。")]);

        page.Text.ShouldContain("退回意见");
        page.Text.ShouldContain("生态环境局");
        silent.Status.ShouldBe(422);
        answer.Status.ShouldBe(303, string.Join(' ', answer.Problems));
        var again = await site.ReadAsync(db => db.WorkItems.SingleAsync(row => row.CaseId == caseId && row.ActivityId == "ProposeTeam" && row.Status == WorkItemStatus.Open));
        again.IsReturned.ShouldBeTrue();
        (await site.ReadAsync(db => db.Submissions.SingleAsync(form => form.Id == item))).Read<ApproveTeamForm>().ShouldBeEquivalentTo(
            new ApproveTeamForm { Decision = Approval.Returned, Remarks = "请补充专家。" });
    }

    [Fact]
    public async Task A_stage_without_a_way_back_says_so_in_words()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var government = await site.SignedInAsync("gov-zhang");

        var page = await government.GetAsync($"/work-items/{item}/return");

        page.Problems.ShouldHaveSingleItem().ShouldContain("没有设退回出口");
        page.Actions.ShouldNotContain($"/work-items/{item}/return");
    }

    [Fact]
    public async Task A_submission_is_taken_back_until_somebody_has_opened_what_it_brought()
    {
        var (_, approval) = await ProposedAsync();
        var proposal = await site.ReadAsync(async db => await db.WorkItems.Where(row => row.ActivityId == "ProposeTeam" && row.Status == WorkItemStatus.Completed
            && db.WorkItems.Any(next => next.Id == approval && next.CaseId == row.CaseId)).Select(row => row.Id).SingleAsync());
        using var bureau = await site.SignedInAsync("env-chen");
        using var government = await site.SignedInAsync("gov-zhang");

        var back = await RecallAsync();
        (await site.ReadAsync(db => db.WorkItems.SingleAsync(row => row.Id == approval))).Status.ShouldBe(WorkItemStatus.Lapsed);
        var again = await bureau.CompleteAsync(proposal, Team);
        var opened = await site.ReadAsync(async db => await db.WorkItems.Where(row => row.ActivityId == "ApproveTeam" && row.Status == WorkItemStatus.Open
            && db.WorkItems.Any(first => first.Id == approval && first.CaseId == row.CaseId)).Select(row => row.Id).SingleAsync());
        (await government.GetAsync($"/work-items/{opened}")).Status.ShouldBe(200);
        var late = await bureau.GetAsync($"/work-items/{proposal}/recall");

        back.Status.ShouldBe(303, string.Join(' ', back.Problems));
        again.Status.ShouldBe(303, string.Join(' ', [.. again.Problems, .. again.Errors]));
        late.Problems.ShouldHaveSingleItem().ShouldContain("已经打开");
        (await site.ReadAsync(db => db.Set<RecalledSubmission>().CountAsync(kept => kept.WorkItemId == proposal))).ShouldBe(1);

        async Task<Page> RecallAsync() => await bureau.SubmitAsync(await bureau.GetAsync($"/work-items/{proposal}/recall"),
            $"/work-items/{proposal}/recall", new KeyValuePair<string, string>("Words", "漏填专家。"));
    }

    [Fact]
    public async Task A_decision_is_not_taken_back()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var government = await site.SignedInAsync("gov-zhang");
        (await government.CompleteAsync(item, FirstSteps.ALaunch)).Status.ShouldBe(303);

        var page = await government.GetAsync($"/work-items/{item}/recall");

        page.Problems.ShouldHaveSingleItem().ShouldContain("不能撤回");
    }

    [Fact]
    public async Task A_decision_waits_for_the_opinion_that_was_asked_for()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var government = await site.SignedInAsync("gov-zhang");
        using var lawyer = await site.SignedInAsync("legal-jiang");
        using var stranger = await site.SignedInAsync("finance-deng");
        (await government.SubmitAsync(await government.GetAsync($"/work-items/{item}/ask"), $"/work-items/{item}/ask",
            [new("Person", "legal-jiang"), new("Words", "启动是否有法律依据？")])).Status.ShouldBe(303);

        var early = await government.CompleteAsync(item, FirstSteps.ALaunch);
        var opinion = await site.ReadAsync(db => db.Set<AskedOpinion>().Where(asked => asked.WorkItemId == item).Select(asked => asked.Id).SingleAsync());
        var foreign = await stranger.SubmitAsync(await stranger.GetAsync("/opinions"), $"/opinions/{opinion}", [new("_command", "x"), new("Words", "同意。")]);
        var given = await lawyer.SubmitAsync(await lawyer.GetAsync("/opinions"), $"/opinions/{opinion}", new KeyValuePair<string, string>("Words", "依据充分。"));
        var then = await government.GetAsync($"/work-items/{item}");
        var late = await government.CompleteAsync(item, FirstSteps.ALaunch);

        early.Status.ShouldBe(422);
        early.Problems.ShouldContain(problem => problem.Contains("姜明律"));
        foreign.Status.ShouldBe(404);
        given.Status.ShouldBe(303, string.Join(' ', given.Problems));
        then.Text.ShouldContain("依据充分。");
        late.Status.ShouldBe(303, string.Join(' ', [.. late.Problems, .. late.Errors]));
    }

    [Fact]
    public async Task Who_prepares_an_item_hands_it_back_and_cannot_decide()
    {
        var (_, item) = await ProposedAsync();
        using var governor = await site.SignedInAsync("gov-ma");
        (await governor.SubmitAsync(await governor.GetAsync($"/work-items/{item}/delegate"), $"/work-items/{item}/delegate",
            [new("Person", "gov-li"), new("Words", "请拟办。")])).Status.ShouldBe(303);
        using var secretary = await site.SignedInAsync("gov-li");
        var form = new ApproveTeamForm { Decision = Approval.Approved, DocumentNumber = "昌州政函〔2026〕5号", ApprovedOn = FirstSteps.Today };

        var page = await secretary.GetAsync($"/work-items/{item}");
        var decides = await secretary.PostAsync($"/work-items/{item}/complete",
            [.. page.FieldsOf($"/work-items/{item}/claim").Concat(Site.FormFields.Of(form)).Append(new("_command", "d1")).DistinctBy(field => field.Key)]);
        var back = await secretary.SubmitAsync(await secretary.GetAsync($"/work-items/{item}/hand-back"), $"/work-items/{item}/hand-back",
            new KeyValuePair<string, string>("Words", "已核对，拟同意。"));

        page.Status.ShouldBe(200);
        decides.Status.ShouldNotBe(303);
        back.Status.ShouldBe(303, string.Join(' ', back.Problems));
        (await site.ReadAsync(db => db.WorkItems.SingleAsync(row => row.Id == item))).DelegateId.ShouldBeNull();
        (await governor.CompleteAsync(item, form)).Status.ShouldBe(303);
    }

    [Fact]
    public async Task One_urges_once_a_working_day_and_is_answered()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(FirstSteps.ALead with { WithoutAdvice = false }, by: "env-sun"), "RegisterLead");
        using var oversight = await site.SignedInAsync("oversight-pan");
        using var bureau = await site.SignedInAsync("env-wang");
        using var stranger = await site.SignedInAsync("finance-deng");

        var first = await UrgeAsync("请于本周五前办结。");
        var second = await UrgeAsync("请抓紧。");
        var answer = await bureau.SubmitAsync(await bureau.GetAsync($"/work-items/{item}/answer"), $"/work-items/{item}/answer",
            new KeyValuePair<string, string>("Words", "周四报出。"));

        first.Status.ShouldBe(303, string.Join(' ', first.Problems));
        second.Status.ShouldBe(422);
        answer.Status.ShouldBe(303, string.Join(' ', answer.Problems));
        (await oversight.GetAsync($"/work-items/{item}/urge")).Text.ShouldContain("周四报出。");
        (await stranger.GetAsync($"/work-items/{item}/urge")).Status.ShouldBe(404);

        async Task<Page> UrgeAsync(string words) => await oversight.PostAsync($"/work-items/{item}/urge",
            [.. (await oversight.GetAsync($"/work-items/{item}/urge")).FieldsOf("/none"), new("_command", Guid.NewGuid().ToString("n")), new("Words", words)]);
    }

    [Fact]
    public async Task Several_items_are_given_on_each_with_its_own_answer_and_never_decided_together()
    {
        var mine = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        var foreign = await site.ItemAsync(await site.LaunchedCaseAsync(), "DecideSupervision");
        using var government = await site.SignedInAsync("gov-zhang");
        var token = (await government.GetAsync("/")).FieldsOf("/none");
        KeyValuePair<string, string>[] both = [.. token, new("item", mine), new("item", foreign)];

        var asked = await government.PostAsync("/work-items/bulk", [.. both, new("verb", "reassign")]);
        var done = await government.PostAsync("/work-items/bulk",
            [.. both, new("verb", "reassign"), new("_command", Guid.NewGuid().ToString("n")), new("Person", "gov-li"), new("Words", "出差。")]);
        var decided = await government.PostAsync("/work-items/bulk", [.. both, new("verb", "complete")]);
        var export = await government.PostAsync("/work-items/bulk", [.. both, new("verb", "export")]);

        asked.Status.ShouldBe(200);
        done.Text.ShouldContain("1项已办，1项未办");
        decided.Status.ShouldBe(422);
        export.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        (await site.ReadAsync(db => db.WorkItems.SingleAsync(row => row.Id == mine))).AssigneeId.ShouldBe("gov-li");
        (await site.ReadAsync(db => db.WorkItems.SingleAsync(row => row.Id == foreign))).AssigneeId.ShouldBeNull();
    }

    private async Task<(string CaseId, string Approval)> ProposedAsync()
    {
        var caseId = await site.LaunchedCaseAsync();
        using var bureau = await site.SignedInAsync("env-chen");
        var answer = await bureau.CompleteAsync(await site.ItemAsync(caseId, "ProposeTeam"), Team);
        answer.Status.ShouldBe(303, string.Join(' ', [.. answer.Problems, .. answer.Errors]));
        return (caseId, await site.ItemAsync(caseId, "ApproveTeam"));
    }
}
