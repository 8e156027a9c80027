using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.WorkItems;
using static WorkflowAccountability.Faults.Worlds.PlayedCase;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>What a command promises, on every database: whole or not at all, once, and by somebody who still may.</summary>
public abstract class UnitOfWorkContract(Node node)
{
    private World World => node.World;

    [ContractFact]
    public async Task A_command_sent_twice_is_carried_out_once_and_answered_alike()
    {
        var played = await RegisteredAsync(World);
        var launch = await played.CompletionAsync("LaunchInvestigation", Governor, Launch);

        var first = await World.RunAsync(launch);
        var version = await VersionAsync(played);
        var second = await World.RunAsync(launch);

        second.ShouldBe(((Answer.Done)first) with { Repeated = true });
        (await VersionAsync(played)).ShouldBe(version);
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task A_double_click_that_reaches_two_nodes_at_once_is_carried_out_once_and_told_so_twice()
    {
        await using var there = World.Beside();
        for (var round = 0; round < 5; round++)
        {
            var played = await RegisteredAsync(World);
            var launch = await played.CompletionAsync("LaunchInvestigation", Governor, Launch);

            var answers = await Task.WhenAll(Task.Run(() => World.RunAsync(launch)), Task.Run(() => there.RunAsync(launch)));

            answers.ShouldAllBe(answer => answer is Answer.Done);
            (await played.FaultsAsync()).ShouldBeEmpty();
        }
    }

    [ContractFact]
    public async Task A_command_id_used_for_something_else_is_refused()
    {
        var played = await RegisteredAsync(World);
        var launch = await played.CompletionAsync("LaunchInvestigation", Governor, Launch);
        await World.RunAsync(launch);

        var answer = await World.RunAsync(launch with { Form = Launch with { Remarks = "另有说明。" } });

        answer.ShouldBeOfType<Answer.IdReused>();
    }

    [ContractFact]
    public async Task Who_comes_second_is_told_who_was_first()
    {
        var played = await RegisteredAsync(World);
        var item = await played.ItemAsync("LaunchInvestigation");
        await World.RunAsync(played.Completion(item, Governor, Launch));

        var answer = await World.RunAsync(played.Completion(item, DeputyGovernor, Launch));

        var first = answer.ShouldBeOfType<Answer.TooLate>().Item;
        first.ClosedBy.ShouldBe("州人民政府州长 马景川");
        first.ClosedAt.ShouldBe(World.Clock.GetUtcNow());
    }

    [ContractFact]
    public async Task A_completion_and_a_claim_at_the_same_moment_leave_one_order_of_the_two()
    {
        await using var there = World.Beside();
        for (var round = 0; round < 10; round++)
        {
            var played = await RegisteredAsync(World);
            var item = await played.ItemAsync("LaunchInvestigation");
            var completion = played.Completion(item, Governor, Launch);
            var claim = new ClaimWorkItem(NewId(), DeputyGovernor, played.Id, item.Id, Release: false);

            var answers = await Task.WhenAll(Task.Run(() => World.RunAsync(completion)), Task.Run(() => there.RunAsync(claim)));

            var completedFirst = answers is [Answer.Done, Answer.TooLate];
            var claimedFirst = answers is [Answer.Stale { Item.AssigneeId: DeputyGovernor }, Answer.Done];
            (completedFirst ^ claimedFirst).ShouldBeTrue(string.Join(" / ", answers.Select(answer => answer.GetType().Name)));
            (await played.FaultsAsync()).ShouldBeEmpty();
        }
    }

    [ContractFact]
    public async Task A_right_that_ended_a_second_ago_is_gone_inside_the_transaction_whatever_the_node_remembers()
    {
        const string leaver = "supervision-guo";
        await using var there = World.Beside();
        var played = await LaunchedAsync(World);
        var decision = await played.CompletionAsync("DecideSupervision", leaver, Inquiry);
        await using var db = World.Db();
        var posts = await db.Posts.Where(post => post.PersonId == leaver && post.To == null).Select(post => post.Id).ToListAsync();

        foreach (var post in posts)
            (await there.EndPostAsync(post, NewId())).ShouldBeOfType<Answer.Done>();
        var answer = await World.RunAsync(decision);

        posts.ShouldNotBeEmpty();
        answer.ShouldBeOfType<Answer.NotFound>();
        (await played.ItemAsync("DecideSupervision")).Status.ShouldBe(WorkItemStatus.Open);
    }

    [ContractFact]
    public async Task All_rungs_of_a_deadline_are_written_when_it_starts_and_none_is_left_when_the_work_is_done()
    {
        var played = await LaunchedAsync(World);
        var item = await played.ItemAsync("ProposeTeam");
        await using var db = World.Db();
        var started = await db.Deadlines.AsNoTracking().Include(deadline => deadline.Rungs).SingleAsync(deadline => deadline.Id == item.Id);

        await played.CompleteAsync("ProposeTeam", Bureau, Team);
        var ended = await db.Deadlines.AsNoTracking().Include(deadline => deadline.Rungs).SingleAsync(deadline => deadline.Id == item.Id);

        (started.Code, started.Status).ShouldBe(("D05", DeadlineStatus.Running));
        started.Rungs.Select(rung => rung.Name).ShouldBe(["T-2", "T-0", "T+1", "T+2", "T+3", "T+4", "T+5", "W+1"], ignoreOrder: true);
        started.Rungs.ShouldAllBe(rung => rung.Status == RungStatus.Pending);
        ended.Status.ShouldBe(DeadlineStatus.Met);
        ended.Rungs.ShouldAllBe(rung => rung.Status == RungStatus.Cancelled);
    }

    [ContractFact]
    public async Task Twenty_cases_opened_at_once_have_twenty_numbers()
    {
        await using var there = World.Beside();
        var starts = Enumerable.Range(0, 20).Select(_ => new StartCase(NewId(), Bureau, "线索", "accountability-procedure"));

        var answers = await Task.WhenAll(starts.Select((start, index) => Task.Run(() => (index % 2 == 0 ? World : there).RunAsync(start))));

        await using var db = World.Db();
        var ids = answers.Cast<Answer.Done>().Select(done => done.Path["/cases/".Length..]).ToList();
        var numbers = await db.Cases.Where(file => ids.Contains(file.Id)).Select(file => file.Number).ToListAsync();
        numbers.Distinct().Count().ShouldBe(20);
    }

    private async Task<long> VersionAsync(PlayedCase played)
    {
        await using var db = World.Db();
        return await db.Cases.Where(file => file.Id == played.Id).Select(file => file.Version).SingleAsync();
    }
}
