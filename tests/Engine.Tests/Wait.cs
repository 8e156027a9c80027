using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Bookmarks;

namespace WorkflowAccountability.Engine.Tests;

/// <summary>Waits for somebody to say by which outcome to leave it.</summary>
internal sealed class Wait : Activity
{
    public static readonly ActivityDescriptor Stage = new("Test.Wait", "Test")
    {
        Inputs = [new("title", "String")],
        Outputs = [new("decision", "String")],
        Outcomes = ["Done", "Returned", "Both"],
    };

    protected override void Execute(ActivityExecutionContext context) =>
        context.CreateBookmark(new JsonObject { ["title"] = context.GetInput<string>("title") ?? Id });

    protected override void Resume(ActivityExecutionContext context, Bookmark bookmark, JsonNode? input)
    {
        var outcome = input?["outcome"]?.GetValue<string>() ?? "Done";
        context.SetOutput("decision", outcome);
        context.CompleteWithOutcomes(outcome == "Both" ? ["Done", "Returned"] : [outcome]);
    }
}
