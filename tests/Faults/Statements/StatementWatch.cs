using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WorkflowAccountability.Faults.Statements;

/// <summary>What a context is about to do to its database, or has just done.</summary>
public enum Moment
{
    /// <summary>Before a statement is sent.</summary>
    Statement,

    /// <summary>Before COMMIT is sent.</summary>
    Commit,

    /// <summary>COMMIT took effect, and nobody knows it yet.</summary>
    Committed,
}

/// <summary>One of those moments.</summary>
public sealed record Step(Moment Moment, DbConnection Connection, DbTransaction? Transaction, string Text);

/// <summary>Shows every statement and every COMMIT to whoever watches; a watcher may throw, or kill the process.</summary>
public sealed class StatementWatch : DbCommandInterceptor, IDbTransactionInterceptor
{
    // Follows the awaits of the one who set it, so that only his own statements are seen, whatever else runs meanwhile.
    private readonly AsyncLocal<Action<Step>?> watcher = new();

    /// <summary>Sees every step of what is awaited from here on; null when nobody watches.</summary>
    public Action<Step>? Watcher
    {
        get => watcher.Value;
        set => watcher.Value = value;
    }

    /// <inheritdoc/>
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => See(command, result);

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default) => ValueTask.FromResult(See(command, result));

    /// <inheritdoc/>
    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => See(command, result);

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(See(command, result));

    /// <inheritdoc/>
    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => See(command, result);

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(See(command, result));

    /// <inheritdoc/>
    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Watcher?.Invoke(new Step(Moment.Commit, transaction.Connection!, transaction, "COMMIT"));
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc/>
    public Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Watcher?.Invoke(new Step(Moment.Committed, eventData.Context!.Database.GetDbConnection(), null, "COMMIT"));
        return Task.CompletedTask;
    }

    private T See<T>(DbCommand command, T result)
    {
        Watcher?.Invoke(new Step(Moment.Statement, command.Connection!, command.Transaction, command.CommandText));
        return result;
    }
}
