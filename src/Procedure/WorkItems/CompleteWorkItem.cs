using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>A person submits a work item's form: the stage takes it into the file, and where it is done, the workflow goes on.</summary>
/// <param name="Version">The version of the item that the form was opened from.</param>
/// <param name="Form">The bound and validated form.</param>
public sealed record CompleteWorkItem(string Id, string PersonId, string Case, string WorkItemId, long Version, object Form) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{WorkItemId}|{FormJsonText.Write(Form)}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var (file, item, otherwise) = await scope.OpenItemAsync(Case, WorkItemId, Version, cancellationToken);
        return otherwise ?? await new Completion(scope, file, item).TakeAsync(Form, PayloadHash, cancellationToken);
    }
}
