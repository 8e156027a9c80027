using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Engine.Journal;
using WorkflowAccountability.Procedure;

namespace WorkflowAccountability.Persistence.EngineStores;

/// <summary>
/// The skeleton of every step without a case: transaction, lock, burst, rows, COMMIT, and only then the answer and what is asked of others.
/// A lost race runs the step again; a COMMIT whose answer was lost is looked up in the journal.
/// </summary>
internal sealed class WorkflowRuntime(
    IDbContextFactory<AccountabilityDb> databases, RunnableDefinitions definitions, TimeProvider clock, ILogger<WorkflowRuntime> logger) : IWorkflowRuntime
{
    private const int Attempts = 4, MostTries = 10, MostAtOnce = 1_000, Batch = 200;

    private readonly WorkflowRunner runner = new(new() { FaultsAsDefined = true, JournalsValues = true });

    public async Task<StepAnswer> StartAsync(WorkflowStart start, CancellationToken cancellationToken)
    {
        var named = start with { InstanceId = start.InstanceId ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)) };
        var answer = await RunAsync(step => step.StartAsync(named, cause: null, cancellationToken), cancellationToken);
        return answer is StepAnswer.TooLate { State: var known } && known.DefinitionId == start.DefinitionId ? new StepAnswer.Done(known) : answer;
    }

    public Task<StepAnswer> ResumeAsync(string instanceId, string bookmarkId, JsonNode? input, CancellationToken cancellationToken) =>
        RunAsync(step => step.ResumeAsync(instanceId, bookmarkId, input, cancellationToken), cancellationToken);

    public Task<StepAnswer> CompleteTaskAsync(string taskId, JsonNode? result, CancellationToken cancellationToken) =>
        RunAsync(step => step.CompleteTaskAsync(taskId, result, cancellationToken), cancellationToken);

    public Task<StepAnswer> RetryAsync(string instanceId, string activityInstanceId, CancellationToken cancellationToken) =>
        RunAsync(step => step.RetryAsync(instanceId, activityInstanceId, cancellationToken), cancellationToken);

    public Task<StepAnswer> CancelAsync(string instanceId, string reason, CancellationToken cancellationToken) =>
        RunAsync(step => step.CancelAsync(instanceId, reason, cancellationToken), cancellationToken);

    public async Task<int> PublishAsync(string eventName, string? correlationId, JsonNode? payload, CancellationToken cancellationToken)
    {
        var told = Errand.Tell(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), "",
            new EventPublished(eventName, correlationId, IsLocal: false, payload), Now);
        var (count, errands) = await TryAsync(step => step.TellAsync(told, cancellationToken), isToCommit: _ => true, cancellationToken);
        await DeliverAsync(errands, cancellationToken);
        return count;
    }

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = Now;
        var due = await db.Bookmarks.Where(bookmark => bookmark.DueAt <= now && db.Instances.Any(row => row.Id == bookmark.InstanceId && row.CaseId == null))
            .OrderBy(bookmark => bookmark.DueAt).Select(bookmark => new { bookmark.InstanceId, bookmark.Id }).Take(Batch).ToListAsync(cancellationToken);
        foreach (var bookmark in due)
            await ResumeAsync(bookmark.InstanceId, bookmark.Id, input: null, cancellationToken);
        await DeliverAsync(await db.Set<Errand>().Where(errand => errand.NotBefore <= now).OrderBy(errand => errand.NotBefore).Select(errand => errand.Id)
            .Take(Batch).ToListAsync(cancellationToken), cancellationToken);
    }

    // Milliseconds, as the procedure's commands have it: every database gives back the very moment.
    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    private async Task<StepAnswer> RunAsync(Func<InstanceStep, Task<StepAnswer>> act, CancellationToken cancellationToken)
    {
        var (answer, errands) = await TryAsync(act, isToCommit: answer => answer is StepAnswer.Done, cancellationToken);
        if (errands.Count == 0)
            return answer;
        await DeliverAsync(errands, cancellationToken);
        return answer is StepAnswer.Done { State: var state } ? new StepAnswer.Done(await StateAsync(state.InstanceId, cancellationToken)) : answer;
    }

    private async Task<(T Answer, IReadOnlyList<string> Errands)> TryAsync<T>(
        Func<InstanceStep, Task<T>> act, Func<T, bool> isToCommit, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            try
            {
                // What fails is rolled back whole.
                db.Database.AutoSavepointsEnabled = false;
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                var step = new InstanceStep(db, runner, definitions, Now);
                var answer = await act(step);
                if (!isToCommit(answer))
                    return (answer, []);
                await db.SaveChangesAsync(cancellationToken);
                try
                {
                    // Not to be called off by a browser that closes: half-way nobody would know.
                    await transaction.CommitAsync(CancellationToken.None);
                }
                catch (Exception unknown) when (attempt < Attempts)
                {
                    Logs.CommitUnknown(logger, unknown);
                    if (!await IsCommittedAsync(db, cancellationToken))
                        continue;
                }
                return (answer, step.Errands);
            }
            catch (Exception exception) when (attempt < Attempts && db.IsPassing(exception))
            {
                Logs.StepRunsAgain(logger, attempt, exception);
            }
        }
    }

    // A step leaves a row in the journal that no other can leave.
    private async Task<bool> IsCommittedAsync(AccountabilityDb lost, CancellationToken cancellationToken)
    {
        if (lost.ChangeTracker.Entries<JournaledBurst>().FirstOrDefault()?.Entity is not { } left)
            return false;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Journal.AnyAsync(row => row.InstanceId == left.InstanceId && row.Sequence == left.Sequence
            && row.Timestamp == left.Timestamp && row.Entries == left.Entries, cancellationToken);
    }

    // What is left over, and what fails, the next sweep finds.
    private async Task DeliverAsync(IReadOnlyList<string> errands, CancellationToken cancellationToken)
    {
        var open = new Queue<string>(errands);
        for (var count = 0; count < MostAtOnce && open.TryDequeue(out var id); count++)
            foreach (var next in await DeliverAsync(id, cancellationToken))
                open.Enqueue(next);
    }

    private async Task<IReadOnlyList<string>> DeliverAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return (await TryAsync(step => step.DeliverAsync(id, cancellationToken), isToCommit: delivered => delivered, cancellationToken)).Errands;
        }
        catch (Exception fault) when (fault is not OperationCanceledException) // it stays in its row, with the reason, and is tried again
        {
            Logs.ErrandFailed(logger, id, fault);
            await PostponeAsync(id, fault, cancellationToken);
            return [];
        }
    }

    private async Task PostponeAsync(string id, Exception fault, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Set<Errand>().SingleOrDefaultAsync(errand => errand.Id == id, cancellationToken) is not { } failed)
            return;
        failed.LastError = fault.Message;
        failed.NotBefore = ++failed.Attempts < MostTries ? Now + TimeSpan.FromMinutes(Math.Pow(2, failed.Attempts - 1)) : null;
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<WorkflowState> StateAsync(string instanceId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return WorkflowState.Parse(await db.Instances.Where(row => row.Id == instanceId).Select(row => row.State).SingleAsync(cancellationToken));
    }
}
