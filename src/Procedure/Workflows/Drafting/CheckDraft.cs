using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Lawfulness;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Workflows.Drafting;

/// <summary>内部环节: the legal office finds a draft in order, or sends it back with what is to be changed. Who wrote at it does not check it.</summary>
/// <param name="Hash">The content that was read.</param>
/// <param name="Opinion">What is to be changed; needed where it is sent back.</param>
public sealed record CheckDraft(string Id, string PersonId, string DefinitionId, string Hash, bool IsInOrder, string Opinion) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => $"{DefinitionId}|{Hash}|{IsInOrder}|{Opinion}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var draft = await scope.Db.Definitions.SingleOrDefaultAsync(row => row.DefinitionId == DefinitionId && row.IsLatest, cancellationToken);
        if (draft is null || !DraftingRights.MayCheck(scope.Actor))
            return new Answer.NotFound();
        if (draft.IsPublished || draft.SubmittedAt is null)
            return DraftingRights.Refuse("NotSubmitted");
        if (draft.Hash != Hash)
            return DraftingRights.Refuse("Changed");
        if (draft.DraftedBy.Contains(PersonId))
            return DraftingRights.Refuse("OwnDraft");
        if (!IsInOrder && string.IsNullOrWhiteSpace(Opinion))
            return DraftingRights.Refuse("NoOpinion");
        if (IsInOrder && DraftFindings.Of(draft.Json, scope.Machinery) is { Count: > 0 } findings)
            return new Answer.Refused(findings);
        if (IsInOrder)
            (draft.CheckedAt, draft.CheckedBy, draft.CheckedAgainst) = (scope.Now, PersonId,
                Text.Of<DraftingTexts>("Against", RegulationText.Current.DocumentNumber, LawOfFlow.Current.Version).In(CultureInfo.InvariantCulture));
        else
            (draft.SubmittedAt, draft.SubmittedBy, draft.CheckedAt, draft.CheckedBy, draft.CheckedAgainst) = (null, null, null, null, null);
        draft.Revision++;
        await scope.RecordAdministrationAsync(JsonSerializer.Serialize(new
        {
            definition = DefinitionId, version = draft.Version, draft.Name, draft.Hash, inOrder = IsInOrder, opinion = Opinion, regulation = draft.CheckedAgainst,
        }, FormJsonText.Options), cancellationToken);
        return new Answer.Done($"/definitions/{DefinitionId}");
    }
}
