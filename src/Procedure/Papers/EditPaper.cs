using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Papers;

/// <summary>内部环节 (修改文稿): the text of a draft is changed, or made anew from the case; whoever signed the old one has to sign again.</summary>
/// <param name="Version">The version that the author saw.</param>
/// <param name="Text">The new text; null makes it anew.</param>
public sealed record EditPaper(string Id, string PersonId, string Case, string PaperId, long Version, PaperText? Text) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{PaperId}|{Version}|{(Text is null ? "" : FormJsonText.Write(Text))}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (await PaperDesk.OpenAsync(scope, Case, PaperId, cancellationToken) is not ({ } paper, { } source) || !PaperAccess.MayDraft(paper, source, scope.Actor))
            return new Answer.NotFound();
        var kind = PaperAccess.KindOf(paper);
        if (PaperDesk.Refusal([PaperRules.IsDraft(paper), PaperRules.IsAsSeen(paper, Version), .. Text is null ? [kind.Ready(source)] : PaperRules.IsPrintable(Text, source)]) is { } refusal)
            return refusal;

        var text = Text ?? await SubmittedReports.TextAsync(scope, source.File, kind, cancellationToken) ?? kind.Compose(source);
        paper.TextJson = FormJsonText.Write(text);
        paper.Title = PaperDesk.OneLine(text.Title);
        paper.Signatures.Clear();
        paper.Version++;
        await scope.RecordAsync(source.File, kind.Citation, JsonSerializer.Serialize(new
        {
            paper = paper.Id, kind = kind.Code, anew = Text is null, text = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(paper.TextJson))),
        }, FormJsonText.Options), paper.Walled, cancellationToken);
        return new Answer.Done($"/papers/{paper.Id}");
    }
}
