using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Papers.Layout;

namespace WorkflowAccountability.Procedure.Papers;

/// <summary>
/// 内部环节 (签发): a leader of an issuing organ signs the draft as he saw it. With the last signature it gets its number, is printed under the names of
/// that day, and is locked by the hash of its bytes, all in one transaction: no number is lost and none is given twice.
/// </summary>
/// <param name="Version">The version that he saw.</param>
public sealed record SignPaper(string Id, string PersonId, string Case, string PaperId, long Version) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{PaperId}|{Version}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (await PaperDesk.OpenAsync(scope, Case, PaperId, cancellationToken) is not ({ } paper, { } source))
            return new Answer.NotFound();
        var kind = PaperAccess.KindOf(paper);
        if (PaperDesk.Refusal(
            [
                PaperRules.CaseIsOpen(source.File), PaperRules.IsDraft(paper), PaperRules.IsAsSeen(paper, Version), PaperRules.HasASeat(paper, source, scope.Actor), kind.Ready(source),
                .. PaperRules.IsPrintable(paper.Text, source), PaperRules.OrgansExist(paper.Text, source), PaperRules.HasCode(kind, source),
                PaperRules.IsWhatWasSubmitted(paper, await SubmittedReports.TextAsync(scope, source.File, kind, cancellationToken)),
            ]) is { } refusal)
            return refusal;

        paper.Signatures.Add(new PaperSignature
        {
            PaperId = paper.Id, PersonId = PersonId, Name = scope.Actor.Name, PostText = scope.Actor.PostText, At = scope.Now,
            OrganisationId = PaperAccess.SeatsOf(paper, source, scope.Actor).First(organ => !paper.Signatures.Exists(signature => signature.OrganisationId == organ)),
        });
        paper.Version++;
        if (kind.Issuers(source).All(organ => paper.Signatures.Exists(signature => signature.OrganisationId == organ)))
            await LockAsync(scope, paper, kind, source, cancellationToken);
        await scope.RecordAsync(source.File, kind.Citation, JsonSerializer.Serialize(
            new { paper = paper.Id, kind = kind.Code, paper.Number, paper.Sha256 }, FormJsonText.Options), paper.Walled, cancellationToken);
        return new Answer.Done($"/papers/{paper.Id}");
    }

    private static async Task LockAsync(CommandScope scope, Paper paper, PaperKind kind, PaperSource source, CancellationToken cancellationToken)
    {
        var organs = kind.Issuers(source);
        paper.Code = OrganCode.Of(organs[0], scope.Today)!;
        paper.Year = scope.Today.Year;
        paper.Ordinal = await NextAsync(scope, paper.Code, scope.Today.Year, cancellationToken);
        paper.Number = string.Create(CultureInfo.InvariantCulture, $"{paper.Code}〔{paper.Year}〕{paper.Ordinal}号");
        paper.DatedOn = scope.Today;
        paper.SignedAt = scope.Now;
        paper.Status = PaperStatus.Signed;
        var sheet = kind.Resolve(paper.Text, source, paper.Number, scope.Today,
            [.. organs.Select(organ => paper.Signatures.Single(signature => signature.OrganisationId == organ).Name)]);
        paper.SheetJson = FormJsonText.Write(sheet);
        var content = PaperDocx.Write(sheet);
        paper.Sha256 = Convert.ToHexString(SHA256.HashData(content));
        scope.Db.Add(new PaperFile { PaperId = paper.Id, Content = content });
    }

    // One statement that raises and locks, as with the numbers of cases; what is rolled back takes its number back with it.
    private static async Task<int> NextAsync(CommandScope scope, string code, int year, CancellationToken cancellationToken)
    {
        var row = scope.Db.Set<PaperRegister>().Where(register => register.Code == code && register.Year == year);
        if (await row.ExecuteUpdateAsync(set => set.SetProperty(register => register.Last, register => register.Last + 1), cancellationToken) > 0)
            return await row.Select(register => register.Last).SingleAsync(cancellationToken);
        scope.Db.Add(new PaperRegister { Code = code, Year = year, Last = 1 });
        return 1;
    }
}
