using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Papers;

namespace WorkflowAccountability.Procedure.Disclosure;

/// <summary>参照《政府信息公开条例》第三十七条 (区分处理): what is cut, and why, is changed.</summary>
/// <param name="Version">The version that the author saw.</param>
public sealed record EditEdition(string Id, string PersonId, string Case, string EditionId, long Version, EditionText Text) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{EditionId}|{Version}|{FormJsonText.Write(Text)}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (await EditionDesk.OpenAsync(scope, Case, EditionId, cancellationToken) is not ({ } edition, { } paper, { } source) || !DisclosureAccess.MayPrepare(source, scope.Actor))
            return new Answer.NotFound();
        if (PaperDesk.Refusal([EditionRules.IsPrepared(edition), EditionRules.IsAsSeen(edition, Version), .. EditionRules.RowsAreWhole(Text, paper.Sheet!, source)]) is { } refusal)
            return refusal;
        edition.TextJson = FormJsonText.Write(Text);
        edition.EditedById = PersonId;
        edition.Version++;
        await scope.RecordAsync(source.File, "参照《中华人民共和国政府信息公开条例》第三十七条", JsonSerializer.Serialize(new
        {
            edition = edition.Id, edition.Number, cuts = Text.Cuts.Count, text = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(edition.TextJson))),
        }, FormJsonText.Options), walled: false, cancellationToken);
        return new Answer.Done($"/editions/{edition.Id}");
    }
}
