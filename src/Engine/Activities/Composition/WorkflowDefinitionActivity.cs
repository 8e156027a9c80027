using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Activities.Composition;

/// <summary>A workflow used as an activity: it runs within the instance, with inputs, outputs and outcomes of its own.</summary>
public sealed class WorkflowDefinitionActivity : Container
{
    /// <summary>The inputs that the workflow declares.</summary>
    internal IReadOnlyList<InputDefinition> Declared { get; init; } = [];

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var given = new JsonObject();
        foreach (var input in Declared)
            if (Inputs.ContainsKey(MemberNames.KeyOf(input.Name)))
                given[input.Name] = (input.IsArray ? context.GetInput<JsonNode>(MemberNames.KeyOf(input.Name))
                    : TypeAlias.Coerce(context.GetInput<JsonNode>(MemberNames.KeyOf(input.Name)), input.Type))?.DeepClone();
        context.Instance.Input = given;
        context.Instance.Results = [];
        context.Burst.Schedule(Activities[0], context.Instance, []);
    }

    internal override void ReadContents(DefinitionPart part, Func<DefinitionPart, Activity> read)
    {
        // The reader hangs the workflow's root in here.
    }

    internal override IEnumerable<string> ContentKeys => ["workflowDefinitionId", "workflowDefinitionVersionId", "latestAvailablePublishedVersion",
        "latestAvailablePublishedVersionId"];

    internal override void ChildCompleted(RunningBurst burst, ActivityInstance self, ActivityInstance child, IReadOnlyList<string> outcomes) =>
        burst.Complete(self, Done);

    /// <summary>Binds what the workflow gives back; done before it is left.</summary>
    internal void GiveBack(RunningBurst burst, ActivityInstance self)
    {
        var context = new ActivityExecutionContext(burst, self);
        foreach (var (name, value) in self.Results ?? [])
            if (Descriptor.Outputs.Any(output => output.Name == MemberNames.KeyOf(name)))
                context.SetOutput(MemberNames.KeyOf(name), value);
    }
}
