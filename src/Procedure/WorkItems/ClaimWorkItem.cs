using WorkflowAccountability.Procedure.Commands;

namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>内部环节: a candidate takes an item for himself, or gives it back (release).</summary>
public sealed record ClaimWorkItem(string Id, string PersonId, string Case, string WorkItemId, bool Release) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{WorkItemId}|{Release}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var (file, item, otherwise) = await scope.OpenItemAsync(Case, WorkItemId, version: null, cancellationToken);
        if (otherwise is not null)
            return otherwise;

        item.AssigneeId = Release ? null : scope.Actor.PrincipalId ?? PersonId;
        item.DelegateId = null;
        item.Version++;
        await scope.RecordAsync(file, "内部环节", $"{{\"item\":\"{item.Id}\",\"release\":{(Release ? "true" : "false")}}}", item.Walled, cancellationToken);
        return new Answer.Done($"/work-items/{item.Id}");
    }
}
