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
        var file = await scope.CaseAsync(Case, cancellationToken);
        var item = await scope.Db.WorkItems.FindAsync([WorkItemId], cancellationToken);
        if (file is null || item is null || item.CaseId != file.Id || !item.IsFor(scope.Actor, file))
            return new Answer.NotFound();
        if (item.Status is not WorkItemStatus.Open)
            return new Answer.TooLate(item);
        if (item.IsClaimedByAnother(scope, file))
            return new Answer.Stale(item);

        item.AssigneeId = Release ? null : PersonId;
        item.Version++;
        await scope.RecordAsync(file, "内部环节", $"{{\"item\":\"{item.Id}\",\"release\":{(Release ? "true" : "false")}}}", item.Walled, cancellationToken);
        return new Answer.Done($"/work-items/{item.Id}");
    }
}
