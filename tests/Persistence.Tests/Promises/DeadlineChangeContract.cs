using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Testing;
using static WorkflowAccountability.Faults.Worlds.PlayedCase;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>What moves a deadline, on every database: an extension, a stop, the calendar. Who may not, moves nothing; what was told stays told.</summary>
public abstract class DeadlineChangeContract(Node node) : PlayedDeadlines(node)
{
    private static readonly DayByDay pencil = new();

    [ContractFact]
    public async Task An_extension_by_whom_and_as_far_as_the_table_allows_moves_the_last_day_and_stands_in_the_audit()
    {
        var played = await RegisteredAsync(World);
        var (item, before) = await DeadlineOfAsync(played, "LaunchInvestigation");
        Task<Answer> ExtendAsync(string by, int length, string why = "案情复杂。") => World.RunAsync(new ExtendDeadline(NewId(), by, played.Id, item.Id, length, why, null));

        (await ExtendAsync(Bureau, 5)).ShouldBeOfType<Answer.NotFound>();
        Reasons(await ExtendAsync(Governor, 0, " ")).ShouldBe(["没有填写延长多少。", "没有说明延长理由。"]);
        Reasons(await ExtendAsync(Governor, 6)).Single().ShouldContain("超过允许延长的限额");
        (await DeadlineOfAsync(played, "LaunchInvestigation")).Deadline.DueOn.ShouldBe(before.DueOn, "nothing refused leaves a trace");
        (await ExtendAsync(Governor, 3)).ShouldBeOfType<Answer.Done>();
        Reasons(await ExtendAsync(Governor, 3)).Single().ShouldContain("超过允许延长的限额");
        (await ExtendAsync(Governor, 2)).ShouldBeOfType<Answer.Done>();

        var (moved, after) = await DeadlineOfAsync(played, "LaunchInvestigation");
        after.DueOn.ShouldBe(pencil.WorkingDaysFrom(before.DueOn, 5));
        moved.DueAt.ShouldBe(BeijingTime.EndOf(after.DueOn));
        after.Extensions.Select(more => more.Length).Order().ShouldBe([2, 3]);
        after.Extensions.ShouldAllBe(more => more.Reason == "案情复杂。" && more.ApprovedBy.Contains("马景川"));
        using var entry = JsonDocument.Parse(await LastAuditAsync(played));
        entry.RootElement.GetProperty("now").GetString().ShouldBe($"{after.DueOn:yyyy-MM-dd}");
        entry.RootElement.GetProperty("why").GetString().ShouldBe("案情复杂。");
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task A_limit_that_is_not_the_office_s_own_is_extended_with_a_document_only()
    {
        var played = await InvestigatedAsync();
        var (item, _) = await DeadlineOfAsync(played, "EstablishFacts");

        Reasons(await World.RunAsync(new ExtendDeadline(NewId(), Governor, played.Id, item.Id, 30, "案情复杂。", null))).ShouldBe(["该期限不是内部时限，延长须有批准文件。"]);
        (await World.RunAsync(new ExtendDeadline(NewId(), Governor, played.Id, item.Id, 30, "案情复杂。", "昌州政函〔2026〕9号"))).ShouldBeOfType<Answer.Done>();

        (await DeadlineOfAsync(played, "EstablishFacts")).Deadline.Extensions.Single().DocumentNumber.ShouldBe("昌州政函〔2026〕9号");
    }

    [ContractFact]
    public async Task What_was_told_before_an_extension_is_told_again_before_the_new_day_and_nothing_of_the_old_ladder_any_more()
    {
        var played = await RegisteredAsync(World);
        var (item, before) = await DeadlineOfAsync(played, "LaunchInvestigation");
        await PassToAsync(item, "T-2");
        await World.SweepAsync();
        (await World.RunAsync(new ExtendDeadline(NewId(), Governor, played.Id, item.Id, 5, "案情复杂。", null))).ShouldBeOfType<Answer.Done>();

        World.Clock.Advance(BeijingTime.EndOf(before.DueOn) - World.Clock.GetUtcNow());
        await World.SweepAsync();
        (await ToldAsync(item)).ShouldBe(["T-2"], "the old last day is no day any more");
        await PassToAsync(item, "T-2");
        await World.SweepAsync();
        await World.SweepAsync();

        (await ToldAsync(item)).ShouldBe(["T-2", "T-2"]);
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task A_deadline_that_has_passed_is_extended_no_more_and_the_refusal_says_what_to_do()
    {
        var played = await RegisteredAsync(World);
        var (item, before) = await DeadlineOfAsync(played, "LaunchInvestigation");
        World.Clock.Advance(before.DueAt.AddSeconds(1) - World.Clock.GetUtcNow());

        var answer = await World.RunAsync(new ExtendDeadline(NewId(), Governor, played.Id, item.Id, 5, "案情复杂。", null));

        Reasons(answer).ShouldBe(["期限已经届满，不能再延长。"]);
    }

    [ContractFact]
    public async Task An_extension_and_the_last_reminder_at_the_same_moment_come_in_one_order_or_the_other()
    {
        for (var round = 0; round < 4; round++)
        {
            var played = await RegisteredAsync(World);
            var (item, _) = await DeadlineOfAsync(played, "LaunchInvestigation");
            await PassToAsync(item, "T-0");

            await Task.WhenAll(Task.Run(World.SweepAsync),
                Task.Run(() => World.RunAsync(new ExtendDeadline(NewId(), Governor, played.Id, item.Id, 5, "案情复杂。", null))));
            await World.SweepAsync();

            var (_, after) = await DeadlineOfAsync(played, "LaunchInvestigation");
            after.Extensions.Count.ShouldBe(1);
            after.Rungs.Count(rung => rung.Status is RungStatus.Pending && rung.Name == "T-0").ShouldBe(1, "the new last day has its own");
            (await ToldAsync(item)).Count(rung => rung == "T-0").ShouldBeLessThanOrEqualTo(1);
            (await played.FaultsAsync()).ShouldBeEmpty();
        }
    }

    [ContractFact]
    public async Task The_loss_assessment_stops_the_investigation_and_what_was_left_of_the_period_runs_after_it()
    {
        var played = await InvestigatedAsync();
        var (item, before) = await DeadlineOfAsync(played, "EstablishFacts");
        World.Clock.Advance(TimeSpan.FromDays(10));
        var from = Today;
        var stop = new StopDeadlines(NewId(), Bureau, played.Id, null, "D08", from, "委托开展污染损害评估。");
        (await World.RunAsync(stop)).ShouldBeOfType<Answer.Done>();
        var (standing, stopped) = await DeadlineOfAsync(played, "EstablishFacts");
        stopped.StoppedOn.ShouldBe(from);
        standing.DueAt.ShouldBeNull("nobody knows yet by when");

        World.Clock.Advance(TimeSpan.FromDays(100));
        await World.SweepAsync();
        (await ToldAsync(item)).ShouldBeEmpty("while the clock stands nobody is late");
        (await World.RunAsync(new StopDeadlines(NewId(), Bureau, played.Id, stop.Id, "D08", Today, ""))).ShouldBeOfType<Answer.Done>();

        var (moved, after) = await DeadlineOfAsync(played, "EstablishFacts");
        after.DueOn.ShouldBe(pencil.End(before.StartsOn, 60, PeriodUnit.Day, day => from < day && day <= Today));
        (after.StoppedOn, moved.DueAt).ShouldBe((null, BeijingTime.EndOf(after.DueOn)));
        await PassToAsync(item, "T-15");
        await World.SweepAsync();
        (await ToldAsync(item)).ShouldBe(["T-15"]);
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task Who_was_to_hear_of_lateness_while_the_clock_stood_still_hears_of_it_once_when_it_goes_on()
    {
        var played = await InvestigatedAsync();
        var item = (await DeadlineOfAsync(played, "EstablishFacts")).Item;
        await PassToAsync(item, "T-0");
        var stop = new StopDeadlines(NewId(), Bureau, played.Id, null, "D08", Today, "委托开展污染损害评估。");
        (await World.RunAsync(stop)).ShouldBeOfType<Answer.Done>();
        World.Clock.Advance(TimeSpan.FromDays(20));
        await World.SweepAsync();
        (await ToldAsync(item)).ShouldBeEmpty();

        (await World.RunAsync(new StopDeadlines(NewId(), Bureau, played.Id, stop.Id, "D08", Today, ""))).ShouldBeOfType<Answer.Done>();
        await World.SweepAsync();
        var told = await ToldAsync(item);
        await World.SweepAsync();

        told.ShouldContain("T+1", "the supervisors' office");
        told.ShouldContain("T+3", "the head");
        (await ToldAsync(item)).ShouldBe(told);
    }

    [ContractFact]
    public async Task A_stop_that_cannot_be_is_refused_in_words_and_who_may_not_record_it_finds_none()
    {
        var played = await InvestigatedAsync();
        Task<Answer> StopAsync(DateOnly on, string? suspension = null, string by = Bureau, string why = "委托评估。", string? id = null) =>
            World.RunAsync(new StopDeadlines(id ?? NewId(), by, played.Id, suspension, "D08", on, why));

        (await StopAsync(Today, by: Supervisor)).ShouldBeOfType<Answer.NotFound>();
        (await StopAsync(Today, suspension: "nowhere")).ShouldBeOfType<Answer.NotFound>("a clock that stands nowhere cannot be started");
        Reasons(await StopAsync(Today.AddDays(1), why: "")).ShouldBe(["日期在今天之后。", "没有说明中止原因。"]);
        Reasons(await StopAsync(Today.AddDays(-400))).ShouldBe(["日期早于立案登记，或者不是有效日期。"]);
        World.Clock.Advance(TimeSpan.FromDays(3));
        var running = NewId();
        (await StopAsync(Today, id: running)).ShouldBeOfType<Answer.Done>();
        Reasons(await StopAsync(Today)).ShouldBe(["同一事由的中止正在进行。"]);
        Reasons(await StopAsync(Today.AddDays(-1), running)).ShouldBe(["结束日期早于开始日期，或者不是有效日期。"]);
        (await StopAsync(Today, running)).ShouldBeOfType<Answer.Done>();
        Reasons(await StopAsync(Today, running)).ShouldBe(["该中止已经结束。"]);
    }

    [ContractFact]
    public async Task Where_nobody_is_left_who_could_be_told_an_administrator_hears_of_it_once()
    {
        var played = await RegisteredAsync(World);
        var (item, _) = await DeadlineOfAsync(played, "LaunchInvestigation");
        await using (var db = World.Db())
        {
            foreach (var person in await db.People.Where(person => person.Id.StartsWith("gov-")).Select(person => person.Id).ToListAsync())
                db.Add(new Party { CaseId = played.Id, Id = $"P-{person}", Name = person, PersonId = person, IsPerson = true, Since = World.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        }

        await PassToAsync(item, "T-2");
        await World.SweepAsync();
        await PassToAsync(item, "T-0");
        await World.SweepAsync();

        await using var read = World.Db();
        (await read.Alarms.Where(alarm => alarm.Kind == AlarmKind.NobodyToRemind && alarm.CaseId == played.Id).CountAsync()).ShouldBe(1);
        (await ToldAsync(item)).ShouldBeEmpty();
    }
}
