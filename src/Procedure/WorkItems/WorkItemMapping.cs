using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkflowAccountability.Procedure.Cases;

namespace WorkflowAccountability.Procedure.WorkItems;

internal sealed class WorkItemMapping : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.HasIndex(item => item.ActivityInstanceId);
        builder.HasIndex(item => new { item.CandidateKey, item.Status });
        builder.HasOne<CaseFile>().WithMany().HasForeignKey(item => item.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
