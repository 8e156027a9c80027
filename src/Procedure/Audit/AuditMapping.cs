using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WorkflowAccountability.Procedure.Audit;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AdministrativeEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder) => builder.ToTable("Audit").HasKey(entry => new { entry.CaseId, entry.Sequence });

    public void Configure(EntityTypeBuilder<AdministrativeEntry> builder)
    {
        builder.ToTable("Administration").HasKey(entry => entry.Sequence);
        // Counted by the chain itself: two who write at once meet at the key.
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
    }
}
