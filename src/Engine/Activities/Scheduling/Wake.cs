using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Bookmarks;

namespace WorkflowAccountability.Engine.Activities.Scheduling;

/// <summary>Waiting for a moment. The engine has no clock: whoever runs it resumes the bookmark when the moment has come.</summary>
public static class Wake
{
    private const string Key = "resumeAt";

    /// <summary>When a bookmark is due; null if it waits for something else than time.</summary>
    public static DateTimeOffset? DueAt(Bookmark bookmark) =>
        bookmark.Payload is JsonObject payload && payload[Key] is JsonValue moment && moment.TryGetValue<DateTimeOffset>(out var due) ? due : null;

    internal static void At(DateTimeOffset moment, ActivityExecutionContext context)
    {
        if (moment <= context.Now)
            context.CompleteWithOutcomes();
        else
            context.CreateBookmark(new JsonObject { [Key] = JsonValue.Create(moment) });
    }
}
