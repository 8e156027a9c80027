namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>Embeds one activity.</summary>
public sealed class FlowNode : PortedContainer
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.FlowNode", "Flow") { Embedded = ["Body"] };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) => Enter("Body", context);
}
