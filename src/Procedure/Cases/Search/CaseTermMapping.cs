using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WorkflowAccountability.Procedure.Cases.Search;

internal sealed class CaseTermMapping : IEntityTypeConfiguration<CaseTerm>
{
    private const int TermLength = 64, CaseIdLength = 16;

    public void Configure(EntityTypeBuilder<CaseTerm> builder)
    {
        builder.ToTable("CaseTerms").HasKey(term => new { term.Term, term.CaseId });
        builder.Property(term => term.Term).HasMaxLength(TermLength);
        builder.Property(term => term.CaseId).HasMaxLength(CaseIdLength);
        builder.HasIndex(term => term.CaseId);
        builder.HasOne<CaseFile>().WithMany().HasForeignKey(term => term.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
