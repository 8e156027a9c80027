using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Papers;

/// <summary>内部环节 (拟稿): a document is drafted from what the case holds now.</summary>
/// <param name="KindCode">The code of a <see cref="PaperKind"/>.</param>
public sealed record DraftPaper(string Id, string PersonId, string Case, string KindCode) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => KindCode;

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var kind = PaperKind.Find(KindCode);
        if (kind is null || await PaperDesk.SourceAsync(scope, Case, cancellationToken) is not { } source
            || (kind.Walled && !CaseAccess.IsBehindWall(source.File, PersonId)))
            return new Answer.NotFound();
        if (PaperDesk.Refusal([PaperRules.CaseIsOpen(source.File), PaperRules.IsOfTheOrgan(kind, source, scope.Actor), PaperRules.HasIssuer(kind, source), kind.Ready(source)]) is { } refusal)
            return refusal;
        if (await scope.Db.Papers.AnyAsync(paper => paper.CaseId == Case && paper.Kind == KindCode && paper.Status == PaperStatus.Drafted, cancellationToken))
            return PaperDesk.Refusal([PaperRules.Require(false, "DraftExists", kind.Name)])!;

        var text = await SubmittedReports.TextAsync(scope, source.File, kind, cancellationToken) ?? kind.Compose(source);
        var paper = new Paper
        {
            Id = DerivedId.Of(Id, "paper"), CaseId = Case, Kind = kind.Code, Walled = kind.Walled, Title = PaperDesk.OneLine(text.Title), TextJson = FormJsonText.Write(text),
            DraftedById = PersonId, DraftedBy = $"{scope.Actor.PostText} {scope.Actor.Name}", DraftedAt = scope.Now, Version = 1,
        };
        scope.Db.Papers.Add(paper);
        await scope.RecordAsync(source.File, kind.Citation, JsonSerializer.Serialize(new { paper = paper.Id, kind = kind.Code }, FormJsonText.Options), kind.Walled, cancellationToken);
        return new Answer.Done($"/papers/{paper.Id}");
    }
}
