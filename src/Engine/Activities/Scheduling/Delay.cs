using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Bookmarks;

namespace WorkflowAccountability.Engine.Activities.Scheduling;

/// <summary>Goes on after some time.</summary>
public sealed class Delay : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.Delay", "Scheduling")
    {
        Inputs = [new("timeSpan", "TimeSpan", DefaultValue: "00:01:00")],
    };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) =>
        Wake.At(context.Now + context.GetInput<TimeSpan>("timeSpan"), context);

    /// <inheritdoc/>
    protected internal override void Resume(ActivityExecutionContext context, Bookmark bookmark, JsonNode? input) => context.CompleteWithOutcomes();
}
