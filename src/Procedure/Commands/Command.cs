using System.Security.Cryptography;
using System.Text;

namespace WorkflowAccountability.Procedure.Commands;

/// <summary>One change: it commits whole or not at all. The runner opens the transaction, records the id, locks the case and commits.</summary>
/// <param name="Id">Made when the form was opened.</param>
/// <param name="PersonId">Who gives it.</param>
public abstract record Command(string Id, string PersonId)
{
    /// <summary>The case to lock; null when the command makes one or changes none.</summary>
    public virtual string? CaseId => null;

    /// <summary>The command's name in the audit.</summary>
    public string Kind => GetType().Name;

    /// <summary>What was asked, for telling a repeat from a misuse of the id.</summary>
    protected abstract string Payload { get; }

    /// <summary>SHA-256 of kind, person and payload, upper hex.</summary>
    public string PayloadHash => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}|{PersonId}|{Payload}")));

    /// <summary>Changes what the scope has loaded; an answer other than Done rolls everything back.</summary>
    internal abstract Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken);
}
