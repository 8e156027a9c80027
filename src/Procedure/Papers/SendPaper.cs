using System.Text.Json;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Papers;

/// <summary>内部环节 (送签): whoever may sign a draft, and has not, is told that it waits for him.</summary>
public sealed record SendPaper(string Id, string PersonId, string Case, string PaperId) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => PaperId;

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (await PaperDesk.OpenAsync(scope, Case, PaperId, cancellationToken) is not ({ } paper, { } source) || !PaperAccess.MayDraft(paper, source, scope.Actor))
            return new Answer.NotFound();
        var kind = PaperAccess.KindOf(paper);
        var signers = scope.Directory.PeopleOn(scope.Today).Select(person => scope.Directory.ActorOf(person, scope.Now))
            .Where(person => !source.File.Concerns(person.PersonId) && PaperRules.HasASeat(paper, source, person).IsAllowed).ToList();
        if (PaperDesk.Refusal([PaperRules.IsDraft(paper), PaperRules.Require(signers.Count > 0, "NobodySigns")]) is { } refusal)
            return refusal;
        foreach (var signer in signers)
            source.File.Notify(new Recipient(PersonId: signer.PersonId), Text.Of<PaperTexts>("Notice.ToSign", source.File.Number, kind.Name, paper.Title), scope.Now, paper.Walled);
        await scope.RecordAsync(source.File, kind.Citation, JsonSerializer.Serialize(new { paper = paper.Id, kind = kind.Code }, FormJsonText.Options), paper.Walled, cancellationToken);
        return new Answer.Done($"/papers/{paper.Id}");
    }
}
