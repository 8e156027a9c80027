using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Documents;

/// <summary>内部环节: whoever sees a case adds staged files to it, outside of any form.</summary>
/// <param name="StagedIds">Files that he staged for the case.</param>
/// <param name="BehindWall">Only for the supervision team; asked by one of its members.</param>
public sealed record AttachDocuments(
    string Id, string PersonId, string Case, IReadOnlyList<string> StagedIds, string? Note, DocumentLabel Label, bool BehindWall) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{string.Join(',', StagedIds)}|{Note}|{Label}|{BehindWall}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var file = await scope.CaseAsync(Case, cancellationToken);
        if (file is null || !await scope.Db.Cases.Where(CaseAccess.Sees(scope.Actor, scope.Db)).AnyAsync(known => known.Id == Case, cancellationToken)
            || (BehindWall && !CaseAccess.IsBehindWall(file, PersonId)))
            return new Answer.NotFound();
        if (file.Status is CaseStatus.Closed)
            return Refused("CaseClosed");
        var staged = await scope.Db.StagedFiles.Where(row => StagedIds.Contains(row.Id) && row.PersonId == PersonId && row.Target == Case)
            .ToListAsync(cancellationToken);
        if (staged.Count == 0 || staged.Count < StagedIds.Distinct().Count())
            return Refused("Gone");

        // The same file added again by the same person is there already, and counts again where he had marked it void.
        foreach (var again in file.Documents.Where(document => document.VoidedAt is not null && staged.Exists(row => row.Id == document.Id)))
            (again.VoidedAt, again.VoidReason) = (null, null);
        var documents = staged.Where(row => !file.Documents.Exists(document => document.Id == row.Id))
            .Select(row => Document.Of(row, file, scope.Actor, scope.Now, BehindWall, BehindWall ? DocumentLabel.WorkSecret : Label, Note)).ToList();
        file.Documents.AddRange(documents);
        scope.Db.RemoveRange(staged);
        await scope.RecordAsync(file, Citations.InternalStep, JsonSerializer.Serialize(
            new { documents = documents.Select(document => new { document.Id, document.Name, document.Sha256 }) }, FormJsonText.Options), BehindWall, cancellationToken);
        return new Answer.Done($"/cases/{file.Id}#documents");
    }

    private static Answer.Refused Refused(string why) =>
        new([Ruling.Refuse(Citations.InternalStep, Text.Of<DocumentTexts>($"{why}.Reason"), Text.Of<DocumentTexts>($"{why}.Remedy"))]);
}
