using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>第七条第二句: a superior has opened an inquiry into the same matter; the government starts the cooperation track beside the own case.</summary>
[Clause("第七条第二句")]
public sealed record OpenSuperiorTrack(string Id, string PersonId, string Case) : Command(Id, PersonId)
{
    /// <summary>The definition of the track.</summary>
    public const string Definition = "superior-investigation";

    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => Case;

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var file = await scope.CaseAsync(Case, cancellationToken);
        if (file is null || file.Concerns(PersonId) || !scope.Actor.Holds(Roles.Government))
            return new Answer.NotFound();
        if (file.Status is CaseStatus.Closed)
            return new Answer.Refused([Ruling.Refuse("内部环节", Text.Of<CaseTexts>("Track.Closed.Reason"), Text.Of<CaseTexts>("Track.Closed.Remedy"))]);
        if (await scope.Db.Instances.AnyAsync(instance => instance.CaseId == Case && instance.DefinitionId == Definition
                && instance.Status == WorkflowStatus.Running, cancellationToken))
            return new Answer.Refused(
                [Ruling.Refuse("第七条第二句", Text.Of<CaseTexts>("Track.Running.Reason"), Text.Of<CaseTexts>("Track.Running.Remedy"))]);

        if (await scope.Machinery.Definitions.InForceAsync(scope.Db, Definition, scope.Today, cancellationToken) is not { } definition)
            return new Answer.Refused([Ruling.Refuse("内部环节", Text.Of<CaseTexts>("Track.None.Reason"), Text.Of<CaseTexts>("Track.None.Remedy"))]);
        if (await scope.Machinery.Definitions.HindrancesAsync(scope.Db, definition, cancellationToken) is { Count: > 0 } hindrances)
            return new Answer.Refused(hindrances);
        StartCase.StartInstance(scope, file, definition, DerivedId.Of(Id, "instance"));
        await scope.RecordAsync(file, "第七条第二句", $"{{\"definition\":\"{definition.Id}\"}}", walled: false, cancellationToken);
        return new Answer.Done($"/cases/{file.Id}");
    }
}
