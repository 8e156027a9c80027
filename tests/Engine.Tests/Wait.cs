using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Bookmarks;

namespace WorkflowAccountability.Engine.Tests;

/// <summary>Waits for somebody to say by which outcome to leave it.</summary>
internal sealed class Wait : Activity
{
    public static readonly ActivityDescriptor Stage = new(
        "Test.Wait", "Wait", "Waits for an outcome.", "Test", [new("title", "String", "Title", "What it waits for.")],
        [new("decision", "String", "Decision", "The outcome it was left by.")], ["Done", "Returned", "Both"], IsContainer: false,
            IsTerminal: false);

    protected override void Execute(ActivityExecutionContext context) =>
        context.CreateBookmark(new JsonObject { ["title"] = context.GetInput<string>("title") ?? Id });

    protected override void Resume(ActivityExecutionContext context, Bookmark bookmark, JsonNode? input)
    {
        var outcome = input?["outcome"]?.GetValue<string>() ?? "Done";
        context.SetOutput("decision", outcome);
        context.CompleteWithOutcomes(outcome == "Both" ? ["Done", "Returned"] : [outcome]);
    }
}
