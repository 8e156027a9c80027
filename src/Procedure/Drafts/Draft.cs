using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Drafts;

/// <summary>
/// What somebody has typed into a work item's form and not yet submitted. It is his alone, and gone when he has submitted. Two windows
/// that typed different things keep both: the one that was saved first, and beside it the other.
/// </summary>
public sealed class Draft
{
    /// <summary>The work item.</summary>
    public required string WorkItemId { get; init; }

    /// <summary>Who typed it, and the only one who reads it.</summary>
    public required string PersonId { get; init; }

    /// <summary>The command id of the form, so that what is submitted from a restored draft is still the same command.</summary>
    public required string CommandId { get; init; }

    /// <summary>The fields as typed, a JSON object of name and text.</summary>
    public required string Fields { get; set; }

    /// <summary>Counts from 1; a window that knows an older one has not seen what another saved.</summary>
    public required long Revision { get; set; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset SavedAt { get; set; }

    /// <summary>What a second window typed, JSON; null while there is one text only.</summary>
    public string? OtherFields { get; set; }

    /// <summary>When the second window was saved (UTC).</summary>
    public DateTimeOffset? OtherSavedAt { get; set; }
}

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.HasKey(draft => new { draft.WorkItemId, draft.PersonId });
        builder.HasIndex(draft => draft.PersonId);
        builder.HasOne<WorkItem>().WithMany().HasForeignKey(draft => draft.WorkItemId).OnDelete(DeleteBehavior.Restrict);
    }
}
