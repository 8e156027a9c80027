using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Bookmarks;

namespace WorkflowAccountability.Engine.Activities.Events;

/// <summary>Waits for an event.</summary>
public sealed class Event : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.Event", "Primitives")
    {
        Inputs = [new("eventName", "String")],
        Outputs = [new("result", "Object")],
        Kind = "Trigger",
    };

    /// <summary>Whether this bookmark waits for an event of this name.</summary>
    public static bool IsAwaitedAt(Bookmark bookmark, string eventName) =>
        bookmark.Name == TypeDescriptor.TypeName && bookmark.Payload?["eventName"]?.ToString() == eventName;

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        if (context.GetInput<string>("eventName") is not { Length: > 0 } name)
            throw new InvalidOperationException($"'{Id}' names no event to wait for.");
        if (context.IsTrigger)
            Take(context, context.TriggerPayload);
        else
            context.CreateBookmark(new JsonObject { ["eventName"] = name });
    }

    /// <inheritdoc/>
    protected internal override void Resume(ActivityExecutionContext context, Bookmark bookmark, JsonNode? input) => Take(context, input);

    private static void Take(ActivityExecutionContext context, JsonNode? payload)
    {
        context.SetOutput("result", payload);
        context.CompleteWithOutcomes();
    }
}
