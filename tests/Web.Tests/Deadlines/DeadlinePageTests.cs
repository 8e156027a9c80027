using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Ledgers.Remedies;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Deadlines;

/// <summary>What moves a deadline by hand, over the pages: an extension, a stop and its end, the clock that an administrator has looked at.</summary>
public sealed class DeadlinePageTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task An_extension_is_entered_on_the_page_of_the_deadlines_by_whom_the_table_names_and_stands_there()
    {
        var caseId = await site.RegisteredCaseAsync();
        var item = await site.ItemAsync(caseId, "LaunchInvestigation");
        using var governor = await site.SignedInAsync("gov-ma");
        using var other = await site.SignedInAsync("finance-deng");
        var page = await governor.GetAsync($"/cases/{caseId}/deadlines");

        var without = await governor.SubmitAsync(page, $"/deadlines/{item}/extend", new("Length", "2"), new("Reason", " "));
        var foreign = await other.SubmitAsync(await other.GetAsync("/"), $"/deadlines/{item}/extend", new("Length", "2"), new("Reason", "案情复杂。"), new("_command", "a-foreign-one"));
        var done = await governor.SubmitAsync(page, $"/deadlines/{item}/extend", new("Length", "2"), new("Reason", "案情复杂。"));

        (without.Status, foreign.Status).ShouldBe((422, 404));
        (done.Status, done.Location).ShouldBe((303, $"/cases/{caseId}/deadlines"));
        (await governor.GetAsync(done.Location!)).Text.ShouldContain("案情复杂。");
        (await site.ReadAsync(db => db.Set<DeadlineExtension>().CountAsync(more => more.DeadlineId == item))).ShouldBe(1);
    }

    [Fact]
    public async Task A_stop_begins_and_ends_on_the_page_and_a_day_to_come_is_refused()
    {
        var caseId = await site.RegisteredCaseAsync();
        using var governor = await site.SignedInAsync("gov-ma");
        var path = $"/cases/{caseId}/stops";
        var page = await governor.GetAsync($"/cases/{caseId}/deadlines");
        string Day(int days) => FirstSteps.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        var early = await governor.SubmitAsync(page, path, new("Code", "D08"), new("On", Day(1)), new("Reason", "委托评估。"));
        var begun = await governor.SubmitAsync(page, path, new("Code", "D08"), new("On", Day(0)), new("Reason", "委托开展污染损害评估。"));
        var stopped = await governor.GetAsync($"/cases/{caseId}/deadlines");
        var ended = await governor.SubmitAsync(stopped, path,
            new("Code", "D08"), new("On", Day(0)), new("Suspension", await site.ReadAsync(db => db.Suspensions.Where(stop => stop.CaseId == caseId).Select(stop => stop.Id).SingleAsync())));

        (early.Status, begun.Status, ended.Status).ShouldBe((422, 303, 303));
        stopped.Text.ShouldContain("委托开展污染损害评估。");
        (await site.ReadAsync(db => db.Suspensions.Where(stop => stop.CaseId == caseId).Select(stop => stop.To).SingleAsync())).ShouldBe(FirstSteps.Today);
    }

    [Fact]
    public async Task 参照其他法律法规_A_period_that_an_entry_began_stands_on_the_page_of_the_case_and_of_its_deadlines_and_for_nobody_who_does_not_see_the_case()
    {
        var caseId = await site.RegisteredCaseAsync();
        await site.ReadAsync(async db =>
        {
            db.Add(new Party { Id = "P77", CaseId = caseId, Name = "当事人甲", IsPerson = true, Since = TimeProvider.System.GetUtcNow() });
            return await db.SaveChangesAsync();
        });
        await EnterAsync("period-open", OpenRemedies.Named, new OpenRemediesForm { LegalOpinion = "昌法制〔2026〕2号", Reasons = "适用上位法。" });
        using var governor = await site.SignedInAsync("gov-ma");
        using var other = await site.SignedInAsync("finance-deng");
        (await governor.GetAsync($"/cases/{caseId}/deadlines")).Text.ShouldNotContain("D11");
        await EnterAsync("period-heard", HearParty.Named, new HearPartyForm { PartyId = "P77", NotifiedOn = FirstSteps.Today, Facts = "未按期整改。" });

        var (deadlines, overview) = (await governor.GetAsync($"/cases/{caseId}/deadlines"), await governor.GetAsync($"/cases/{caseId}"));

        deadlines.Text.ShouldContain("E2 告知与陈述申辩");
        deadlines.Text.ShouldContain("D11 陈述申辩");
        overview.Text.ShouldContain("E2 告知与陈述申辩");
        (await other.GetAsync($"/cases/{caseId}/deadlines")).Status.ShouldBe(404);

        async Task EnterAsync(string id, string kind, object form) =>
            (await site.Services.GetRequiredService<CommandRunner>().RunAsync(new MakeEntry(id, "gov-ma", caseId, kind, form), CancellationToken.None)).ShouldBeOfType<Answer.Done>();
    }

    [Fact]
    public async Task A_clock_that_jumped_is_confirmed_by_an_administrator_and_reminders_go_on()
    {
        await site.ReadAsync(async db =>
        {
            await FiringPause.BeginAsync(db, TimeSpan.FromHours(30), TimeProvider.System.GetUtcNow(), CancellationToken.None);
            return await db.SaveChangesAsync();
        });
        using var administrator = await site.SignedInAsync("it-lu");
        using var official = await site.SignedInAsync("gov-ma");
        var page = await administrator.GetAsync("/alarms");

        (await official.SubmitAsync(await official.GetAsync("/"), "/alarms/clock", new KeyValuePair<string, string>("_command", "by-another"))).Status.ShouldBe(404);
        (await site.ReadAsync(db => db.Set<FiringPause>().CountAsync(pause => pause.ConfirmedAt == null))).ShouldBe(1);
        (await administrator.SubmitAsync(page, "/alarms/clock")).Status.ShouldBe(303);

        (await site.ReadAsync(db => db.Set<FiringPause>().CountAsync(pause => pause.ConfirmedAt == null))).ShouldBe(0);
        (await site.ReadAsync(db => db.Alarms.CountAsync(alarm => alarm.Kind == AlarmKind.ClockJumped && alarm.SettledAt == null))).ShouldBe(0);
        (await administrator.GetAsync("/alarms")).Actions.ShouldNotContain("/alarms/clock");
    }
}
