using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Tests.Instances;

/// <summary>Instances that older versions have saved: the files are never changed, a new form of the state gets files of its own.</summary>
public sealed class HistoryTests
{
    public static TheoryData<string> Every => [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Histories"), "*.json")
        .Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Every))]
    public void An_instance_that_an_older_version_saved_goes_on_to_its_end(string history)
    {
        var saved = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Histories", $"{history}.json")))!;
        var definition = Chart.Read(saved["definition"]!.ToJsonString());
        var state = WorkflowState.Parse(saved["state"]!.ToJsonString());

        while (state.Status == WorkflowStatus.Running)
            state = new WorkflowRunner().Resume(definition, state, state.Bookmarks[0].Id, null, Run.Start).State;

        state.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public void A_state_does_not_grow_with_what_has_happened()
    {
        var run = new Run(Chart.Of("s:Elsa.Start", "A:Test.Wait", "B:Test.Wait", "s -> A", "A -> B", "B.Returned -> A"));
        run.Complete("A").Complete("B", "Returned");
        var early = run.Json.Length;

        for (var round = 0; round < 300; round++)
            run.Complete("A").Complete("B", "Returned");

        run.Json.Length.ShouldBeLessThan(early + 10, "only counters may grow, by a digit or two");
    }
}
