using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkflowAccountability.Procedure.Cases;

namespace WorkflowAccountability.Procedure.Oversight;

internal sealed class OversightMapping : IEntityTypeConfiguration<DelayExplanation>
{
    private const int IdLength = 64;

    public void Configure(EntityTypeBuilder<DelayExplanation> builder)
    {
        builder.ToTable("DelayExplanations").Property(said => said.Id).HasMaxLength(IdLength);
        builder.Property(said => said.WorkItemId).HasMaxLength(IdLength);
        builder.Property(said => said.PersonId).HasMaxLength(IdLength);
        builder.HasIndex(said => said.WorkItemId);
        builder.HasOne<CaseFile>().WithMany().HasForeignKey(said => said.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
