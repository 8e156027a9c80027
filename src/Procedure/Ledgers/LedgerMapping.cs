using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Ledgers.Restrictions;

namespace WorkflowAccountability.Procedure.Ledgers;

internal sealed class LedgerMapping : IEntityTypeConfiguration<CaseEntry>, IEntityTypeConfiguration<Exclusion>, IEntityTypeConfiguration<ApprovalRestriction>,
    IEntityTypeConfiguration<RestrictionQuery>
{
    private const int IdLength = 64, CaseIdLength = 16, SeriesLength = 1;

    public void Configure(EntityTypeBuilder<CaseEntry> builder)
    {
        builder.ToTable("CaseEntries").Property(entry => entry.Id).HasMaxLength(IdLength);
        builder.Property(entry => entry.Kind).HasMaxLength(IdLength);
        builder.Property(entry => entry.PersonId).HasMaxLength(IdLength);
        builder.Ignore(entry => entry.Label);
        builder.Property(entry => entry.Series).HasMaxLength(SeriesLength).HasDefaultValue("E");
        builder.Property(entry => entry.OtherCaseId).HasMaxLength(CaseIdLength);
        builder.HasIndex(entry => new { entry.CaseId, entry.Series, entry.Number }).IsUnique();
        builder.HasIndex(entry => entry.OtherCaseId);
        builder.HasOne<CaseFile>().WithMany(file => file.Entries).HasForeignKey(entry => entry.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Exclusion> builder)
    {
        builder.ToTable("Exclusions").HasKey(exclusion => new { exclusion.CaseId, exclusion.PersonId });
        builder.Property(exclusion => exclusion.PersonId).HasMaxLength(IdLength);
        builder.HasIndex(exclusion => exclusion.PersonId);
        builder.HasOne<CaseFile>().WithMany(file => file.Exclusions).HasForeignKey(exclusion => exclusion.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ApprovalRestriction> builder)
    {
        builder.ToTable("ApprovalRestrictions").HasKey(restriction => new { restriction.CaseId, restriction.MeasureId });
        builder.HasIndex(restriction => restriction.Start);
        builder.HasOne<CaseFile>().WithMany(file => file.ApprovalRestrictions).HasForeignKey(restriction => restriction.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RestrictionQuery> builder)
    {
        builder.ToTable("RestrictionQueries").Property(query => query.Id).HasMaxLength(IdLength);
        builder.Property(query => query.PersonId).HasMaxLength(IdLength);
        builder.HasIndex(query => query.At);
    }
}
