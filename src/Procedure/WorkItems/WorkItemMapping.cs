using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Stages.HumanTask;

namespace WorkflowAccountability.Procedure.WorkItems;

internal sealed class WorkItemMapping : IEntityTypeConfiguration<WorkItem>, IEntityTypeConfiguration<SavedFilter>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.Property(item => item.Title).HasMaxLength(AddedStep.LongestTitle);
        builder.HasIndex(item => item.ActivityInstanceId);
        builder.HasIndex(item => item.BookmarkId);
        builder.Property(item => item.Place).HasMaxLength(64);
        builder.Property(item => item.LeftBy).HasMaxLength(128);
        builder.HasIndex(item => new { item.CandidateKey, item.Status, item.Place });
        builder.HasIndex(item => new { item.Status, item.Place });
        builder.HasIndex(item => new { item.Status, item.Title }).HasFilter("\"Title\" IS NOT NULL");
        builder.HasIndex(item => new { item.DelegateId, item.Status });
        builder.HasIndex(item => new { item.CaseId, item.Status });
        builder.HasOne<CaseFile>().WithMany().HasForeignKey(item => item.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SavedFilter> builder)
    {
        builder.Property(filter => filter.Name).HasMaxLength(20);
        builder.HasIndex(filter => new { filter.PersonId, filter.Name }).IsUnique();
    }
}
