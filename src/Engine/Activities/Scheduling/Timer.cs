using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Bookmarks;

namespace WorkflowAccountability.Engine.Activities.Scheduling;

/// <summary>Goes on after an interval.</summary>
public sealed class Timer : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.Timer", "Scheduling")
    {
        Inputs = [new("interval", "TimeSpan", DefaultValue: "00:01:00")],
        Kind = "Trigger",
    };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) =>
        Wake.At(context.Now + context.GetInput<TimeSpan>("interval"), context);

    /// <inheritdoc/>
    protected internal override void Resume(ActivityExecutionContext context, Bookmark bookmark, JsonNode? input) => context.CompleteWithOutcomes();
}
