using WorkflowAccountability.Procedure.Cases;

namespace WorkflowAccountability.Procedure.Audit;

/// <summary>Who changed organisations, people, posts, roles or accounts, when and how: one chain for the whole site, each entry holding the hash of the one before.</summary>
public sealed class AdministrativeEntry
{
    /// <summary>From 1, without gaps.</summary>
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

    /// <summary>What was changed, JSON. Never a password.</summary>
    public required string Details { get; init; }

    /// <summary>The hash of the entry before; 64 zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over the previous hash and every field, upper hex.</summary>
    public required string Hash { get; init; }

    /// <summary>The hash that an entry with this content must have.</summary>
    public string ComputeHash() => ChainHash.Of(PreviousHash, Sequence, At, PersonId, PostText, Act, CommandId, Details);

    /// <summary>The entry that follows <paramref name="previous"/>.</summary>
    public static AdministrativeEntry After(AdministrativeEntry? previous, Actor actor, DateTimeOffset at, string act, string commandId, string details)
    {
        var (sequence, previousHash) = ((previous?.Sequence ?? 0) + 1, previous?.Hash ?? ChainHash.None);
        return new AdministrativeEntry
        {
            Sequence = sequence, At = at, PersonId = actor.PersonId, PostText = actor.PostText, Act = act, CommandId = commandId, Details = details,
            PreviousHash = previousHash, Hash = ChainHash.Of(previousHash, sequence, at, actor.PersonId, actor.PostText, act, commandId, details),
        };
    }
}
