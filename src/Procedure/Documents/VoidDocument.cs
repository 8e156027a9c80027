using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Documents;

/// <summary>
/// 内部环节 (作废): whoever added a document by mistake marks it so, with his reason. It stays in the file and readable for whom it was readable before.
/// </summary>
public sealed record VoidDocument(string Id, string PersonId, string Case, string DocumentId, string Reason) : Command(Id, PersonId)
{
    /// <summary>The longest reason.</summary>
    public const int LongestReason = 200;

    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{DocumentId}|{Reason}";

    internal static void Map(IEndpointRouteBuilder site) => site.MapPost("/documents/{id}/void",
        async (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands, CancellationToken cancellationToken) =>
        {
            var caseId = await db.Documents.Where(document => document.Id == id).Select(document => document.CaseId).SingleOrDefaultAsync(cancellationToken);
            return caseId is null || !Envelope.TryRead(posted, out var envelope) ? Pages.NotFound(viewer.Actor)
                : Pages.Answered(await commands.RunAsync(new VoidDocument(envelope.CommandId, viewer.Actor.PersonId, caseId, id, posted["Reason"].ToString().Trim()),
                    cancellationToken), viewer.Actor);
        });

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (await DocumentAccess.FindAsync(DocumentId, scope.Actor, scope.Db, scope.Machinery.Stages, cancellationToken) is not ({ } document, { } file))
            return new Answer.NotFound();
        if (!document.MayBeVoidedBy(PersonId, file))
            return Refused("NotVoided");
        if (Reason.Length is 0 or > LongestReason)
            return Refused("NoVoidReason");
        (document.VoidedAt, document.VoidReason) = (scope.Now, Reason);
        await scope.RecordAsync(file, Citations.InternalStep, JsonSerializer.Serialize(new { document = document.Id, document.Name, document.Sha256, Reason },
            FormJsonText.Options), document.Walled, cancellationToken);
        return new Answer.Done($"/cases/{file.Id}#documents");
    }

    private static Answer.Refused Refused(string why) =>
        new([Ruling.Refuse(Citations.InternalStep, Text.Of<DocumentTexts>($"{why}.Reason"), Text.Of<DocumentTexts>($"{why}.Remedy", LongestReason))]);
}
