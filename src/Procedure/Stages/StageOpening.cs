using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;

namespace WorkflowAccountability.Procedure.Stages;

/// <summary>Where in the workflow a stage was opened, and what the definition says about it.</summary>
public sealed record StageOpening(string InstanceId, string BookmarkId, string ActivityId, string ActivityInstanceId, StageInputs Inputs)
{
    internal StageContext Context(CaseFile file, CommandScope scope) =>
        new(file, Inputs, ActivityInstanceId, scope.Actor, scope.Now, scope.Today, scope.Directory) { InstanceId = InstanceId };
}
