using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Bookmarks;

namespace WorkflowAccountability.Engine.Activities.Scheduling;

/// <summary>Goes on at a moment.</summary>
public sealed class StartAt : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new(
        "Elsa.StartAt", "Start at", "Goes on at a moment.", "Scheduling", [new("dateTime", "DateTimeOffset", "Moment", "When to go on.")],
        [], [], IsContainer: false, IsTerminal: false) { Kind = "Trigger" };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) => Wake.At(context.GetInput<DateTimeOffset>("dateTime"), context);

    /// <inheritdoc/>
    protected internal override void Resume(ActivityExecutionContext context, Bookmark bookmark, JsonNode? input) => context.CompleteWithOutcomes();
}
