using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Tests.Execution;

/// <summary>A burst is taken back: the instance waits where it waited, and its past is still told.</summary>
public sealed class RecallTests
{
    private static readonly WorkflowDefinition fork = Chart.Of("s:Elsa.Start", "f:Elsa.FlowFork", "A:Test.Wait", "B:Test.Wait", "C:Test.Wait",
        "D:Test.Wait", Chart.Join("J"), "e:Elsa.End", "s -> f", "f -> A", "f -> B", "A -> C", "A.Returned -> s", "B -> J", "C -> J", "J -> D", "D -> e");

    private readonly WorkflowRunner runner = new();

    [Fact]
    public void What_a_burst_opened_is_burned_and_what_it_burned_waits_again_under_the_same_id()
    {
        var before = Started();
        var a = before.Bookmarks.Single(bookmark => bookmark.ActivityId == "A");
        var after = runner.Resume(fork, before, a.Id, Outcome("Returned"), Run.Start).State;

        var back = runner.Recall(fork, after, before, a.Id, "反悔", Run.Start);

        back.State.Bookmarks.Select(bookmark => bookmark.Id).ShouldBe(before.Bookmarks.Select(bookmark => bookmark.Id));
        back.Effects.OfType<BookmarkBurned>().Select(burned => burned.Bookmark.Id).ShouldBe(after.Bookmarks.Select(bookmark => bookmark.Id), ignoreOrder: true);
        back.Effects.OfType<BookmarkRestored>().Select(restored => restored.Bookmark.Id).ShouldBe(before.Bookmarks.Select(bookmark => bookmark.Id), ignoreOrder: true);
    }

    [Fact]
    public void The_journal_goes_on_without_a_gap_and_no_id_is_given_twice()
    {
        var started = runner.Start(fork, "instance", null, Run.Start);
        var a = started.State.Bookmarks.Single(bookmark => bookmark.ActivityId == "A");
        var first = runner.Resume(fork, started.State, a.Id, Outcome("Done"), Run.Start);
        var back = runner.Recall(fork, first.State, started.State, a.Id, "反悔", Run.Start);
        var again = runner.Resume(fork, back.State, a.Id, Outcome("Done"), Run.Start);

        var effects = started.Effects.Concat(first.Effects).Concat(back.Effects).Concat(again.Effects).ToList();
        var journal = effects.OfType<Journaled>().Select(effect => effect.Entry).ToList();
        journal.Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, journal.Count).Select(number => (long)number));
        journal.Single(entry => entry.EventName == "Recalled").Message.ShouldBe("反悔");
        effects.OfType<BookmarkCreated>().Select(created => created.Bookmark.Id).ShouldBeUnique();
    }

    [Fact]
    public void The_case_still_comes_to_its_end_after_a_burst_that_reached_a_join_was_taken_back()
    {
        var state = Complete(Complete(Started(), "B"), "A");
        var c = state.Bookmarks.Single(bookmark => bookmark.ActivityId == "C");
        var joined = runner.Resume(fork, state, c.Id, Outcome("Done"), Run.Start).State;
        joined.Bookmarks.Single().ActivityId.ShouldBe("D");

        var back = runner.Recall(fork, joined, state, c.Id, "反悔", Run.Start).State;

        back.Bookmarks.Single().ActivityId.ShouldBe("C");
        Complete(Complete(back, "C"), "D").Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Fact]
    public void What_is_no_earlier_state_of_the_instance_is_refused()
    {
        var other = runner.Start(fork, "other", null, Run.Start).State;
        var state = Started();
        var a = state.Bookmarks.Single(bookmark => bookmark.ActivityId == "A");

        Should.Throw<ArgumentException>(() => runner.Recall(fork, state, other, a.Id, "反悔", Run.Start));
        Should.Throw<UnknownBookmarkException>(() => runner.Recall(fork, Complete(state, "A"), Complete(state, "A"), a.Id, "反悔", Run.Start));
    }

    private WorkflowState Started() => runner.Start(fork, "instance", null, Run.Start).State;

    private WorkflowState Complete(WorkflowState state, string activity) => runner.Resume(fork, state,
        state.Bookmarks.Single(bookmark => bookmark.ActivityId == activity).Id, Outcome("Done"), Run.Start).State;

    private static JsonObject Outcome(string outcome) => new() { ["outcome"] = outcome };
}
