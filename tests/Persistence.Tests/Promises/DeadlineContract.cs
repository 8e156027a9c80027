using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Stages.ApproveTeam;
using WorkflowAccountability.Procedure.Stages.DecideSupervision;
using WorkflowAccountability.Procedure.WorkItems;
using static WorkflowAccountability.Faults.Worlds.PlayedCase;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>What reminds, on every database: each rung once, nobody who must not know, and again after a return.</summary>
public abstract class DeadlineContract(Node node)
{
    private World World => node.World;

    [ContractFact]
    public async Task Two_nodes_that_sweep_at_once_and_again_tell_everybody_once()
    {
        await using var there = World.Beside();
        var played = await LaunchedAsync(World);
        var item = await played.ItemAsync("ProposeTeam");

        await PassToAsync(played, item, "T+1", there);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(run => Task.Run(() => (run % 2 == 0 ? World : there).SweepAsync())));

        (await RemindersAsync(played, item)).ShouldBe(["T+1 role:LEAD_ENV", "T+1 role:OVERSIGHT"]);
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task After_an_outage_over_several_rungs_the_handler_hears_once_and_every_escalation_is_made()
    {
        var played = await LaunchedAsync(World);
        var item = await played.ItemAsync("ProposeTeam");

        await PassToAsync(played, item, "T+4");
        await World.SweepAsync();

        (await RemindersAsync(played, item)).ShouldBe(["T+1 role:OVERSIGHT", "T+3 person:gov-ma", "T+4 role:LEAD_ENV"]);
        await using var db = World.Db();
        (await db.Set<DeadlineRung>().Where(rung => rung.DeadlineId == item.Id && rung.Status == RungStatus.Fired).CountAsync()).ShouldBe(6);
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task Work_that_begins_after_its_last_day_is_told_to_the_supervisors_office_and_the_leader_at_once_and_once()
    {
        var played = await LaunchedAsync(World);
        await played.CompleteAsync("ProposeTeam", Bureau, Team);
        World.Clock.Advance(TimeSpan.FromDays(100));
        await played.CompleteAsync("ApproveTeam", Governor, new ApproveTeamForm
        {
            Decision = Approval.Approved, DocumentNumber = "昌州政函〔2026〕15号", ApprovedOn = BeijingTime.DayOf(World.Clock.GetUtcNow()),
        });
        var item = await played.ItemAsync("EstablishFacts");

        await World.SweepAsync();
        await World.SweepAsync();

        var told = await RemindersAsync(played, item);
        told.Where(line => line.EndsWith("OVERSIGHT", StringComparison.Ordinal)).ShouldBe(["T+1 role:OVERSIGHT"]);
        told.Where(line => line.EndsWith("gov-ma", StringComparison.Ordinal)).ShouldBe(["T+3 person:gov-ma"]);
        told.Count.ShouldBe(3, "and the handler hears of it in one notice");
        await using var db = World.Db();
        (await db.Deadlines.SingleAsync(deadline => deadline.Id == item.Id)).EscalatedAt.ShouldNotBeNull();
    }

    [ContractFact]
    public async Task Remind_return_come_back_remind_again()
    {
        var played = await LaunchedAsync(World);
        var first = await played.ItemAsync("ProposeTeam");
        await PassToAsync(played, first, "T-2");
        await World.SweepAsync();
        await played.CompleteAsync("ProposeTeam", Bureau, Team);

        await played.CompleteAsync("ApproveTeam", Governor, new ApproveTeamForm { Decision = Approval.Returned, Remarks = "补充专家。" });
        var second = await played.ItemAsync("ProposeTeam");
        await PassToAsync(played, second, "T-2");
        await World.SweepAsync();

        second.Id.ShouldNotBe(first.Id);
        second.IsReturned.ShouldBeTrue();
        (await RemindersAsync(played, first)).ShouldBe(["T-2 role:LEAD_ENV"]);
        (await RemindersAsync(played, second)).ShouldBe(["T-2 role:LEAD_ENV"]);
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task What_was_done_in_time_reminds_nobody_however_long_after()
    {
        var played = await LaunchedAsync(World);
        var item = await played.ItemAsync("ProposeTeam");
        await played.CompleteAsync("ProposeTeam", Bureau, Team);

        World.Clock.Advance(TimeSpan.FromDays(60));
        await World.SweepAsync();

        (await RemindersAsync(played, item)).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task Lateness_is_told_weekly_without_end_each_week_once()
    {
        var played = await LaunchedAsync(World);
        var item = await played.ItemAsync("ProposeTeam");
        await PassToAsync(played, item, "W+1");
        await World.SweepAsync();
        for (var week = 2; week <= 4; week++)
        {
            await PassToAsync(played, item, $"W+{week}");
            await World.SweepAsync();
            await World.SweepAsync();
        }

        var weekly = (await RemindersAsync(played, item)).Where(told => told.StartsWith('W')).ToList();

        weekly.Where(told => told.EndsWith("LEAD_ENV", StringComparison.Ordinal)).ShouldBe(
            ["W+1 role:LEAD_ENV", "W+2 role:LEAD_ENV", "W+3 role:LEAD_ENV", "W+4 role:LEAD_ENV"]);
        weekly.Where(told => told.EndsWith("OVERSIGHT", StringComparison.Ordinal)).Count().ShouldBe(4);
        await using var db = World.Db();
        (await db.Set<DeadlineRung>().CountAsync(rung => rung.DeadlineId == item.Id && rung.Status == RungStatus.Pending)).ShouldBe(1);
    }

    [ContractFact]
    public async Task A_calendar_that_moves_the_days_behind_a_passed_deadline_does_not_end_the_weekly_reminders()
    {
        var played = await LaunchedAsync(World);
        var item = await played.ItemAsync("ProposeTeam");
        await PassToAsync(played, item, "T+3");
        await World.SweepAsync();
        await FreeAsync(BeijingTime.DayOf(World.Clock.GetUtcNow()).AddDays(1));
        await PassToAsync(played, item, "W+1");
        await World.SweepAsync();

        for (var week = 0; week < 3; week++)
        {
            World.Clock.Advance(TimeSpan.FromDays(8));
            await World.SweepAsync();
        }

        (await RemindersAsync(played, item)).Count(told => told.StartsWith('W') && told.EndsWith("LEAD_ENV", StringComparison.Ordinal)).ShouldBeGreaterThan(2);
    }

    [ContractFact]
    public async Task What_a_case_is_found_by_is_the_same_after_a_reminder()
    {
        var played = await LaunchedAsync(World);
        var item = await played.ItemAsync("ProposeTeam");
        async Task<IReadOnlyList<string>> TermsAsync()
        {
            await using var db = World.Db();
            return await db.CaseTerms.Where(term => term.CaseId == played.Id).Select(term => term.Term).OrderBy(term => term).ToListAsync();
        }
        var before = await TermsAsync();

        await PassToAsync(played, item, "T-2");
        await World.SweepAsync();

        before.ShouldNotBeEmpty();
        (await TermsAsync()).ShouldBe(before);
        (await RemindersAsync(played, item)).ShouldNotBeEmpty();
    }

    [ContractFact]
    public async Task Who_took_the_item_is_reminded_alone_and_after_he_left_everybody_who_may()
    {
        const string taker = "env-sun";
        var played = await LaunchedAsync(World);
        var item = await played.ItemAsync("ProposeTeam");
        await World.RunAsync(new ClaimWorkItem(NewId(), taker, played.Id, item.Id, Release: false));
        await PassToAsync(played, item, "T-2");
        await World.SweepAsync();
        await using var db = World.Db();
        foreach (var post in await db.Posts.Where(post => post.PersonId == taker && post.To == null).Select(post => post.Id).ToListAsync())
            await World.EndPostAsync(post, NewId());

        await PassToAsync(played, item, "T-0");
        await World.SweepAsync();

        (await RemindersAsync(played, item)).ShouldBe(["T-0 role:LEAD_ENV", $"T-2 person:{taker}"]);
    }

    [ContractFact]
    public async Task Behind_the_wall_only_its_own_chain_hears_of_lateness()
    {
        var played = await LaunchedAsync(World);
        await played.CompleteAsync("DecideSupervision", Supervisor, new DecideSupervisionForm
        {
            Decision = SupervisionDecision.Started, Reason = "需要独立调查。", DocumentNumber = "昌州监〔2026〕3号",
            StartedOn = BeijingTime.DayOf(World.Clock.GetUtcNow()),
            Members =
            [
                new() { PersonId = Supervisor, OrganisationId = "supervision-commission", Function = TeamFunction.Leader },
                new() { PersonId = "supervision-he", OrganisationId = "supervision-commission", Function = TeamFunction.Member },
            ],
        });
        var item = await played.ItemAsync("SuperviseDuties");
        await PassToAsync(played, item, "T+5");
        await World.SweepAsync();

        var told = await RemindersAsync(played, item);

        told.ShouldNotBeEmpty();
        told.ShouldAllBe(line => line.EndsWith(":SUPERVISION") || line.Contains("person:supervision-"));
        await using var db = World.Db();
        (await db.Notices.Where(notice => notice.WorkItemId == item.Id && notice.Kind == NoticeKind.Reminder).AllAsync(notice => notice.Walled)).ShouldBeTrue();
    }

    [ContractFact]
    public async Task While_the_clock_is_in_doubt_nothing_fires_and_afterwards_nothing_is_missing()
    {
        var played = await LaunchedAsync(World);
        var item = await played.ItemAsync("ProposeTeam");
        await PassToAsync(played, item, "T-2");
        await using var db = World.Db();
        await FiringPause.BeginAsync(db, TimeSpan.FromHours(1), World.Clock.GetUtcNow(), CancellationToken.None);

        await World.SweepAsync();
        var inDoubt = await RemindersAsync(played, item);
        await World.RunAsync(new ConfirmClock(NewId(), "it-lu"));
        await World.SweepAsync();

        inDoubt.ShouldBeEmpty();
        (await RemindersAsync(played, item)).ShouldBe(["T-2 role:LEAD_ENV"]);
    }

    [ContractFact]
    public async Task A_reminder_that_failed_and_was_written_after_all_is_no_alarm_any_more()
    {
        var played = await LaunchedAsync(World);
        var item = await played.ItemAsync("ProposeTeam");
        await using var db = World.Db();
        var rung = await db.Set<DeadlineRung>().Where(row => row.DeadlineId == item.Id && row.Name == "T-2").Select(row => row.Id).SingleAsync();
        await Alarm.RaiseAsync(db, AlarmKind.ReminderFailed, rung, played.Id, World.Clock.GetUtcNow(), CancellationToken.None);
        Task<bool> StandsAsync() => db.Alarms.AnyAsync(alarm => alarm.Subject == rung && alarm.SettledAt == null);

        await World.SweepAsync();
        (await StandsAsync()).ShouldBeTrue("it is still to be written");
        await PassToAsync(played, item, "T-2");
        await World.SweepAsync();

        (await StandsAsync()).ShouldBeFalse();
    }

    private async Task FreeAsync(DateOnly day)
    {
        await using var db = World.Db();
        var version = await db.CalendarNotices.MaxAsync(notice => notice.Version);
        (await World.RunAsync(new ChangeCalendar(NewId(), "it-lu", new CalendarImport(CalendarLayer.Correction, day.Year, [day], [], "临时放假通知"), version)))
            .ShouldBeOfType<Answer.Done>();
    }

    [ContractFact]
    public async Task 第十一条第一款第二句_What_is_still_missing_before_the_report_is_public_stands_beside_the_words_of_the_reminder()
    {
        const string id = "disclosure-item";
        var played = await LaunchedAsync(World);
        var (now, like) = (World.Clock.GetUtcNow(), await played.ItemAsync("ProposeTeam"));
        await using (var db = World.Db())
        {
            db.Add(new WorkItem
            {
                Id = id, CaseId = played.Id, InstanceId = like.InstanceId, BookmarkId = like.BookmarkId, StageType = "Accountability.DiscloseReport", ActivityId = "DiscloseReport",
                ActivityInstanceId = "ai", Seat = "do", FormName = "DiscloseReportForm", CandidateKey = "role:LEAD_ENV", Walled = false, OpenedAt = now, DeadlineCode = "D14",
            });
            var due = BeijingTime.DayOf(now).AddDays(30);
            var deadline = new Deadline
            {
                Id = id, CaseId = played.Id, Code = "D14", Origin = Procedure.Regulation.DeadlineOrigin.Statutory, Basis = new DeadlineBasis(20, PeriodUnit.WorkingDay, [7, 3, 1]),
                StartsOn = BeijingTime.DayOf(now), OpenedAt = now, DueOn = due, DueAt = BeijingTime.EndOf(due), Provisional = false, Walled = false,
            };
            deadline.Rungs.Add(new DeadlineRung { Id = DeadlineRung.IdOf(id, 0, "T-7"), DeadlineId = id, Name = "T-7", DueAt = now.AddMinutes(1) });
            db.Add(deadline);
            await db.SaveChangesAsync();
        }

        World.Clock.Advance(TimeSpan.FromMinutes(2));
        await World.SweepAsync();

        await using var after = World.Db();
        var told = await after.Notices.AsNoTracking().SingleAsync(notice => notice.WorkItemId == id);
        told.Missing.ShouldNotBeNull().Key.ShouldBe("Missing.None");
        told.Text.ToString().ShouldNotContain(told.Missing.ToString(), customMessage: "the words of a reminder are as they were");
        // Nothing that this test has put there without its workflow is left to the others.
        (await after.Deadlines.Include(deadline => deadline.Rungs).SingleAsync(deadline => deadline.Id == id)).End(DeadlineStatus.Withdrawn);
        (await after.WorkItems.SingleAsync(item => item.Id == id)).Status = WorkItemStatus.Lapsed;
        await after.SaveChangesAsync();
    }

    private async Task PassToAsync(PlayedCase played, WorkItem item, string rung, World? also = null)
    {
        await using var db = World.Db();
        var due = await db.Set<DeadlineRung>().Where(row => row.DeadlineId == item.Id && row.Name == rung).Select(row => row.DueAt).SingleAsync();
        var ahead = due - World.Clock.GetUtcNow() + TimeSpan.FromSeconds(1);
        ahead.ShouldBeGreaterThan(TimeSpan.Zero, $"{rung} lies ahead");
        World.Clock.Advance(ahead);
        also?.Clock.Advance(World.Clock.GetUtcNow() - also.Clock.GetUtcNow());
        played.Id.ShouldBe(item.CaseId);
    }

    private async Task<IReadOnlyList<string>> RemindersAsync(PlayedCase played, WorkItem item)
    {
        await using var db = World.Db();
        var told = await db.Notices.Where(notice => notice.CaseId == played.Id && notice.WorkItemId == item.Id && notice.Kind == NoticeKind.Reminder)
            .Select(notice => new { notice.Id, notice.RecipientKey }).ToListAsync();
        return [.. told.Select(notice => $"{notice.Id.Split('>')[0].Split(':')[^1]} {notice.RecipientKey}").Order(StringComparer.Ordinal)];
    }
}
