using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Stages.AcknowledgeOrder;
using WorkflowAccountability.Procedure.Stages.CarryOutOrder;
using WorkflowAccountability.Procedure.Stages.FileOrder;
using WorkflowAccountability.Procedure.Stages.ReportOnOrder;
using WorkflowAccountability.Procedure.Stages.VerifyOrder;
using WorkflowAccountability.Procedure.Stages.WriteOffOrder;
using WorkflowAccountability.Procedure.WorkItems;
using static WorkflowAccountability.Faults.Worlds.PlayedCase;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>督办单 on every database: its whole life, by hand and by the ladder, once for an open item, beside a procedure that it leaves untouched.</summary>
public abstract class SupervisionOrderContract(Node node)
{
    private const string Oversight = "oversight-shen";

    private static readonly FileOrderForm filing = new()
    {
        Decision = OrderFiling.Filed, Number = "昌州政督〔2026〕3号", Demands = "限期拟定调查组组成方案。", WorkingDays = 4,
    };

    private World World => node.World;

    private DateOnly Today => BeijingTime.DayOf(World.Clock.GetUtcNow());

    [ContractFact]
    public async Task An_order_begun_by_hand_is_filed_received_carried_out_sent_back_once_and_closed_while_the_item_goes_on_untouched()
    {
        var played = await LaunchedAsync(World);
        var item = await played.ItemAsync("ProposeTeam");

        (await StartAsync(played, item)).ShouldBeOfType<Answer.Done>();
        (await RunAsync(played, "FileOrder", Oversight, filing with { Number = null })).ShouldBeOfType<Answer.Refused>();
        await played.CompleteAsync("FileOrder", Oversight, filing);
        (await RunAsync(played, "AcknowledgeOrder", Oversight, new AcknowledgeOrderForm { Contact = "x" })).ShouldBeOfType<Answer.NotFound>("the unit receives it");
        await played.CompleteAsync("AcknowledgeOrder", Bureau, new AcknowledgeOrderForm { Contact = "陈工，2345678" });
        (await played.ItemAsync("CarryOutOrder")).DueAt.ShouldBe(BeijingTime.EndOf(WorkingCalendar.Shipped.Move(Today, 4)));
        await RoundAsync(played);
        (await played.ItemAsync("VerifyOrder")).Prefill!.ShouldSatisfyAllConditions(shown => shown.ShouldContain("已抽调专人。"), shown => shown.ShouldContain("方案已拟定。"));
        (await RunAsync(played, "VerifyOrder", Oversight, new VerifyOrderForm { Decision = OrderVerification.BackToHandling })).ShouldBeOfType<Answer.Refused>();
        await played.CompleteAsync("VerifyOrder", Oversight, new VerifyOrderForm { Decision = OrderVerification.BackToHandling, Opinion = "缺专家名单。", WorkingDays = 2 });

        var again = await played.ItemAsync("CarryOutOrder");
        (again.IsReturned, again.DueAt).ShouldBe((true, BeijingTime.EndOf(WorkingCalendar.Shipped.Move(Today, 2))));
        again.Prefill!.ShouldContain("缺专家名单。");
        again.Prefill!.ShouldContain("人手不足。", customMessage: "the text of the last round is there again");
        await RoundAsync(played);
        await played.CompleteAsync("VerifyOrder", Oversight, new VerifyOrderForm { Decision = OrderVerification.Verified });
        (await RunAsync(played, "WriteOffOrder", Oversight, new WriteOffOrderForm { Conclusion = "同意销号。" })).ShouldBeOfType<Answer.Refused>("the item is still open");
        await played.CompleteAsync("WriteOffOrder", Oversight, new WriteOffOrderForm { Conclusion = "同意销号。", StillOpenBecause = "方案本周报出。" });

        var order = (await OrdersAsync(played)).ShouldHaveSingleItem();
        (order.Status, order.Returns, order.Number, order.Rung).ShouldBe((OrderStatus.WrittenOff, 1, "昌州政督〔2026〕3号", null));
        var untouched = await played.ItemAsync("ProposeTeam");
        (untouched.Status, untouched.DueAt, untouched.Version).ShouldBe((WorkItemStatus.Open, item.DueAt, item.Version));
        await using var db = World.Db();
        (await db.Cases.SingleAsync(file => file.Id == played.Id)).RunningWorkflows.ShouldBe(1, "an order is no part of the procedure and holds up no closing");
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task The_third_working_day_late_lays_the_item_before_the_office_once_and_what_it_declines_is_not_laid_before_it_again()
    {
        var played = await LaunchedAsync(World);
        var item = await played.ItemAsync("ProposeTeam");
        await PassToAsync(item, "T+1");
        await World.SweepAsync();
        (await OrdersAsync(played)).ShouldBeEmpty();

        await PassToAsync(item, "T+3");
        await using var there = World.Beside();
        there.Clock.Advance(World.Clock.GetUtcNow() - there.Clock.GetUtcNow());
        await Task.WhenAll(World.SweepAsync(), there.SweepAsync());
        await World.SweepAsync();

        var order = (await OrdersAsync(played)).ShouldHaveSingleItem();
        (order.Rung, order.Status, order.WorkItemId, order.Responsible).ShouldBe(("T+3", OrderStatus.Proposed, item.Id, "州生态环境局"));
        var laid = await played.ItemAsync("FileOrder");
        (laid.CandidateKey, laid.AssigneeId, laid.DeadlineCode).ShouldBe((AddressKey.OfRole(Roles.Oversight), null, null));
        (await RunAsync(played, "FileOrder", Oversight, new FileOrderForm { Decision = OrderFiling.Declined })).ShouldBeOfType<Answer.Refused>();
        await played.CompleteAsync("FileOrder", Oversight, new FileOrderForm { Decision = OrderFiling.Declined, DeclinedBecause = "方案已在会签。" });
        World.Clock.Advance(TimeSpan.FromDays(30));
        await World.SweepAsync();

        (await OrdersAsync(played)).ShouldHaveSingleItem().Status.ShouldBe(OrderStatus.Declined);
        (await StartAsync(played, item)).ShouldBeOfType<Answer.Done>("by hand the office may think again");
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task What_is_done_before_the_office_decides_needs_no_decision_any_more()
    {
        var played = await LaunchedAsync(World);
        var item = await played.ItemAsync("ProposeTeam");
        await PassToAsync(item, "T+3");
        await World.SweepAsync();

        await played.CompleteAsync("ProposeTeam", Bureau, Team);

        (await OrdersAsync(played)).ShouldHaveSingleItem().Status.ShouldBe(OrderStatus.Settled);
        (await played.ItemAsync("FileOrder")).Status.ShouldBe(WorkItemStatus.Lapsed);
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task For_one_open_item_there_is_one_open_order_however_many_begin_it_at_once_and_the_ladder_adds_none()
    {
        var played = await LaunchedAsync(World);
        var item = await played.ItemAsync("ProposeTeam");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(turn => Task.Run(() => StartAsync(played, item, turn % 2 == 0 ? Oversight : "oversight-pan"))));
        await PassToAsync(item, "T+3");
        await World.SweepAsync();

        answers.Count(answer => answer is Answer.Done).ShouldBe(1);
        answers.Count(answer => answer is Answer.Refused).ShouldBe(3);
        (await OrdersAsync(played)).ShouldHaveSingleItem();
        (await StartAsync(played, await played.ItemAsync("FileOrder"))).ShouldBeOfType<Answer.Refused>("an order is not followed up by another");
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task Only_the_office_begins_one_never_for_what_lies_behind_the_wall_and_the_case_stays_closed_to_it()
    {
        var played = await LaunchedAsync(World);
        var item = await played.ItemAsync("ProposeTeam");
        await played.CompleteAsync("DecideSupervision", Supervisor, Inquiry with { StartedOn = Today });
        var walled = await played.ItemAsync("SuperviseDuties");

        foreach (var person in new[] { Bureau, Governor, Supervisor, "finance-deng" })
            (await StartAsync(played, item, person)).ShouldBeOfType<Answer.NotFound>(person);
        (await StartAsync(played, walled)).ShouldBeOfType<Answer.NotFound>();
        (await StartAsync(played, item)).ShouldBeOfType<Answer.Done>();
        await PassToAsync(walled, "T+3");
        await World.SweepAsync();

        (await OrdersAsync(played)).ShouldHaveSingleItem().WorkItemId.ShouldBe(item.Id);
        await using var db = World.Db();
        var actor = (await World.Get<DirectorySource>().CurrentAsync(db, CancellationToken.None)).ActorOf(Oversight, World.Clock.GetUtcNow());
        (await db.Cases.Where(CaseAccess.Sees(actor, db)).AnyAsync(file => file.Id == played.Id)).ShouldBeFalse("it follows up an item, not the matter");
        (await CaseAccess.InboxOf(actor, db).AnyAsync(open => open.CaseId == played.Id)).ShouldBeTrue();
    }

    private async Task RoundAsync(PlayedCase played)
    {
        await played.CompleteAsync("CarryOutOrder", Bureau, new CarryOutOrderForm { Causes = "人手不足。", Steps = "已抽调专人。" });
        await played.CompleteAsync("ReportOnOrder", Bureau, new ReportOnOrderForm { Result = "方案已拟定。", CompletedOn = Today });
    }

    private Task<Answer> StartAsync(PlayedCase played, WorkItem item, string by = Oversight) =>
        World.RunAsync(new StartSupervisionOrder(NewId(), by, played.Id, item.Id));

    private async Task<Answer> RunAsync(PlayedCase played, string activity, string by, object form) => await World.RunAsync(await played.CompletionAsync(activity, by, form));

    private async Task<IReadOnlyList<SupervisionOrder>> OrdersAsync(PlayedCase played)
    {
        await using var db = World.Db();
        return await db.Set<SupervisionOrder>().AsNoTracking().Where(order => order.CaseId == played.Id).ToListAsync();
    }

    private async Task PassToAsync(WorkItem item, string rung)
    {
        await using var db = World.Db();
        var due = await db.Set<DeadlineRung>().Where(row => row.DeadlineId == item.Id && row.Name == rung).Select(row => row.DueAt).SingleAsync();
        World.Clock.Advance(due - World.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
    }
}
