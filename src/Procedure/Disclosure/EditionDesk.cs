using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Papers;

namespace WorkflowAccountability.Procedure.Disclosure;

/// <summary>Opens an edition, its report and its case for whoever acts, with the rights of this moment.</summary>
internal static class EditionDesk
{
    public static async Task<(PublicEdition Edition, Paper Paper, PaperSource Source)?> OpenAsync(
        CommandScope scope, string caseId, string editionId, CancellationToken cancellationToken)
    {
        var edition = await scope.Db.PublicEditions.SingleOrDefaultAsync(edition => edition.Id == editionId && edition.CaseId == caseId, cancellationToken);
        return edition is not null && await PaperDesk.OpenAsync(scope, caseId, edition.PaperId, cancellationToken) is ({ } paper, { } source) ? (edition, paper, source) : null;
    }
}
