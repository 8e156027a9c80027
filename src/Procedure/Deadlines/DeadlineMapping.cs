using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WorkflowAccountability.Procedure.Deadlines;

internal sealed class DeadlineMapping : IEntityTypeConfiguration<Deadline>, IEntityTypeConfiguration<DeadlineRung>
{
    public void Configure(EntityTypeBuilder<Deadline> builder) =>
        builder.HasMany(deadline => deadline.Rungs).WithOne().HasForeignKey(rung => rung.DeadlineId).OnDelete(DeleteBehavior.Restrict);

    public void Configure(EntityTypeBuilder<DeadlineRung> builder) => builder.ToTable("Rungs").HasIndex(rung => new { rung.Status, rung.DueAt });
}
