using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Papers;

/// <summary>What the commands on official documents have in common: they open the case and the document for whoever acts, with the rights of this moment.</summary>
internal static class PaperDesk
{
    /// <summary>The locked case, where it exists for the actor.</summary>
    public static async Task<PaperSource?> SourceAsync(CommandScope scope, string caseId, CancellationToken cancellationToken)
    {
        var file = await scope.CaseAsync(caseId, cancellationToken);
        return file is not null && await scope.Db.Cases.Where(CaseAccess.Sees(scope.Actor, scope.Db)).AnyAsync(known => known.Id == caseId, cancellationToken)
            ? new PaperSource(file, scope.Directory, scope.Today) : null;
    }

    /// <summary>A document of the locked case, where it exists for the actor.</summary>
    public static async Task<(Paper Paper, PaperSource Source)?> OpenAsync(CommandScope scope, string caseId, string paperId, CancellationToken cancellationToken)
    {
        var paper = await scope.Db.Papers.Include(paper => paper.Signatures).SingleOrDefaultAsync(paper => paper.Id == paperId && paper.CaseId == caseId, cancellationToken);
        return paper is not null && await SourceAsync(scope, caseId, cancellationToken) is { } source && PaperAccess.MayRead(paper, source, scope.Actor) ? (paper, source) : null;
    }

    /// <summary>What is refused; null where all is allowed.</summary>
    public static Answer.Refused? Refusal(IEnumerable<Ruling> rulings) =>
        rulings.Where(ruling => !ruling.IsAllowed).ToList() is { Count: > 0 } refusals ? new Answer.Refused(refusals) : null;

    /// <summary>A title as lists show it.</summary>
    public static string OneLine(string title) => string.Concat(PaperText.LinesOf(title)) is var line && line.Length > PaperText.LongestTitle ? line[..PaperText.LongestTitle] : line;
}
