namespace WorkflowAccountability.Procedure.Cases;

/// <summary>The two teams of a case: they sit side by side and know nothing of each other's files.</summary>
public enum TeamKind
{
    /// <summary>第八条: the investigation team approved by the prefectural government.</summary>
    Investigation,

    /// <summary>第十条第一句: the accountability team that the supervision bureau forms independently.</summary>
    Supervision,
}

/// <summary>What a member does in a team.</summary>
public enum TeamFunction
{
    /// <summary>第九条: 组长, answers for the whole investigation.</summary>
    Leader,

    /// <summary>Stands in for the leader (内部环节).</summary>
    Deputy,

    /// <summary>A member.</summary>
    Member,

    /// <summary>第八条: an environmental expert.</summary>
    EnvironmentalExpert,

    /// <summary>第八条: an industry expert.</summary>
    IndustryExpert,
}

/// <summary>A person's membership in a team of a case, with its dates. The wall follows these rows, never organisations.</summary>
public sealed class TeamMember
{
    /// <summary>Unique in the case.</summary>
    public required string Id { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>Which team.</summary>
    public required TeamKind Team { get; init; }

    /// <summary>The person.</summary>
    public required string PersonId { get; init; }

    /// <summary>The unit that he sits for.</summary>
    public required string OrganisationId { get; init; }

    /// <summary>What he does.</summary>
    public required TeamFunction Function { get; init; }

    /// <summary>Since when (UTC).</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Until when (UTC); null while he is a member.</summary>
    public DateTimeOffset? To { get; set; }
}
