using System.Text.Json;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Journal;

namespace WorkflowAccountability.Engine.Tests.Journal;

public sealed class JournaledBurstTests
{
    private static readonly WorkflowRunnerOptions withValues = new() { JournalsValues = true };

    [Fact]
    public void What_is_read_from_the_row_of_a_burst_is_what_was_journaled()
    {
        var run = new Run(Chart.Of("s:Elsa.Start", "A:Test.Wait", "B:Test.Wait", Chart.Join("J", "WaitAny"),
            Chart.With("W", "Elsa.WriteLine", "text", "Literal", "查办\"完毕\""), "s -> A", "s -> B", "A -> J", "B -> J", "J -> W"), options: withValues);
        run.Complete("A");
        var journal = run.Journal.ToList();

        var rows = journal.GroupBy(entry => entry.Timestamp).Select(burst => JournaledBurst.Of("instance", [.. burst])!).ToList();

        rows.Count.ShouldBe(2);
        rows.SelectMany(row => row.Read()).Select(Text).ShouldBe(journal.Select(Text));
        journal.ShouldContain(entry => entry.Message != null && entry.EventName == "Canceled", "the test must see a reason, or it proves little");
    }

    [Fact]
    public void An_id_with_a_colon_and_a_name_survive()
    {
        var entry = new JournalEntry(7, "Completed", "a:b", "Workflow1:root:a:b", "0123456789abcdef", "Elsa.If", "Is it?", Run.Start, ["True"], null);

        var read = JournaledBurst.Of("instance", [entry])!.Read().Single();

        Text(read).ShouldBe(Text(entry));
    }

    [Fact]
    public void A_burst_without_entries_has_no_row() => JournaledBurst.Of("instance", []).ShouldBeNull();

    [Fact]
    public void Where_it_is_asked_to_the_journal_holds_what_was_given_written_and_given_back()
    {
        var run = new Run(Chart.Of("A:Test.Wait", Chart.With("W", "Elsa.WriteLine", "text", "Literal", "done"), "A -> W"), options: withValues);

        run.Complete("A");

        Payload(run, "Resumed", "A").ShouldBe("""{"outcome":"Done"}""");
        Payload(run, "Completed", "A").ShouldBe("""{"decision":"Done"}""");
        Payload(run, "Completed", "W").ShouldBe("""{"line":"done"}""");
    }

    [Fact]
    public void Unless_it_is_asked_to_the_journal_holds_no_values()
    {
        var run = new Run(Chart.Of("A:Test.Wait"));

        run.Complete("A");

        run.Journal.ShouldAllBe(entry => entry.Payload == null);
    }

    [Fact]
    public void Of_a_long_value_the_journal_says_how_long_it_was()
    {
        var run = new Run(Chart.Of(Chart.With("W", "Elsa.WriteLine", "text", "Literal", new string('x', 10_000))), options: withValues);

        Payload(run, "Completed", "W").Length.ShouldBeLessThan(300);
        Payload(run, "Completed", "W").ShouldContain("10002 characters");
    }

    private static string Payload(Run run, string eventName, string activity) =>
        run.Journal.Single(entry => entry.EventName == eventName && entry.ActivityId == activity).Payload!.ToJsonString();

    private static string Text(JournalEntry entry) => JsonSerializer.SerializeToNode(entry with { Timestamp = entry.Timestamp.ToUniversalTime() })!.ToJsonString();
}
