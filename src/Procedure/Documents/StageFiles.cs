using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Documents.Checks;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Documents;

/// <summary>
/// Takes an uploaded file in for its owner: to the disk, checked, a row, and only then in its place. Whatever breaks off on the way leaves
/// nothing that anybody could see. The case does not change before the file is handed in with a form.
/// </summary>
public sealed class StageFiles(FileStore store, DocumentOptions options, IDbContextFactory<AccountabilityDb> databases, TimeProvider clock)
{
    /// <summary>Stages a file.</summary>
    /// <param name="target">The work item or case that it is meant for.</param>
    public async Task<(StagedFile? File, Ruling Ruling)> RunAsync(
        Stream content, string givenName, string personId, string target, CancellationToken cancellationToken)
    {
        var name = FileName.Clean(givenName);
        if (await store.ReceiveAsync(content, cancellationToken) is not { } received)
            return (null, Refusal(FileFault.TooLarge));
        try
        {
            var finding = await Task.Run(() => Check(received, name), cancellationToken);
            if (finding.Fault is { } fault)
                return (null, Refusal(fault));
            return (await RowAsync(received, name, finding.Kind!.Value, personId, target, cancellationToken), Ruling.Allowed);
        }
        finally
        {
            FileStore.Discard(received);
        }
    }

    private async Task<StagedFile> RowAsync(
        ReceivedFile received, string name, FileKind kind, string personId, string target, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var id = StagedFile.IdOf(received.Sha256, name, personId, target);
        var staged = await db.StagedFiles.FindAsync([id], cancellationToken);
        if (staged is null)
            db.Add(staged = new StagedFile
            {
                Id = id, Target = target, PersonId = personId, Name = name, Kind = kind, Size = received.Size, Sha256 = received.Sha256, At = clock.GetUtcNow(),
            });
        staged.At = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        store.Keep(received);
        return staged;
    }

    private static Finding Check(ReceivedFile received, string name)
    {
        using var content = File.OpenRead(received.Path);
        return FileCheck.Check(content, name);
    }

    private Ruling Refusal(FileFault fault) => Ruling.Refuse(Citations.InternalStep,
        Text.Of<DocumentTexts>($"{fault}.Reason", options.Megabytes), Text.Of<DocumentTexts>($"{fault}.Remedy", string.Join(" ", FileKinds.Extensions)));
}
