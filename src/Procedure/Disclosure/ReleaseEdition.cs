using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Papers.Layout;
using WorkflowAccountability.Procedure.Stages.Review;

namespace WorkflowAccountability.Procedure.Disclosure;

/// <summary>
/// 第十一条第一款第二句: a second person releases the edition as he saw it. The bytes that the public gets are made, looked through and kept here; the
/// version before is no longer shown.
/// </summary>
/// <param name="Version">The version that he saw.</param>
public sealed record ReleaseEdition(string Id, string PersonId, string Case, string EditionId, long Version) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{EditionId}|{Version}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (await EditionDesk.OpenAsync(scope, Case, EditionId, cancellationToken) is not ({ } edition, { } paper, { } source) || !DisclosureAccess.MayRelease(source, scope.Actor))
            return new Answer.NotFound();
        var text = edition.Text;
        var hasChanged = await scope.Db.Audit.AnyAsync(entry => entry.CaseId == Case && entry.PersonId == PersonId && entry.Act == nameof(EditEdition)
            && entry.Details.Contains(EditionId), cancellationToken);
        var hash = source.File.KeyOf<GovernmentReviewForm>()?.Read<GovernmentReviewForm>().ReportSha256;
        var approved = hash is null ? null : await scope.Db.Papers.AsNoTracking().FirstOrDefaultAsync(known => known.CaseId == Case && known.Sha256 == hash, cancellationToken);
        var sheet = CutText.PublicSheet(paper.Sheet!, text);
        if (PaperDesk.Refusal(
            [
                EditionRules.IsApproved(source.File), EditionRules.IsTheLockedText(paper, edition), EditionRules.IsOfTheApprovedRound(source.File, paper), EditionRules.IsTheApprovedText(paper, approved), EditionRules.IsPrepared(edition), EditionRules.IsAsSeen(edition, Version),
                EditionRules.IsAnotherHand(edition, scope.Actor, hasChanged), EditionRules.SaysWhatIsCorrected(edition, text), .. EditionRules.RowsAreWhole(text, paper.Sheet!, source),
                .. EditionRules.HoldsNoLeak(sheet, text, source, paper),
            ]) is { } refusal)
            return refusal;

        foreach (var earlier in await scope.Db.PublicEditions.Where(other => other.SeriesId == edition.SeriesId && other.Status == EditionStatus.Released).ToListAsync(cancellationToken))
        {
            earlier.Status = EditionStatus.Superseded;
            earlier.Version++;
        }
        var content = PaperDocx.Write(sheet);
        edition.Status = EditionStatus.Released;
        edition.SheetJson = FormJsonText.Write(sheet);
        edition.Title = PaperDesk.OneLine(sheet.Title);
        edition.SearchText = string.Join('\n', sheet.Body.Prepend(edition.Title));
        edition.Sha256 = Convert.ToHexString(SHA256.HashData(content));
        edition.ReleasedById = PersonId;
        edition.ReleasedBy = $"{scope.Actor.PostText} {scope.Actor.Name}";
        edition.ReleasedAt = scope.Now;
        edition.Version++;
        scope.Db.Add(new EditionFile { EditionId = edition.Id, Content = content });
        await scope.RecordAsync(source.File, "第十一条第一款第二句", JsonSerializer.Serialize(
            new { edition = edition.Id, edition.Number, edition.Sha256, edition.PaperSha256, cuts = text.Cuts.Count, preparedBy = edition.PreparedById }, FormJsonText.Options),
            walled: false, cancellationToken);
        return new Answer.Done($"/editions/{edition.Id}");
    }
}
