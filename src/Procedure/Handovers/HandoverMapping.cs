using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Handovers;

internal sealed class HandoverMapping : IEntityTypeConfiguration<Handover>, IEntityTypeConfiguration<HandoverLine>
{
    private const int IdLength = 64;

    public void Configure(EntityTypeBuilder<Handover> builder)
    {
        builder.ToTable("Handovers").Property(handover => handover.Id).HasMaxLength(IdLength);
        builder.Property(handover => handover.Version).IsConcurrencyToken();
        builder.Ignore(handover => handover.IsOpen);
        builder.HasOne<Person>().WithMany().HasForeignKey(handover => handover.GiverId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(handover => handover.ReceiverId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(handover => new { handover.GiverId, handover.Status });
        builder.HasIndex(handover => new { handover.ReceiverId, handover.Status });
        builder.HasIndex(handover => new { handover.Status, handover.On });
    }

    public void Configure(EntityTypeBuilder<HandoverLine> builder)
    {
        builder.ToTable("HandoverLines").HasKey(line => new { line.HandoverId, line.Subject });
        builder.Property(line => line.HandoverId).HasMaxLength(IdLength);
        builder.Property(line => line.Subject).HasMaxLength(IdLength);
        builder.HasOne<Handover>().WithMany().HasForeignKey(line => line.HandoverId).OnDelete(DeleteBehavior.Cascade);
    }
}
