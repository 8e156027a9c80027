using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Ledgers.Life;
using WorkflowAccountability.Procedure.Ledgers.Remedies;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Testing;
using static WorkflowAccountability.Faults.Worlds.PlayedCase;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>参照其他法律法规 (D11, D24, D25), on every database: the periods of the optional lane begin and end with its entries, and the office that keeps it is told.</summary>
public abstract class RemedyContract(Node node) : PlayedDeadlines(node)
{
    private const string Post = "M1", Sanction = "M2";

    private static readonly DayByDay pencil = new();

    [ContractFact]
    public async Task D11_The_office_that_made_the_facts_known_is_told_before_the_time_to_speak_is_over_though_the_case_rests_and_no_more_once_he_was_heard()
    {
        var played = await OpenedAsync();
        var (first, other) = (Today, new HearPartyForm { PartyId = "P2", NotifiedOn = Today, Facts = "未按期整改。" });
        var due = pencil.End(first, 10, PeriodUnit.WorkingDay);
        await EnterAsync(played, HearParty.Named, other with { PartyId = "P1" });
        await EnterAsync(played, HearParty.Named, other);
        await EnterAsync(played, "suspend-case", new SuspendCaseForm { Ground = SuspensionGround.OtherProceedings, Reasons = "等待司法结论。", DocumentNumber = "昌州政函〔2026〕77号", On = Today }, Governor);

        (await PassAsync(played, pencil.WorkingDaysFrom(due, -3))).ShouldBe(["role:LEAD_ENV T-3 Window.Before", "role:LEAD_ENV T-3 Window.Before"]);
        await EnterAsync(played, HearParty.Named, other with { PartyId = "P1", HeardOn = Today, Statement = "系他人所为。", WhatBecameOfIt = "经查不实，不予采纳。" });
        (await PassAsync(played, due)).ShouldBe(["role:LEAD_ENV T-0 Window.Today"]);
        (await PassAsync(played, pencil.WorkingDaysFrom(due, 1))).ShouldBe(["role:LEAD_ENV T+1 Window.Late"]);
        (await PassAsync(played, Today.AddDays(40))).ShouldBeEmpty("a right that nobody used is late for nobody");

        (await PeriodsAsync(played)).ShouldBe([$"D11 {due:yyyy-MM-dd} Met", $"D11 {due:yyyy-MM-dd} Expired"], ignoreOrder: true);
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task D24_The_time_for_an_appeal_counts_from_the_service_by_the_kind_of_measure_and_its_end_is_told_once()
    {
        var played = await OpenedAsync();
        var served = Today;
        var (post, sanction) = (pencil.End(served, 1, PeriodUnit.Month), pencil.End(served, 30, PeriodUnit.Day));
        await EnterAsync(played, ServeDecision.Named, Served(Post, served));
        await EnterAsync(played, ServeDecision.Named, Served(Sanction, served) with { MadeBy = SanctionMaker.AppointingOrgan });

        (await PeriodsAsync(played)).ShouldBe([$"D24a {post:yyyy-MM-dd} Running", $"D24d {sanction:yyyy-MM-dd} Running"]);
        (await PassAsync(played, pencil.Worked(post.AddDays(-10), -1))).ShouldContain("role:LEAD_ENV T-10 Window.Before");
        var told = await PassAsync(played, pencil.WorkingDaysFrom(post > sanction ? post : sanction, 2));
        told.Count(line => line == "role:LEAD_ENV T+1 Window.Late").ShouldBe(2);
        told.ShouldAllBe(line => line.StartsWith("role:LEAD_ENV ", StringComparison.Ordinal), "the supervisors have nothing to press for");

        (await PeriodsAsync(played)).ShouldBe([$"D24a {post:yyyy-MM-dd} Expired", $"D24d {sanction:yyyy-MM-dd} Expired"]);
    }

    [ContractFact]
    public async Task D25_A_decision_on_an_appeal_is_reminded_of_and_then_told_to_the_supervisors_until_it_is_made_and_the_next_instance_opens()
    {
        var played = await OpenedAsync();
        await EnterAsync(played, ServeDecision.Named, Served(Sanction, Today));
        var received = Today;
        var due = pencil.End(received, 1, PeriodUnit.Month);
        var appeal = await EnterAsync(played, RecordAppeal.Named, new RecordAppealForm { MeasureId = Sanction, ReceivedOn = received, Grounds = "处分过重。" });

        (await PassAsync(played, pencil.Worked(due.AddDays(-10), -1))).ShouldBe(["role:LEAD_ENV T-10 Reminder.Before"]);
        (await PassAsync(played, pencil.Worked(due.AddDays(-3), -1))).ShouldBe(["role:LEAD_ENV T-3 Reminder.Before"]);
        (await PassAsync(played, due)).ShouldBe(["role:LEAD_ENV T-0 Reminder.Today"]);
        (await PassAsync(played, pencil.WorkingDaysFrom(due, 1))).ShouldBe(["role:LEAD_ENV T+1 Reminder.Late", "role:OVERSIGHT T+1 Reminder.Office"]);
        var decided = Today;
        await EnterAsync(played, DecideAppeal.Named, new DecideAppealForm { Appeal = appeal, Outcome = AppealOutcome.Upheld, DecidedOn = decided, DocumentNumber = "昌监复〔2026〕1号" });

        (await PeriodsAsync(played)).ShouldBe(
            [$"D24b {pencil.End(received, 1, PeriodUnit.Month):yyyy-MM-dd} Met", $"D24c {pencil.End(decided, 1, PeriodUnit.Month):yyyy-MM-dd} Running", $"D25b {due:yyyy-MM-dd} Met"]);
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task An_appeal_that_was_taken_back_is_waited_for_no_more_and_leaves_the_measure_as_it_is()
    {
        var played = await OpenedAsync();
        var appeal = await EnterAsync(played, RecordAppeal.Named, new RecordAppealForm { MeasureId = Post, ReceivedOn = Today, Grounds = "处理过重。" });
        var taken = new DecideAppealForm { Appeal = appeal, Outcome = AppealOutcome.TakenBack, DecidedOn = Today, DocumentNumber = "撤回申请" };
        (await World.RunAsync(new MakeEntry(NewId(), Bureau, played.Id, DecideAppeal.Named, taken with { LiftsRestrictions = true }))).ShouldBeOfType<Answer.Refused>();

        await EnterAsync(played, DecideAppeal.Named, taken);

        (await PassAsync(played, Today.AddDays(60))).ShouldBeEmpty();
        (await PeriodsAsync(played)).ShouldHaveSingleItem().ShouldEndWith("Withdrawn");
        await using var db = World.Db();
        (await db.Set<Measure>().SingleAsync(measure => measure.CaseId == played.Id && measure.Id == Post)).AlteredBy.ShouldBeNull();
    }

    [ContractFact]
    public async Task A_service_that_is_entered_after_its_time_has_run_out_tells_nobody()
    {
        var played = await OpenedAsync();

        await EnterAsync(played, ServeDecision.Named, Served(Post, Today.AddDays(-90)));

        (await PeriodsAsync(played)).ShouldHaveSingleItem().ShouldEndWith("Expired");
        (await PassAsync(played, Today.AddDays(10))).ShouldBeEmpty();
    }

    private static ServeDecisionForm Served(string measure, DateOnly on) => new() { MeasureId = measure, ServedOn = on, Receipt = "回证1", RouteIsStated = true };

    // Parties and measures as a case has them whose report was approved; the lane is open.
    private async Task<PlayedCase> OpenedAsync()
    {
        var played = await LaunchedAsync(World);
        await using (var db = World.Db())
        {
            var (now, any) = (World.Clock.GetUtcNow(), "第十三条第一款第（一）项");
            db.AddRange(new[] { "P1", "P2" }.Select(id => new Party { Id = id, CaseId = played.Id, Name = $"当事人{id}", IsPerson = true, Since = now }));
            db.AddRange(new[] { (Post, "Removal"), (Sanction, "AdministrativeDiscipline") }.Select(row => new Measure
            {
                Id = row.Item1, CaseId = played.Id, ProposalId = "H1", PartyId = "P1", Code = row.Item2, Citation = any, Text = "处理。", OwnerRole = "ORG_DEPT", DecidedAt = now,
            }));
            await db.SaveChangesAsync();
        }
        await EnterAsync(played, OpenRemedies.Named, new OpenRemediesForm { LegalOpinion = "昌法制〔2026〕2号", Reasons = "适用上位法。" }, Governor);
        return played;
    }

    private async Task<string> EnterAsync(PlayedCase played, string kind, object form, string by = Bureau)
    {
        (await World.RunAsync(new MakeEntry(NewId(), by, played.Id, kind, form))).ShouldBeOfType<Answer.Done>();
        await using var db = World.Db();
        return (await db.Set<CaseEntry>().Where(entry => entry.CaseId == played.Id).OrderByDescending(entry => entry.Number).FirstAsync()).Label;
    }

    private async Task<IReadOnlyList<string>> PeriodsAsync(PlayedCase played)
    {
        await using var db = World.Db();
        var periods = await db.Deadlines.AsNoTracking().Where(deadline => deadline.CaseId == played.Id && deadline.EntryId != null).ToListAsync();
        return [.. periods.Select(period => $"{period.Code} {period.DueOn:yyyy-MM-dd} {period.Status}").Order(StringComparer.Ordinal)];
    }

    // What the sweeps tell of periods when time has come to a day, each line: whom, which rung, in which words.
    private async Task<IReadOnlyList<string>> PassAsync(PlayedCase played, DateOnly day)
    {
        World.Clock.Advance(BeijingTime.At(day, new TimeOnly(10, 1)) - World.Clock.GetUtcNow());
        var before = await ToldAsync(played);
        await World.SweepAsync();
        await World.SweepAsync();
        return [.. (await ToldAsync(played)).Skip(before.Count).Order(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<string>> ToldAsync(PlayedCase played)
    {
        await using var db = World.Db();
        var notices = await db.Notices.AsNoTracking().Where(notice => notice.CaseId == played.Id && notice.Kind == NoticeKind.Reminder && notice.WorkItemId == null)
            .OrderBy(notice => notice.At).ThenBy(notice => notice.Id).ToListAsync();
        return [.. notices.Select(notice => $"{notice.RecipientKey} {notice.Id.Split('>')[0].Split(':')[^1]} {notice.TextKey}")];
    }
}
