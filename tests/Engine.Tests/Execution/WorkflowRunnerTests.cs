using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Engine.Journal;

namespace WorkflowAccountability.Engine.Tests.Execution;

public sealed class WorkflowRunnerTests
{
    private static readonly WorkflowDefinition aThenB = Chart.Of(
        "s:Elsa.Start", "A:Test.Wait", "B:Test.Wait", "s -> A", "A -> B", "B.Returned -> A");

    [Fact]
    public void A_run_leaves_this_journal()
    {
        var run = new Run(Chart.Of("s:Elsa.Start", "A:Test.Wait", "B:Test.Wait", Chart.Join("J"),
            Chart.With("W", "Elsa.WriteLine", "text", "Literal", "查办完毕"),
            "e:Elsa.End", "s -> A", "s -> B", "A -> J", "B -> J", "B.Returned -> s", "J -> W", "W -> e"));

        run.Complete("B", "Returned").Complete("A").Complete("B");

        Snapshooter.Xunit.Snapshot.Match(string.Join('\n', run.Journal.Select(Line)));

        static string Line(JournalEntry entry) => string.Join(' ', [
            $"{entry.Sequence,2} {entry.Timestamp:MM-dd HH:mm} {entry.EventName,-9} {entry.ActivityId}", .. entry.Outcomes, entry.Message]).TrimEnd();
    }

    [Fact]
    public void The_same_input_leaves_the_same_bytes_and_the_state_given_is_not_changed()
    {
        var runner = new WorkflowRunner();
        var started = runner.Start(aThenB, "instance", new JsonObject { ["Amount"] = 1 }, Run.Start);
        var before = started.State.ToJson();
        var bookmark = started.State.Bookmarks.Single();

        var once = runner.Resume(aThenB, started.State, bookmark.Id, null, Run.Start);
        var twice = runner.Resume(aThenB, started.State, bookmark.Id, null, Run.Start);

        started.State.ToJson().ShouldBe(before);
        twice.State.ToJson().ShouldBe(once.State.ToJson());
        twice.Effects.Select(effect => effect.ToString()).ShouldBe(once.Effects.Select(effect => effect.ToString()));
    }

    [Fact]
    public void A_bookmark_is_burned_when_used_and_cannot_be_used_again()
    {
        var run = new Run(aThenB);
        var used = run.At("A");
        run.Complete("A");

        Should.Throw<UnknownBookmarkException>(() => run.Complete(used, "Done")).Message.ShouldContain(used.Id);
        run.Effects.OfType<BookmarkBurned>().ShouldHaveSingleItem()
            .ShouldBe(new BookmarkBurned(used, Cancelled: false), comparer: new ById());
    }

    [Fact]
    public void An_instance_stays_on_the_version_it_started_with()
    {
        var state = new Run(aThenB).State;
        var other = Chart.Read(Chart.Json(Chart.Flow("root", "A:Test.Wait")).Replace("version-1", "version-2"));

        Should.Throw<ArgumentException>(() => new WorkflowRunner().Resume(other, state, state.Bookmarks[0].Id, null, Run.Start))
            .Message.ShouldContain("runs the version 'version-1', not 'version-2'");
    }

    [Fact]
    public void A_loop_without_a_wait_becomes_an_incident_and_never_hangs()
    {
        var run = new Run(Chart.Of("A:Elsa.WriteLine", "B:Elsa.WriteLine", "A -> B", "B -> A"));

        run.State.Incidents.ShouldHaveSingleItem().Message.ShouldBe("The burst executed 10000 activities without coming to a wait.");
        run.State.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
    }

    [Fact]
    public void A_fault_waits_for_an_operator_while_the_other_branches_go_on()
    {
        var run = new Run(Chart.Of(
            "s:Elsa.Start", "B:Test.Wait",
            Chart.With("X", "Elsa.WriteLine", "text", "JavaScript", "if (getInput('Amount') === null) throw new Error('no amount');"),
            Chart.Join("J"), "s -> X", "s -> B", "X -> J", "B -> J"));

        run.Complete("B");

        run.IsFinished.ShouldBeFalse();
        var incident = run.State.Incidents.ShouldHaveSingleItem();
        incident.ShouldBe(new Incident("X", "Workflow1:root:X", "Elsa.WriteLine", "The script failed: no amount", "ExpressionException",
            Run.Start)
        {
            ActivityInstanceId = incident.ActivityInstanceId,
        });
        run.Times("Faulted", "X").ShouldBe(1);
    }

    [Fact]
    public void A_failed_activity_can_be_retried_until_it_works()
    {
        var attempts = 0;
        var registry = ActivityRegistry.WithBuiltIns();
        registry.Register(Flaky.Unreliable, () => new Flaky(() => ++attempts));
        var run = new Run(new WorkflowDefinitionReader(registry).Read(Chart.Json(Chart.Flow("root", "X:Test.Flaky"))));

        run.Retry(run.State.Incidents.Single()).State.Incidents.ShouldHaveSingleItem().Message.ShouldBe("attempt 2");
        run.Retry(run.State.Incidents.Single());

        run.IsFinished.ShouldBeTrue();
        run.State.Incidents.ShouldBeEmpty();
    }

    [Fact]
    public void An_activity_that_neither_completes_nor_waits_is_an_incident()
    {
        var registry = ActivityRegistry.WithBuiltIns();
        registry.Register(Flaky.Unreliable with { TypeName = "Test.Idle" }, () => new Idle());

        var run = new Run(new WorkflowDefinitionReader(registry).Read(Chart.Json(Chart.Flow("root", "X:Test.Idle"))));

        run.State.Incidents.ShouldHaveSingleItem().Message.ShouldBe("'X' neither completed nor waits for anything.");
    }

    [Fact]
    public void An_outcome_that_the_activity_does_not_have_is_an_incident() =>
        new Run(aThenB).Complete("A", "Approved").State.Incidents.ShouldHaveSingleItem().Message
            .ShouldStartWith("'A' cannot be left by Approved; it has: Done, Returned, Both.");

    [Fact]
    public void Cancelling_burns_everything_and_says_why()
    {
        var run = new Run(Chart.Of("A:Test.Wait")).Cancel("withdrawn");

        run.State.SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        run.State.Bookmarks.ShouldBeEmpty();
        run.Journal.Where(entry => entry.EventName == "Canceled").Select(entry => (entry.ActivityId, entry.Message))
            .ShouldBe([("A", "withdrawn"), ("root", "withdrawn")]);
        run.Effects.OfType<InstanceFinished>().ShouldBeEmpty();
        Should.Throw<InvalidOperationException>(() => run.Cancel("again"));
    }

    [Fact]
    public void Finish_ends_the_whole_workflow_from_within_a_nested_flowchart()
    {
        var run = new Run(Chart.Of(
            "s:Elsa.Start", "A:Test.Wait", Chart.Flow("inner", "B:Test.Wait", "f:Elsa.Finish", "B -> f"), "s -> A", "s -> inner"));

        run.Complete("B");

        run.State.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        run.Cancelled.ShouldBe(["A"]);
        run.Effects[^1].ShouldBeOfType<InstanceFinished>();
    }

    [Fact]
    public void A_sequence_executes_one_after_the_other()
    {
        var sequence = new JsonObject
        {
            ["id"] = "root",
            ["type"] = "Elsa.Sequence",
            ["activities"] =
                new JsonArray(new JsonObject { ["id"] = "A", ["type"] = "Test.Wait" },
                    new JsonObject { ["id"] = "B", ["type"] = "Test.Wait" }),
        };
        var run = new Run(Chart.Read(Chart.Json(sequence)));

        run.Open.ShouldBe(["A"]);
        run.Complete("A").Open.ShouldBe(["B"]);
        run.Complete("B").IsFinished.ShouldBeTrue();
    }

    [Fact]
    public void Ids_are_16_lower_hex_digits_and_differ_between_instances()
    {
        var one = new WorkflowRunner().Start(aThenB, "one", null, Run.Start).State.Bookmarks.Single();
        var two = new WorkflowRunner().Start(aThenB, "two", null, Run.Start).State.Bookmarks.Single();

        one.Id.ShouldMatch("^[0-9a-f]{16}$");
        two.Id.ShouldNotBe(one.Id);
    }

    [Fact]
    public void A_state_written_by_this_version_reads_like_this()
    {
        var run = new Run(Chart.Of("s:Elsa.Start", "A:Test.Wait", "B:Test.Wait", Chart.Join("J"), "s -> A", "s -> B", "A -> J", "B -> J"));

        run.Complete("A");

        Snapshooter.Xunit.Snapshot.Match(JsonNode.Parse(run.Json)!.ToJsonString(new() { WriteIndented = true }));
    }

    private sealed class ById : IEqualityComparer<BookmarkBurned>
    {
        public bool Equals(BookmarkBurned? x, BookmarkBurned? y) => x?.Bookmark.Id == y?.Bookmark.Id && x?.Cancelled == y?.Cancelled;

        public int GetHashCode(BookmarkBurned burned) => burned.Bookmark.Id.GetHashCode(StringComparison.Ordinal);
    }

    private sealed class Flaky(Func<int> attempt) : Activity
    {
        public static readonly ActivityDescriptor Unreliable = new("Test.Flaky", "Test");

        protected override void Execute(ActivityExecutionContext context)
        {
            if (attempt() is < 3 and var number)
                throw new InvalidOperationException($"attempt {number}");
            context.CompleteWithOutcomes();
        }
    }

    private sealed class Idle : Activity
    {
        protected override void Execute(ActivityExecutionContext context)
        {
        }
    }
}
