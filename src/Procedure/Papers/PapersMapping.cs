using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkflowAccountability.Procedure.Cases;

namespace WorkflowAccountability.Procedure.Papers;

internal sealed class PapersMapping :
    IEntityTypeConfiguration<Paper>, IEntityTypeConfiguration<PaperSignature>, IEntityTypeConfiguration<PaperFile>, IEntityTypeConfiguration<PaperRegister>
{
    private const int IdLength = 32, CodeLength = 40, NumberLength = 80, HashLength = 64, TitleLength = 400;

    public void Configure(EntityTypeBuilder<Paper> builder)
    {
        builder.ToTable("Papers").Property(paper => paper.Id).HasMaxLength(IdLength);
        builder.Property(paper => paper.Kind).HasMaxLength(CodeLength);
        builder.Property(paper => paper.Code).HasMaxLength(CodeLength);
        builder.Property(paper => paper.Title).HasMaxLength(TitleLength);
        builder.Property(paper => paper.Sha256).HasMaxLength(HashLength);
        builder.Property(paper => paper.Number).HasMaxLength(NumberLength);
        builder.Property(paper => paper.Version).IsConcurrencyToken();
        builder.HasIndex(paper => paper.Number).IsUnique();
        builder.HasIndex(paper => new { paper.Code, paper.Year, paper.Ordinal });
        builder.HasOne<CaseFile>().WithMany().HasForeignKey(paper => paper.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(paper => paper.Signatures).WithOne().HasForeignKey(signature => signature.PaperId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PaperSignature> builder) =>
        builder.ToTable("PaperSignatures").HasKey(signature => new { signature.PaperId, signature.OrganisationId });

    public void Configure(EntityTypeBuilder<PaperFile> builder)
    {
        builder.ToTable("PaperFiles").HasKey(file => file.PaperId);
        builder.HasOne<Paper>().WithOne().HasForeignKey<PaperFile>(file => file.PaperId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PaperRegister> builder)
    {
        builder.ToTable("PaperRegisters").HasKey(register => new { register.Code, register.Year });
        builder.Property(register => register.Code).HasMaxLength(CodeLength);
        builder.Property(register => register.Last).IsConcurrencyToken();
    }
}
