using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Handovers;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Administration;

/// <summary>内部环节: an administrator's confirmed changes take effect, all or none.</summary>
/// <param name="Stamp">The state of the directory that was previewed; where it has moved since, the preview is to be read again.</param>
public sealed record ChangeDirectory(string Id, string PersonId, IReadOnlyList<DirectoryChange> Changes, long Stamp) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => JsonSerializer.Serialize(Changes, FormJsonText.Options);

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (!scope.Actor.Holds(Roles.Administrator))
            return new Answer.NotFound();
        var amendment = await Amendment.MakeAsync(scope.Db, Changes, scope.Today, cancellationToken);
        if (amendment.Stamp != Stamp)
            return new Answer.Refused([Ruling.Refuse("内部环节", Text.Of<AdministrationTexts>("Preview.Old.Reason"), Text.Of<AdministrationTexts>("Preview.Old.Remedy"))]);
        if (amendment.Wrong.Count > 0)
            return new Answer.Refused([.. amendment.Wrong.Select(wrong => wrong.Ruling)]);
        foreach (var handover in await scope.Db.Set<Handover>().Where(row => row.Status == HandoverStatus.Prepared || row.Status == HandoverStatus.Given
            || row.Status == HandoverStatus.Agreed).OrderBy(row => row.OpenedAt).ToListAsync(cancellationToken))
            if (HandoverSettlement.IsDue(handover, amendment.After, scope.Today))
                await new HandoverSettlement(scope, handover).EndAsync(amendment.After, cancellationToken);
        // So that what was handed over is no longer found as left behind, and the audit of a case goes on from its newest entry.
        await scope.Db.SaveChangesAsync(cancellationToken);
        await new Vacancy(amendment.Before, amendment.After, scope.Now).FillAsync(scope, cancellationToken);
        await scope.MoveDirectoryAsync(cancellationToken);
        await scope.RecordAdministrationAsync(Payload, cancellationToken);
        return new Answer.Done("/people");
    }
}
