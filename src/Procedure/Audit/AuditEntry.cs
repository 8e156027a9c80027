using WorkflowAccountability.Procedure.Cases;

namespace WorkflowAccountability.Procedure.Audit;

/// <summary>Who did what to a case, when, under which clause. Each entry carries the hash of the one before it.</summary>
public sealed class AuditEntry
{
    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The case's version that the entry belongs to; from 1, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public required string PersonId { get; init; }

    /// <summary>Unit and post on that day.</summary>
    public required string PostText { get; init; }

    /// <summary>The command's name.</summary>
    public required string Act { get; init; }

    /// <summary>The command's id.</summary>
    public required string CommandId { get; init; }

    /// <summary>The clause it was done under, or 内部环节.</summary>
    public required string Citation { get; init; }

    /// <summary>What was done, canonical JSON: stage, seat, outcome, hash of the form, version of the definition.</summary>
    public required string Details { get; init; }

    /// <summary>Whether only the supervision side may read it.</summary>
    public required bool Walled { get; init; }

    /// <summary>The hash of the entry before; 64 zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over the previous hash and every field, upper hex.</summary>
    public required string Hash { get; init; }

    /// <summary>The hash that an entry with this content must have.</summary>
    public string ComputeHash() => ChainHash.Of(PreviousHash, CaseId, Sequence, At, PersonId, PostText, Act, CommandId, Citation, Details, Walled);

    /// <summary>The entry that follows <paramref name="previous"/>.</summary>
    public static AuditEntry After(
        AuditEntry? previous, CaseFile file, Actor actor, DateTimeOffset at, string act, string commandId, string citation, string details, bool walled)
    {
        var previousHash = previous?.Hash ?? ChainHash.None;
        // 李某代张某: the post is the principal's, so both names stand with it.
        var post = actor.PrincipalId is null ? actor.PostText : $"{actor.PostText}（{actor.Name}）";
        return new AuditEntry
        {
            CaseId = file.Id, Sequence = file.Version, At = at, PersonId = actor.PersonId, PostText = post, Act = act, CommandId = commandId,
            Citation = citation, Details = details, Walled = walled, PreviousHash = previousHash,
            Hash = ChainHash.Of(previousHash, file.Id, file.Version, at, actor.PersonId, post, act, commandId, citation, details, walled),
        };
    }
}
