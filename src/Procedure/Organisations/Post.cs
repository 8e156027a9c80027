namespace WorkflowAccountability.Procedure.Organisations;

/// <summary>第四条 tells these apart: who heads a body, who else leads it, who works in it.</summary>
public enum PostRank
{
    Head,
    Leader,
    Staff,
}

/// <summary>A person's post in a body from a day on, up to but not including another.</summary>
public sealed class Post
{
    public required string Id { get; init; }

    public required string PersonId { get; init; }

    public required string OrganisationId { get; init; }

    public required string Title { get; set; }

    public required PostRank Rank { get; set; }

    /// <summary>分管领域: the field the holder is in charge of (第十六条第二款), or an expert's kind and subject.</summary>
    public string? Field { get; set; }

    public required DateOnly From { get; init; }

    /// <summary>The first day on which he no longer holds it.</summary>
    public DateOnly? To { get; set; }
}
