using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Engine.Journal;
using WorkflowAccountability.Faults.Statements;
using WorkflowAccountability.Faults.Worlds;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>Instances without a case: every step whole or not at all, on any node.</summary>
public abstract class RuntimeContract(Node node)
{
    private const int Races = 20;

    private IWorkflowRuntime Runtime => node.World.Get<IWorkflowRuntime>();

    [ContractFact]
    public async Task Both_branches_of_a_join_that_are_answered_at_the_same_moment_count()
    {
        await using var there = node.World.Beside();
        await StoreAsync("join", Flow(["s:Elsa.FlowFork", "a:Elsa.RunTask", "b:Elsa.RunTask", "j:Elsa.FlowJoin"], ["s>a", "s>b", "a>j", "b>j"], ("j", "mode", "WaitAll")));

        for (var race = 0; race < Races; race++)
        {
            var state = await StartAsync("join");
            var tasks = state.Bookmarks.Select(TaskOf).ToList();

            var answers = await Task.WhenAll(
                Runtime.CompleteTaskAsync(tasks[0], null, default), there.Get<IWorkflowRuntime>().CompleteTaskAsync(tasks[1], null, default));

            answers.ShouldAllBe(answer => answer is StepAnswer.Done);
            (await FaultsOfAsync(state.InstanceId)).ShouldBeEmpty();
            (await StateAsync(state.InstanceId)).SubStatus.ShouldBe(WorkflowSubStatus.Finished, "nothing may be stuck");
        }
    }

    [ContractFact]
    public async Task Of_two_answers_to_one_task_one_is_done_and_the_other_comes_too_late()
    {
        await using var there = node.World.Beside();
        await StoreAsync("one", Flow(["a:Elsa.RunTask", "b:Elsa.RunTask"], ["a>b"]));

        for (var race = 0; race < Races; race++)
        {
            var state = await StartAsync("one");
            var bookmark = state.Bookmarks.Single().Id;

            var answers = await Task.WhenAll(
                Runtime.ResumeAsync(state.InstanceId, bookmark, null, default),
                there.Get<IWorkflowRuntime>().ResumeAsync(state.InstanceId, bookmark, null, default));

            answers.Count(answer => answer is StepAnswer.Done).ShouldBe(1);
            answers.Count(answer => answer is StepAnswer.TooLate).ShouldBe(1);
            (await FaultsOfAsync(state.InstanceId)).ShouldBeEmpty();
        }
    }

    [ContractFact]
    public async Task A_step_that_breaks_off_anywhere_leaves_nothing_behind()
    {
        await StoreAsync("broken", Flow(["a:Elsa.RunTask", "b:Elsa.RunTask"], ["a>b"]));
        var state = await StartAsync("broken");
        var before = await RowsAsync(state.InstanceId);

        for (var at = 0; await BreaksOffAsync(at, () => Runtime.ResumeAsync(state.InstanceId, state.Bookmarks.Single().Id, null, default)); at++)
            (await RowsAsync(state.InstanceId)).ShouldBe(before, $"broken off at statement {at}");

        (await StateAsync(state.InstanceId)).Bookmarks.Single().ActivityId.ShouldBe("b");
        (await FaultsOfAsync(state.InstanceId)).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task What_was_committed_is_answered_as_done_although_the_answer_to_the_commit_was_lost()
    {
        await StoreAsync("lost", Flow(["a:Elsa.RunTask", "b:Elsa.RunTask"], ["a>b"]));
        var state = await StartAsync("lost");
        var lose = true;
        node.World.Watch.Watcher = step =>
        {
            if (step.Moment is Moment.Committed && lose)
            {
                lose = false;
                throw new IOException("The answer to the COMMIT was lost.");
            }
        };

        var answer = await Runtime.ResumeAsync(state.InstanceId, state.Bookmarks.Single().Id, null, default);

        node.World.Watch.Watcher = null;
        answer.ShouldBeOfType<StepAnswer.Done>().State.Bookmarks.Single().ActivityId.ShouldBe("b");
    }

    [ContractFact]
    public async Task An_instance_that_waits_for_another_goes_on_with_its_outputs_when_that_one_has_ended()
    {
        await StoreAsync("child", Flow(["t:Elsa.RunTask"], []));
        await StoreAsync("parent", Flow(["call:Elsa.ExecuteWorkflow", "after:Elsa.RunTask"], ["call>after"], ("call", "workflowDefinitionId", "child"), ("call", "waitForCompletion", true)));
        var parent = await StartAsync("parent");
        var childId = parent.Bookmarks.Single().Payload!["childInstanceId"]!.GetValue<string>();

        (await Runtime.CompleteTaskAsync(TaskOf((await StateAsync(childId)).Bookmarks.Single()), null, default)).ShouldBeOfType<StepAnswer.Done>();

        (await StateAsync(childId)).Status.ShouldBe(WorkflowStatus.Finished);
        (await StateAsync(parent.InstanceId)).Bookmarks.Single().ActivityId.ShouldBe("after");
    }

    [ContractFact]
    public async Task An_event_wakes_all_that_wait_for_it_and_time_wakes_what_is_due()
    {
        await StoreAsync("waits", Flow(["e:Elsa.Event", "d:Elsa.Delay"], ["e>d"], ("e", "eventName", "rain"), ("d", "timeSpan", "01:00:00")));
        var (one, two) = (await StartAsync("waits"), await StartAsync("waits"));

        (await Runtime.PublishAsync("rain", null, null, default)).ShouldBe(2);
        await Runtime.SweepAsync(default);
        (await StateAsync(one.InstanceId)).Bookmarks.Single().ActivityId.ShouldBe("d", "an hour has not passed");

        node.World.Clock.Advance(TimeSpan.FromHours(2));
        await Runtime.SweepAsync(default);
        await Runtime.SweepAsync(default);
        foreach (var id in (string[])[one.InstanceId, two.InstanceId])
            (await StateAsync(id)).Status.ShouldBe(WorkflowStatus.Finished);
    }

    [ContractFact]
    public async Task Unknown_tasks_definitions_and_instances_of_cases_are_answered_honestly()
    {
        var played = await PlayedCase.RegisteredAsync(node.World);
        await using var db = node.World.Db();
        var ofCase = await db.Instances.AsNoTracking().FirstAsync(instance => instance.CaseId == played.Id);

        (await Runtime.CompleteTaskAsync("nobody", null, default)).ShouldBeOfType<StepAnswer.NotFound>();
        (await Runtime.StartAsync(new WorkflowStart("nothing"), default)).ShouldBeOfType<StepAnswer.NotFound>();
        (await Runtime.StartAsync(new WorkflowStart("accountability-procedure"), default)).ShouldBeOfType<StepAnswer.Refused>()
            .Faults.ShouldNotBeEmpty("it waits for people under the regulation and needs a case");
        (await Runtime.CancelAsync(ofCase.Id, "no reason", default)).ShouldBeOfType<StepAnswer.OfCase>();
    }

    private async Task<WorkflowState> StartAsync(string definition) =>
        (await Runtime.StartAsync(new WorkflowStart(definition), default)).ShouldBeOfType<StepAnswer.Done>().State;

    private async Task<WorkflowState> StateAsync(string instanceId)
    {
        await using var db = node.World.Db();
        return WorkflowState.Parse((await db.Instances.AsNoTracking().SingleAsync(instance => instance.Id == instanceId)).State);
    }

    // The bookmarks' rows are the state's, the journal has no gap, nothing is left to be done.
    private async Task<List<string>> FaultsOfAsync(string instanceId)
    {
        await using var db = node.World.Db();
        var state = await StateAsync(instanceId);
        var faults = new List<string>();
        var rows = await db.Bookmarks.Where(bookmark => bookmark.InstanceId == instanceId).Select(bookmark => bookmark.Id).ToListAsync();
        if (!rows.Order().SequenceEqual(state.Bookmarks.Select(bookmark => bookmark.Id).Order()))
            faults.Add("the bookmarks' rows are not the state's");
        var numbers = (await JournalAsync(db, instanceId)).Select(entry => entry.Sequence).ToList();
        if (!numbers.SequenceEqual(Enumerable.Range(1, numbers.Count).Select(number => (long)number)))
            faults.Add("the journal has a gap");
        return faults;
    }

    private async Task<string> RowsAsync(string instanceId)
    {
        await using var db = node.World.Db();
        var instance = await db.Instances.AsNoTracking().SingleAsync(row => row.Id == instanceId);
        var bookmarks = await db.Bookmarks.Where(row => row.InstanceId == instanceId).Select(row => row.Id).Order().ToListAsync();
        return $"{instance.Version} {instance.State} {string.Join(',', bookmarks)} {(await JournalAsync(db, instanceId)).Count}";
    }

    private static async Task<List<JournalEntry>> JournalAsync(Procedure.AccountabilityDb db, string instanceId) =>
        [.. (await db.Journal.AsNoTracking().Where(burst => burst.InstanceId == instanceId).OrderBy(burst => burst.Sequence).ToListAsync()).SelectMany(burst => burst.Read())];

    private async Task<bool> BreaksOffAsync(int at, Func<Task> step)
    {
        var seen = 0;
        node.World.Watch.Watcher = what =>
        {
            if (what.Moment is not Moment.Committed && seen++ == at)
                throw new InvalidOperationException("broken off");
        };
        try
        {
            await step();
            return false;
        }
        catch (Exception broken) when (broken.ToString().Contains("broken off", StringComparison.Ordinal))
        {
            return true;
        }
        finally
        {
            node.World.Watch.Watcher = null;
        }
    }

    private async Task StoreAsync(string id, JsonObject root)
    {
        var json = new JsonObject { ["id"] = $"{id}-1", ["definitionId"] = id, ["name"] = id, ["version"] = 1, ["isPublished"] = true, ["root"] = root }.ToJsonString();
        await using var db = node.World.Db();
        db.Definitions.Add(new WorkflowDefinitionVersion
        {
            Id = $"{id}-1", DefinitionId = id, Version = 1, Name = id, Json = json, Hash = WorkflowDefinitionVersion.HashOf(json), IsLatest = true,
            IsPublished = true, CreatedAt = node.World.Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();
    }

    private static JsonObject Flow(string[] activities, string[] connections, params (string Activity, string Input, JsonNode Value)[] inputs) => new()
    {
        ["id"] = "root", ["type"] = "Elsa.Flowchart",
        ["activities"] = new JsonArray([.. activities.Select(activity => Activity(activity.Split(':'), inputs))]),
        ["connections"] = new JsonArray([.. connections.Select(connection => connection.Split('>')).Select(ends => new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = ends[0], ["port"] = "Done" }, ["target"] = new JsonObject { ["activity"] = ends[1], ["port"] = "In" },
        })]),
    };

    private static JsonObject Activity(string[] idAndType, (string Activity, string Input, JsonNode Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = idAndType[0], ["type"] = idAndType[1] };
        foreach (var (_, input, value) in inputs.Where(input => input.Activity == idAndType[0]))
            activity[input] = new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value.DeepClone() } };
        return activity;
    }

    private static string TaskOf(Engine.Bookmarks.Bookmark bookmark) => bookmark.Payload!["taskId"]!.GetValue<string>();
}
