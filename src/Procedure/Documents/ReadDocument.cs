using System.Text.Json;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Documents;

/// <summary>内部环节: somebody is given a sensitive document; the audit keeps who and when before he gets it.</summary>
public sealed record ReadDocument(string Id, string PersonId, string Case, string DocumentId) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => DocumentId;

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (await DocumentAccess.FindAsync(DocumentId, scope.Actor, scope.Db, scope.Machinery.Stages, cancellationToken) is not ({ } document, { } file))
            return new Answer.NotFound();
        await scope.RecordAsync(file, Citations.InternalStep, JsonSerializer.Serialize(new { document = document.Id, document.Name }, FormJsonText.Options),
            document.Walled, cancellationToken);
        return new Answer.Done($"/documents/{document.Id}");
    }
}

/// <summary>内部环节: the bytes of a document are not those that came in. From now on nobody is given it, and an administrator is told.</summary>
public sealed record ReportAlteredDocument(string Id, string PersonId, string Case, string DocumentId) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => DocumentId;

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (await DocumentAccess.FindAsync(DocumentId, scope.Actor, scope.Db, scope.Machinery.Stages, cancellationToken) is not ({ } document, { } file))
            return new Answer.NotFound();
        if (document.AlteredAt is null)
        {
            document.AlteredAt = scope.Now;
            file.Notify(new Recipient(Roles.Administrator), Text.Of<DocumentTexts>("Altered.Notice", file.Number), scope.Now, kind: NoticeKind.Incident);
            await scope.RecordAsync(file, Citations.InternalStep,
                JsonSerializer.Serialize(new { document = document.Id, document.Name, document.Sha256 }, FormJsonText.Options), document.Walled, cancellationToken);
        }
        return new Answer.Done($"/cases/{file.Id}#documents");
    }
}
