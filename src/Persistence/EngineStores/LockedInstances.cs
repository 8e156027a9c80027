using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Procedure;

namespace WorkflowAccountability.Persistence.EngineStores;

/// <summary>
/// Reads an instance and locks its row. The queries are translated once, which raw SQL never is; the lock is added to what is sent.
/// </summary>
/// <param name="locking">Makes a statement lock what it reads.</param>
internal sealed class LockedInstances(Func<string, string> locking) : DbCommandInterceptor
{
    private const string Mark = "locks its row";

    // A compiled query belongs to one model.
    private static readonly ConditionalWeakTable<IModel, Queries> queries = [];

    private readonly ConcurrentDictionary<string, string> locked = new();

    /// <summary>The instance of an id; null when there is none.</summary>
    public static Task<WorkflowInstance?> ByIdAsync(AccountabilityDb db, string id, CancellationToken cancellationToken) =>
        queries.GetOrAdd(db.Model, static _ => new()).ById(db, id, cancellationToken);

    /// <summary>The instance that waits for a stimulus; null when none does.</summary>
    public static Task<WorkflowInstance?> WaitingForAsync(AccountabilityDb db, string stimulus, CancellationToken cancellationToken) =>
        queries.GetOrAdd(db.Model, static _ => new()).WaitingFor(db, stimulus, cancellationToken);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith($"-- {Mark}", StringComparison.Ordinal))
#pragma warning disable CA2100 // the statement that EF made, with the lock
            command.CommandText = locked.GetOrAdd(command.CommandText, Locked);
#pragma warning restore CA2100
        return ValueTask.FromResult(result);
    }

    private string Locked(string text) => locking(text) is var locks && locks != text ? locks
        : throw new InvalidOperationException($"Nothing in this statement can be locked: {text}");

    private sealed class Queries
    {
        public Func<AccountabilityDb, string, CancellationToken, Task<WorkflowInstance?>> ById { get; } = EF.CompileAsyncQuery(
            (AccountabilityDb db, string id, CancellationToken _) => db.Instances.TagWith(Mark).FirstOrDefault(row => row.Id == id));

        public Func<AccountabilityDb, string, CancellationToken, Task<WorkflowInstance?>> WaitingFor { get; } = EF.CompileAsyncQuery(
            (AccountabilityDb db, string stimulus, CancellationToken _) => db.Instances.TagWith(Mark).FirstOrDefault(
                row => row.Id == db.Bookmarks.Where(bookmark => bookmark.Stimulus == stimulus).Select(bookmark => bookmark.InstanceId).FirstOrDefault()));
    }
}
