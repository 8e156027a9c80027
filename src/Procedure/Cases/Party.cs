namespace WorkflowAccountability.Procedure.Cases;

/// <summary>第二条: a unit (责任单位) or a person (责任人) under inquiry. A person who is a party knows nothing of the case: exclusion beats every grant.</summary>
public sealed class Party
{
    /// <summary>Unique in the case: P1, P2 …</summary>
    public required string Id { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The unit, or the person's unit at the time of the act.</summary>
    public string? OrganisationId { get; init; }

    /// <summary>The person where he is in the directory; null for a unit or an outsider.</summary>
    public string? PersonId { get; init; }

    /// <summary>The name as it stands in the file.</summary>
    public required string Name { get; init; }

    /// <summary>时任职务: the post on the date of the act; null for a unit.</summary>
    public string? PostAtTheTime { get; init; }

    /// <summary>Whether it is a person.</summary>
    public required bool IsPerson { get; init; }

    /// <summary>另案处理: the case in which it is inquired into instead; null where it is this one.</summary>
    public string? SplitInto { get; set; }

    /// <summary>Since when it is under inquiry (UTC).</summary>
    public required DateTimeOffset Since { get; init; }
}
