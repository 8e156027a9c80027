using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Ledgers.Life;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Stages.CooperateWithSuperior;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Testing;
using static WorkflowAccountability.Faults.Worlds.PlayedCase;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>第七条第二句, on every database: what a superior asks for has his day, and those who owe it hear of it, also while the own procedure rests.</summary>
public abstract class RequestContract(Node node) : PlayedDeadlines(node)
{
    private const string Track = "CooperateWithSuperior";

    private static readonly DayByDay pencil = new();

    [ContractFact]
    public async Task 第七条第二句_What_a_superior_asks_for_is_reminded_of_before_his_day_and_after_it_and_the_supervisors_hear_though_the_own_procedure_rests()
    {
        var due = pencil.WorkingDaysFrom(Today, 12);
        var (played, env, finance) = await AskedAsync(due);
        (await World.RunAsync(new MakeEntry(NewId(), Governor, played.Id, "suspend-case",
            new SuspendCaseForm { Ground = SuspensionGround.SuperiorInvestigation, Reasons = "上级正在调查。", DocumentNumber = "昌州政函〔2026〕77号", On = Today }))).ShouldBeOfType<Answer.Done>();

        (await PassAsync(env, due.AddDays(-3))).ShouldBe(["T-3 role:ANY_OFFICE@env"]);
        (await PassAsync(env, due)).ShouldBe(["T-0 role:ANY_OFFICE@env"]);
        (await PassAsync(env, pencil.WorkingDaysFrom(due, 1))).ShouldBe(["T+1 role:ANY_OFFICE@env", "T+1 role:OVERSIGHT"]);
        (await SupplyAsync(played, env, due)).ShouldBeOfType<Answer.Done>();
        World.Clock.Advance(TimeSpan.FromDays(40));
        await World.SweepAsync();

        (await ToldAsync(env)).Count.ShouldBe(4, "what was supplied is asked for no more");
        (await ToldAsync(finance)).ShouldContain("T+1");
        await using var db = World.Db();
        (await db.Set<SupervisionOrder>().CountAsync(order => order.WorkItemId == finance.Id)).ShouldBe(0, "a superior follows up himself");
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task The_day_of_a_superior_moves_with_no_calendar_and_only_as_far_as_he_agrees()
    {
        var due = pencil.WorkingDaysFrom(Today, 12);
        var (played, env, _) = await AskedAsync(due);
        await using (var db = World.Db())
            (await db.Deadlines.Where(deadline => deadline.Id == env.Id).Select(deadline => new { deadline.Code, deadline.DueOn }).SingleAsync())
                .ShouldBe(new { Code = CooperateWithSuperiorStage.DeadlineOfRequests, DueOn = due });

        (await World.RunAsync(new ExtendDeadline(NewId(), Bureau, played.Id, env.Id, 5, "资料较多。", "新环函〔2026〕5号"))).ShouldBeOfType<Answer.NotFound>();
        (await World.RunAsync(new ExtendDeadline(NewId(), Governor, played.Id, env.Id, 5, "资料较多，上级同意。", "新环函〔2026〕5号"))).ShouldBeOfType<Answer.Done>();

        await using var after = World.Db();
        (await after.Deadlines.Where(deadline => deadline.Id == env.Id).Select(deadline => deadline.DueOn).SingleAsync()).ShouldBe(pencil.End(due, 5, PeriodUnit.Day));
    }

    [ContractFact]
    public async Task A_request_that_arrives_after_its_day_is_told_to_the_supervisors_at_once_and_once()
    {
        var (played, env, _) = await AskedAsync(pencil.WorkingDaysFrom(Today, -4));

        await World.SweepAsync();
        await World.SweepAsync();

        // Both days of lateness are told at one moment: whoever owes it hears of one of them.
        (await LinesAsync(env)).Select(line => line.Split(' ')[1]).ShouldBe(["person:gov-ma", "role:ANY_OFFICE@env", "role:OVERSIGHT"]);
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    private async Task<(PlayedCase Played, WorkItem Env, WorkItem Finance)> AskedAsync(DateOnly due)
    {
        var played = await LaunchedAsync(World);
        (await World.RunAsync(new OpenSuperiorTrack(NewId(), Governor, played.Id))).ShouldBeOfType<Answer.Done>();
        await played.CompleteAsync(Track, Governor, new CooperationRequestsForm
        {
            SuperiorOrgan = "自治区生态环境厅",
            Requests = [new() { OrganisationId = "env", What = "监测数据。", DueOn = due }, new() { OrganisationId = "finance", What = "资金台账。", DueOn = due }],
        });
        await using var db = World.Db();
        var items = await db.WorkItems.AsNoTracking().Where(item => item.CaseId == played.Id && item.Seat.StartsWith("supply:")).OrderBy(item => item.Seat).ToListAsync();
        return (played, items[0], items[1]);
    }

    private async Task<Answer> SupplyAsync(PlayedCase played, WorkItem item, DateOnly due) => await World.RunAsync(played.Completion(item, "env-zhou",
        new CooperationSupplyForm { Request = "监测数据。", DueOn = due, Supplied = "已报送。", SuppliedOn = Today, Contact = "周牧野" }));

    private async Task<IReadOnlyList<string>> PassAsync(WorkItem item, DateOnly day)
    {
        World.Clock.Advance(BeijingTime.At(day, new TimeOnly(10, 1)) - World.Clock.GetUtcNow());
        var before = (await LinesAsync(item)).Count;
        await World.SweepAsync();
        await World.SweepAsync();
        return [.. (await LinesAsync(item)).Skip(before)];
    }

    private async Task<IReadOnlyList<string>> LinesAsync(WorkItem item)
    {
        await using var db = World.Db();
        var told = await db.Notices.AsNoTracking().Where(notice => notice.WorkItemId == item.Id && notice.Kind == NoticeKind.Reminder).ToListAsync();
        return [.. told.OrderBy(notice => notice.At).ThenBy(notice => notice.RecipientKey, StringComparer.Ordinal).Select(notice => $"{notice.Id.Split('>')[0].Split(':')[^1]} {notice.RecipientKey}")];
    }
}
