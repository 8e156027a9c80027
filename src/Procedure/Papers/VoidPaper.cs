using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Disclosure;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Papers;

/// <summary>内部环节 (作废): a draft is given up by who writes it, a signed document by who may sign it; a number that it had stays its own for ever.</summary>
public sealed record VoidPaper(string Id, string PersonId, string Case, string PaperId, long Version, string Reason) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{PaperId}|{Version}|{Reason}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (await PaperDesk.OpenAsync(scope, Case, PaperId, cancellationToken) is not ({ } paper, { } source) || !May(paper, source, scope.Actor))
            return new Answer.NotFound();
        if (PaperDesk.Refusal([PaperRules.IsAsSeen(paper, Version), PaperRules.SaysWhy(Reason), PaperRules.Require(paper.Status is not PaperStatus.Void, "AlreadyVoid"),
            PaperRules.Require(!await scope.Db.PublicEditions.AnyAsync(edition => edition.PaperId == PaperId && edition.Status == EditionStatus.Released, cancellationToken), "IsPublic")]) is { } refusal)
            return refusal;
        paper.Status = PaperStatus.Void;
        paper.VoidReason = Reason;
        paper.VoidAt = scope.Now;
        paper.Version++;
        await scope.RecordAsync(source.File, PaperAccess.KindOf(paper).Citation, JsonSerializer.Serialize(
            new { paper = paper.Id, kind = paper.Kind, paper.Number, reason = Reason }, FormJsonText.Options), paper.Walled, cancellationToken);
        return new Answer.Done($"/papers/{paper.Id}");
    }

    internal static bool May(Paper paper, PaperSource source, Cases.Actor actor) => paper.Status switch
    {
        PaperStatus.Drafted => PaperAccess.MayDraft(paper, source, actor),
        PaperStatus.Signed or PaperStatus.Submitted => PaperAccess.SeatsOf(paper, source, actor).Count > 0,
        _ => false,
    };
}
