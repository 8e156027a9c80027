using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Disclosure;

/// <summary>第十一条第一款第二句: a public edition of a signed report is begun: the first with the cuts that are proposed, a correction with those of the version before.</summary>
public sealed record PrepareEdition(string Id, string PersonId, string Case, string PaperId) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => PaperId;

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (await PaperDesk.OpenAsync(scope, Case, PaperId, cancellationToken) is not ({ } paper, { } source)
            || !DisclosureAccess.IsForThePublic(paper) || !DisclosureAccess.MayPrepare(source, scope.Actor))
            return new Answer.NotFound();
        // One row of versions for the case, whichever signed report they were made from.
        var before = await scope.Db.PublicEditions.Where(edition => edition.CaseId == Case).OrderBy(edition => edition.Number).ToListAsync(cancellationToken);
        if (before.Exists(edition => edition.Status is EditionStatus.Prepared))
            return new Answer.Refused([Ruling.Refuse(Citations.InternalStep, Text.Of<DisclosureTexts>("InWork.Reason"), Text.Of<DisclosureTexts>("InWork.Remedy"))]);

        var locked = paper.Sheet!;
        var last = before.FindLast(edition => edition.ReleasedAt is not null);
        var text = last is not null && last.PaperSha256 == paper.Sha256 ? last.Text with { Correction = null }
            : new EditionText { Title = locked.Title, Cuts = ProposedCuts.Of(locked, source), Kept = last?.Text.Kept ?? [] };
        var id = DerivedId.Of(Id, "edition");
        var edition = new PublicEdition
        {
            Id = id, SeriesId = before is [var first, ..] ? first.SeriesId : DerivedId.Of(Id, "series"), Number = before.Count + 1, CaseId = Case, PaperId = PaperId,
            PaperSha256 = paper.Sha256!, TextJson = FormJsonText.Write(text), PreparedById = PersonId, PreparedBy = $"{scope.Actor.PostText} {scope.Actor.Name}",
            PreparedAt = scope.Now, EditedById = PersonId, Version = 1,
        };
        scope.Db.PublicEditions.Add(edition);
        await scope.RecordAsync(source.File, "第十一条第一款第二句", JsonSerializer.Serialize(
            new { edition = edition.Id, edition.Number, paper = PaperId, edition.PaperSha256 }, FormJsonText.Options), walled: false, cancellationToken);
        return new Answer.Done($"/editions/{edition.Id}");
    }
}
