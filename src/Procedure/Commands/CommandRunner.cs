using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using WorkflowAccountability.Procedure.Cases;

namespace WorkflowAccountability.Procedure.Commands;

/// <summary>
/// The one skeleton that every change goes through: command id, lock, rights, change, audit, outbox, COMMIT, and only then the answer.
/// A lost race runs the whole command again, and so does a COMMIT whose answer was lost: it finds the command's row, or it was never
/// carried out.
/// </summary>
public sealed class CommandRunner(
    IDbContextFactory<AccountabilityDb> databases, TimeProvider clock, Machinery machinery, ILogger<CommandRunner> logger)
{
    private const int Attempts = 4;

    /// <summary>Carries a command out, whole or not at all. Refusals and lost races are values.</summary>
    public async Task<Answer> RunAsync(Command command, CancellationToken cancellationToken)
    {
        var (begun, answered) = (clock.GetTimestamp(), "Failed");
        try
        {
            var answer = await RetryAsync(command, cancellationToken);
            answered = answer.GetType().Name;
            return answer;
        }
        finally
        {
            CommandMeter.Record(command.Kind, answered, clock.GetElapsedTime(begun));
        }
    }

    private async Task<Answer> RetryAsync(Command command, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            try
            {
                return await TryAsync(db, command, cancellationToken);
            }
            catch (CommitUnknownException unknown) when (attempt < Attempts)
            {
                Logs.CommitUnknown(logger, command.Kind, command.Id, unknown);
            }
            catch (Exception exception) when (attempt < Attempts && db.IsPassing(exception))
            {
                Logs.CommandRunsAgain(logger, command.Kind, command.Id, attempt, exception);
            }
        }
    }

    /// <summary>What a command would answer and open now. Everything is done as in earnest and rolled back: nothing of it stays.</summary>
    public async Task<Rehearsal> RehearseAsync(Command command, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (command.CaseId is { } caseId)
            await db.LockCaseAsync(caseId, cancellationToken);
        var answer = await command.ApplyAsync(await ScopeAsync(db, command, cancellationToken), cancellationToken);
        return Rehearsal.Of(db, answer);
    }

    private async Task<CommandScope> ScopeAsync(AccountabilityDb db, Command command, CancellationToken cancellationToken)
    {
        // Milliseconds, so that every database gives back the very moment that the audit's hash was made of.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var directory = await machinery.Directory.CurrentAsync(db, cancellationToken);
        var calendar = await machinery.Calendars.CurrentAsync(db, cancellationToken);
        var actor = command.PersonId == Actor.Clock.PersonId ? Actor.Clock : directory.ActorOf(command.PersonId, now);
        return new CommandScope(db, command, actor, directory, calendar, now, machinery);
    }

    private async Task<Answer> TryAsync(AccountabilityDb db, Command command, CancellationToken cancellationToken)
    {
        // What fails is rolled back whole: two round trips less.
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // The lock first: a sending of the same command that is on its way elsewhere has left its row, or nothing, when the lock is ours.
        if (command.CaseId is { } caseId)
            await db.LockCaseAsync(caseId, cancellationToken);
        if (await db.Commands.FindAsync([command.Id], cancellationToken) is { } earlier)
            return Resolve(command, earlier);

        var scope = await ScopeAsync(db, command, cancellationToken);
        var answer = await command.ApplyAsync(scope, cancellationToken);
        if (answer is not Answer.Done done)
            return answer;

        db.Commands.Add(new CommandRecord
        {
            Id = command.Id, Kind = command.Kind, PersonId = command.PersonId, PayloadHash = command.PayloadHash, CaseId = command.CaseId, At = scope.Now,
            Result = done.Path,
        });
        await db.SaveChangesAsync(cancellationToken);
        await CommitAsync(transaction);
        return done;
    }

    private static async Task CommitAsync(IDbContextTransaction transaction)
    {
        try
        {
            // Not to be called off by a browser that closes: half-way nobody would know.
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            throw new CommitUnknownException(exception);
        }
    }

    private static Answer Resolve(Command command, CommandRecord earlier) =>
        earlier.PayloadHash == command.PayloadHash ? new Answer.Done(earlier.Result, Repeated: true) : new Answer.IdReused();

    private sealed class CommitUnknownException(Exception inner) : Exception("The answer to the COMMIT was lost.", inner);
}
