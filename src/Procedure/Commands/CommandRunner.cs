using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace WorkflowAccountability.Procedure.Commands;

/// <summary>
/// The one skeleton that every change goes through: command id, lock, rights, change, audit, outbox, COMMIT, and only then the answer.
/// A lost race runs the whole command again; a COMMIT whose answer was lost is resolved by the command's row.
/// </summary>
public sealed class CommandRunner(
    IDbContextFactory<AccountabilityDb> databases, TimeProvider clock, Machinery machinery, ILogger<CommandRunner> logger)
{
    private const int Attempts = 4;

    /// <summary>Carries a command out, whole or not at all. Refusals and lost races are values.</summary>
    public async Task<Answer> RunAsync(Command command, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            try
            {
                return await TryAsync(db, command, cancellationToken);
            }
            catch (Exception exception) when (attempt < Attempts && db.IsPassing(exception))
            {
                Logs.CommandRunsAgain(logger, command.Kind, command.Id, attempt, exception);
            }
        }
    }

    private async Task<Answer> TryAsync(AccountabilityDb db, Command command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Commands.FindAsync([command.Id], cancellationToken) is { } earlier)
            return Resolve(command, earlier);

        if (command.CaseId is { } caseId)
            await db.LockCaseAsync(caseId, cancellationToken);
        // Milliseconds, so that every database gives back the very moment that the audit's hash was made of.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var directory = await machinery.Directory.CurrentAsync(db, cancellationToken);
        var scope = new CommandScope(db, command, directory.ActorOf(command.PersonId, now), directory, now, machinery);

        var answer = await command.ApplyAsync(scope, cancellationToken);
        if (answer is not Answer.Done done)
            return answer;

        db.Commands.Add(new CommandRecord
        {
            Id = command.Id, Kind = command.Kind, PersonId = command.PersonId, PayloadHash = command.PayloadHash, CaseId = command.CaseId, At = now,
            Result = done.Path,
        });
        await db.SaveChangesAsync(cancellationToken);
        await CommitAsync(transaction, command, cancellationToken);
        return done;
    }

    private async Task CommitAsync(
        Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, Command command, CancellationToken cancellationToken)
    {
        try
        {
            await transaction.CommitAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Logs.CommitUnknown(logger, command.Kind, command.Id, exception);
            await using var fresh = await databases.CreateDbContextAsync(CancellationToken.None);
            if (!await fresh.Commands.AnyAsync(record => record.Id == command.Id, CancellationToken.None))
                throw;
        }
    }

    private static Answer Resolve(Command command, CommandRecord earlier) =>
        earlier.PayloadHash == command.PayloadHash ? new Answer.Done(earlier.Result, Repeated: true) : new Answer.IdReused();
}
