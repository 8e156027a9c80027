using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkflowAccountability.Procedure.Papers;

namespace WorkflowAccountability.Procedure.Disclosure;

internal sealed class DisclosureMapping : IEntityTypeConfiguration<PublicEdition>, IEntityTypeConfiguration<EditionFile>
{
    private const int IdLength = 32, HashLength = 64, TitleLength = 400;

    public void Configure(EntityTypeBuilder<PublicEdition> builder)
    {
        builder.ToTable("PublicEditions").Property(edition => edition.Id).HasMaxLength(IdLength);
        builder.Property(edition => edition.SeriesId).HasMaxLength(IdLength);
        builder.Property(edition => edition.PaperSha256).HasMaxLength(HashLength);
        builder.Property(edition => edition.Sha256).HasMaxLength(HashLength);
        builder.Property(edition => edition.Title).HasMaxLength(TitleLength);
        builder.Property(edition => edition.Version).IsConcurrencyToken();
        builder.HasIndex(edition => new { edition.SeriesId, edition.Number }).IsUnique();
        builder.HasIndex(edition => new { edition.Status, edition.ReleasedAt });
        builder.HasIndex(edition => edition.CaseId);
        builder.HasOne<Paper>().WithMany().HasForeignKey(edition => edition.PaperId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<EditionFile> builder)
    {
        builder.ToTable("EditionFiles").HasKey(file => file.EditionId);
        builder.HasOne<PublicEdition>().WithOne().HasForeignKey<EditionFile>(file => file.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}
