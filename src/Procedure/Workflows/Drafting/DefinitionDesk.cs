using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Workflows.Drafting;

/// <summary>The designer's orders as commands of the procedure, and their answers in words.</summary>
internal sealed class DefinitionDesk(AccountabilityDb db, CommandRunner commands, Machinery machinery, TimeProvider clock) : IDefinitionDesk
{
    public async Task<IReadOnlyList<DefinitionSummary>> SummariesAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Definitions.AsNoTracking().OrderBy(row => row.DefinitionId).ThenByDescending(row => row.Version).Select(row => new
        {
            row.EffectiveFrom, Sheet = new DefinitionSummary(row.Id, row.DefinitionId, row.Name, row.Description, row.Version, row.IsLatest, row.IsPublished, row.CreatedAt),
        }).ToListAsync(cancellationToken);
        var today = BeijingTime.DayOf(clock.GetUtcNow());
        var inForce = rows.Where(row => row.Sheet.IsPublished && (row.EffectiveFrom is not { } from || from <= today)).DistinctBy(row => row.Sheet.DefinitionId).Select(row => row.Sheet.Id).ToHashSet();
        // The designer knows one published version: the one in force, though another may wait for its day.
        return [.. rows.Select(row => row.Sheet with { IsPublished = inForce.Contains(row.Sheet.Id) })];
    }

    public Task<WorkflowDefinitionVersion?> VersionAsync(string id, CancellationToken cancellationToken) =>
        db.Definitions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    public async Task<DeskAnswer> SaveAsync(Designer who, DraftOrder order, CancellationToken cancellationToken)
    {
        var commandId = NewId();
        var answer = await AnsweredAsync(await commands.RunAsync(new SaveDraft(commandId, who.PersonId, order), cancellationToken),
            order.DefinitionId ?? DerivedId.Of(commandId, "definition"), cancellationToken);
        if (answer is not DeskAnswer.Done done || await VersionAsync(done.VersionId, cancellationToken) is not { IsPublished: false } draft)
            return answer;
        var found = DraftFindings.Placed(draft.Json, machinery.Definitions);
        return done with { Warnings = Words(found.Select(finding => finding.Ruling)), WarnedAt = [.. found.Select(finding => finding.ActivityId).Where(id => id.Length > 0).Distinct()] };
    }

    public async Task<DeskAnswer> PublishAsync(Designer who, string definitionId, CancellationToken cancellationToken)
    {
        if (await LatestAsync(definitionId, cancellationToken) is not { } latest)
            return new DeskAnswer.NotFound();
        if (latest.IsPublished)
            return new DeskAnswer.Done(latest.Id, WasSo: true);
        // Whoever drafts hands in: the designer has one button for both.
        if (!who.MayPublish || (who.MayDraft && latest.CheckedAt is null))
            return await AnsweredAsync(await commands.RunAsync(new SubmitDraft(NewId(), who.PersonId, definitionId, latest.Hash), cancellationToken),
                definitionId, cancellationToken, Text.Of<DraftingTexts>("Submitted", latest.Version));
        return await AnsweredAsync(await commands.RunAsync(new PublishDraft(NewId(), who.PersonId, definitionId, latest.Hash), cancellationToken),
            definitionId, cancellationToken);
    }

    public async Task<DeskAnswer> RetractAsync(Designer who, string definitionId, CancellationToken cancellationToken) =>
        await AnsweredAsync(await commands.RunAsync(new RetractDefinition(NewId(), who.PersonId, definitionId), cancellationToken), definitionId, cancellationToken);

    public async Task<DeskAnswer> RevertAsync(Designer who, string definitionId, int version, CancellationToken cancellationToken) =>
        await AnsweredAsync(await commands.RunAsync(new RevertDefinition(NewId(), who.PersonId, definitionId, version), cancellationToken), definitionId, cancellationToken);

    public async Task<DeskAnswer> DeleteAsync(Designer who, string definitionId, CancellationToken cancellationToken) =>
        await AnsweredAsync(await commands.RunAsync(new DeleteDefinition(NewId(), who.PersonId, definitionId), cancellationToken), definitionId, cancellationToken);

    public async Task<DeskAnswer> DeleteVersionAsync(Designer who, string versionId, CancellationToken cancellationToken)
    {
        var definitionId = await db.Definitions.Where(row => row.Id == versionId).Select(row => row.DefinitionId).SingleOrDefaultAsync(cancellationToken);
        return definitionId is null ? new DeskAnswer.NotFound() : await AnsweredAsync(
            await commands.RunAsync(new DeleteDefinition(NewId(), who.PersonId, definitionId, versionId), cancellationToken), definitionId, cancellationToken);
    }

    // The designer sends no ids of commands; saying the same twice changes nothing the second time, whatever the id.
    private static string NewId() => Guid.NewGuid().ToString("n");

    private async Task<DeskAnswer> AnsweredAsync(Answer answer, string definitionId, CancellationToken cancellationToken, Text? said = null) => answer switch
    {
        Answer.Done => new DeskAnswer.Done((await LatestAsync(definitionId, cancellationToken))?.Id ?? "", said?.ToString()),
        Answer.Refused refused => new DeskAnswer.Refused(Words(refused.Rulings)),
        _ => new DeskAnswer.NotFound(),
    };

    private static List<string> Words(IEnumerable<Ruling> rulings) => [.. rulings.Select(ruling => string.Join(' ', ((string[])
        [ruling.Citation == Citations.InternalStep ? "" : ruling.Citation, $"{ruling.Reason}", $"{ruling.Remedy}"]).Where(part => part.Length > 0)))];

    private Task<WorkflowDefinitionVersion?> LatestAsync(string definitionId, CancellationToken cancellationToken) =>
        db.Definitions.AsNoTracking().SingleOrDefaultAsync(row => row.DefinitionId == definitionId && row.IsLatest, cancellationToken);
}
