using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkflowAccountability.Procedure.Cases;

namespace WorkflowAccountability.Procedure.WorkItems.Verbs;

internal sealed class VerbMapping : IEntityTypeConfiguration<RecallPoint>, IEntityTypeConfiguration<RecalledSubmission>,
    IEntityTypeConfiguration<AskedOpinion>, IEntityTypeConfiguration<Urge>
{
    private const int IdLength = 64;

    public void Configure(EntityTypeBuilder<RecallPoint> builder)
    {
        builder.ToTable("RecallPoints").HasKey(point => point.WorkItemId);
        builder.HasOne<CaseFile>().WithMany().HasForeignKey(point => point.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RecalledSubmission> builder)
    {
        builder.ToTable("RecalledSubmissions").Property(recalled => recalled.Id).HasMaxLength(IdLength);
        builder.HasOne<CaseFile>().WithMany().HasForeignKey(recalled => recalled.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AskedOpinion> builder)
    {
        builder.ToTable("AskedOpinions").Property(asked => asked.Id).HasMaxLength(IdLength);
        builder.Property(asked => asked.WorkItemId).HasMaxLength(IdLength);
        builder.Property(asked => asked.AskedOf).HasMaxLength(IdLength);
        builder.HasIndex(asked => asked.WorkItemId);
        builder.HasIndex(asked => asked.AskedOf);
        builder.Ignore(asked => asked.IsAwaited);
        builder.HasOne<CaseFile>().WithMany().HasForeignKey(asked => asked.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Urge> builder)
    {
        builder.ToTable("Urges").Property(urge => urge.Id).HasMaxLength(IdLength);
        builder.Property(urge => urge.WorkItemId).HasMaxLength(IdLength);
        builder.Property(urge => urge.PersonId).HasMaxLength(IdLength);
        // Once per item, person and working day, however many nodes hear of it at once.
        builder.HasIndex(urge => new { urge.WorkItemId, urge.PersonId, urge.On }).IsUnique();
        builder.HasOne<CaseFile>().WithMany().HasForeignKey(urge => urge.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
