using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Ledgers.Life;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Testing;
using static WorkflowAccountability.Faults.Worlds.PlayedCase;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>A stop that nobody ends, on every database: it reminds whoever ordered it and the offices that hear of lateness, each once.</summary>
public abstract class StopContract(Node node) : PlayedDeadlines(node)
{
    private static readonly DayByDay pencil = new();

    [ContractFact]
    public async Task A_stop_that_nobody_ends_reminds_who_ordered_it_before_its_period_is_over_and_the_offices_after_it_each_once()
    {
        var played = await InvestigatedAsync();
        var (_, from) = await StopAsync(played);
        var due = pencil.End(from, 30, PeriodUnit.WorkingDay);

        (await PassAsync(due, -10)).ShouldBe(["env-wang T-10 Before"]);
        (await PassAsync(due, -5)).ShouldBe(["env-wang T-5 Before"]);
        (await PassAsync(due, -1)).ShouldBe(["env-wang T-1 Before"]);
        (await PassAsync(due, 1)).ShouldBe(["env-wang T+1 Late", "role:OVERSIGHT T+1 Office"]);
        (await PassAsync(due, 2)).ShouldBe(["env-wang T+2 Late"]);
        (await PassAsync(due, 3)).ShouldContain(line => line.EndsWith("T+3 Leader", StringComparison.Ordinal));
        // A month without anybody at work: the handler hears once, the office once.
        (await PassAsync(due, 25)).Select(line => line.Split(' ')[0]).ShouldBe(["env-wang", "role:OVERSIGHT"]);
        (await played.FaultsAsync()).ShouldBeEmpty();

        async Task<IReadOnlyList<string>> PassAsync(DateOnly last, int days)
        {
            World.Clock.Advance(BeijingTime.At(pencil.WorkingDaysFrom(last, days), new TimeOnly(10, 1)) - World.Clock.GetUtcNow());
            var before = await ToldAsync(played);
            await World.SweepAsync();
            await World.SweepAsync();
            return [.. (await ToldAsync(played)).Skip(before.Count).Order(StringComparer.Ordinal)];
        }
    }

    [ContractFact]
    public async Task A_stop_that_ended_reminds_nobody_any_more()
    {
        var played = await InvestigatedAsync();
        var (stop, _) = await StopAsync(played);
        World.Clock.Advance(TimeSpan.FromDays(5));
        (await World.RunAsync(new StopDeadlines(NewId(), Bureau, played.Id, stop, "D08", Today, ""))).ShouldBeOfType<Answer.Done>();

        World.Clock.Advance(TimeSpan.FromDays(60));
        await World.SweepAsync();

        (await ToldAsync(played)).ShouldBeEmpty();
        await using var db = World.Db();
        (await db.Set<StopRung>().Where(rung => rung.SuspensionId == stop).Select(rung => rung.Status).Distinct().ToListAsync()).ShouldBe([RungStatus.Cancelled]);
    }

    [ContractFact]
    public async Task While_the_whole_case_rests_nobody_is_reminded_of_the_stop_and_its_days_do_not_count()
    {
        var played = await InvestigatedAsync();
        var (stop, from) = await StopAsync(played);
        var rested = Today;
        await EnterAsync(played, "suspend-case", new SuspendCaseForm { Ground = SuspensionGround.OtherProceedings, Reasons = "等待司法结论。", DocumentNumber = "昌州政函〔2026〕77号", On = Today });

        World.Clock.Advance(TimeSpan.FromDays(90));
        await World.SweepAsync();
        (await ToldAsync(played)).ShouldBeEmpty();
        await EnterAsync(played, "resume-case", new ResumeCaseForm { Reasons = "结论已作出。", DocumentNumber = "昌州政函〔2026〕78号", On = Today });

        await using var db = World.Db();
        (await db.Suspensions.SingleAsync(row => row.Id == stop)).DueOn.ShouldBe(pencil.End(from, 30, PeriodUnit.WorkingDay, day => rested < day && day <= Today));
        (await db.Set<StopRung>().AnyAsync(rung => rung.SuspensionId == stop && rung.Status == RungStatus.Pending)).ShouldBeTrue();
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    private async Task<(string Id, DateOnly From)> StopAsync(PlayedCase played)
    {
        var stop = new StopDeadlines(NewId(), Bureau, played.Id, null, "D08", Today, "委托开展污染损害评估。");
        (await World.RunAsync(stop)).ShouldBeOfType<Answer.Done>();
        return (stop.Id, Today);
    }

    private async Task EnterAsync(PlayedCase played, string kind, object form) =>
        (await World.RunAsync(new MakeEntry(NewId(), Governor, played.Id, kind, form))).ShouldBeOfType<Answer.Done>();

    // Who, which rung, in which words.
    private async Task<IReadOnlyList<string>> ToldAsync(PlayedCase played)
    {
        await using var db = World.Db();
        var notices = await db.Notices.AsNoTracking().Where(notice => notice.CaseId == played.Id && notice.Kind == NoticeKind.Reminder && notice.WorkItemId == null)
            .OrderBy(notice => notice.At).ThenBy(notice => notice.Id).ToListAsync();
        return [.. notices.Select(notice => $"{notice.RecipientKey.Replace("person:", "", StringComparison.Ordinal)} {notice.Id.Split('>')[0].Split(':')[^1]} {notice.TextKey.Split('.')[^1]}")];
    }
}
