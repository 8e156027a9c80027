using System.Text.Json;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Papers;

/// <summary>内部环节: somebody is given a document from behind the wall; the audit keeps who and when before he gets it.</summary>
public sealed record ReadPaper(string Id, string PersonId, string Case, string PaperId) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => PaperId;

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (await PaperDesk.OpenAsync(scope, Case, PaperId, cancellationToken) is not ({ } paper, { } source))
            return new Answer.NotFound();
        await scope.RecordAsync(source.File, Citations.InternalStep,
            JsonSerializer.Serialize(new { paper = paper.Id, kind = paper.Kind, paper.Number }, FormJsonText.Options), paper.Walled, cancellationToken);
        return new Answer.Done($"/papers/{paper.Id}");
    }
}
