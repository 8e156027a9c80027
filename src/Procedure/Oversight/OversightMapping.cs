using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Oversight.Suggestions;

namespace WorkflowAccountability.Procedure.Oversight;

internal sealed class OversightMapping : IEntityTypeConfiguration<DelayExplanation>, IEntityTypeConfiguration<SupervisionOrder>, IEntityTypeConfiguration<Suggestion>
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

    public void Configure(EntityTypeBuilder<Suggestion> builder)
    {
        builder.ToTable("Suggestions").Property(said => said.Id).HasMaxLength(IdLength);
        builder.Property(said => said.WorkItemId).HasMaxLength(IdLength);
        builder.Property(said => said.PersonId).HasMaxLength(IdLength);
        builder.HasIndex(said => said.WorkItemId);
        builder.HasOne<CaseFile>().WithMany().HasForeignKey(said => said.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SupervisionOrder> builder)
    {
        builder.ToTable("SupervisionOrders").Property(order => order.Id).HasMaxLength(IdLength);
        builder.Property(order => order.InstanceId).HasMaxLength(IdLength);
        builder.Property(order => order.WorkItemId).HasMaxLength(IdLength);
        builder.HasIndex(order => order.InstanceId).IsUnique();
        builder.HasIndex(order => new { order.WorkItemId, order.Status });
        builder.HasIndex(order => new { order.Status, order.ProposedAt });
        builder.Ignore(order => order.IsAlive);
        builder.HasOne<CaseFile>().WithMany(file => file.Orders).HasForeignKey(order => order.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
