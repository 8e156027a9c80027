using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Bookmarks;

namespace WorkflowAccountability.Engine.Activities.Scheduling;

/// <summary>Goes on at a moment.</summary>
public sealed class StartAt : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.StartAt", "Scheduling")
    {
        Inputs = [new("dateTime", "DateTimeOffset")],
        Kind = "Trigger",
    };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) => Wake.At(context.GetInput<DateTimeOffset>("dateTime"), context);

    /// <inheritdoc/>
    protected internal override void Resume(ActivityExecutionContext context, Bookmark bookmark, JsonNode? input) => context.CompleteWithOutcomes();
}
