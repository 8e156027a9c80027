namespace WorkflowAccountability.Procedure.Cases;

/// <summary>
/// 参照《突发环境事件调查处理办法》第六条: a person for whom the case does not exist, because he is under inquiry in it or was recused. It beats every
/// grant, role, team and proxy.
/// </summary>
public sealed class Exclusion
{
    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The person.</summary>
    public required string PersonId { get; init; }

    /// <summary>Since when (UTC).</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The decision that recused him, an entry of the case; null where he is under inquiry.</summary>
    public string? DecidedBy { get; init; }
}
