using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkflowAccountability.Procedure.Cases;

namespace WorkflowAccountability.Procedure.Documents;

internal sealed class DocumentsMapping : IEntityTypeConfiguration<Document>, IEntityTypeConfiguration<StagedFile>
{
    private const int IdLength = 32, HashLength = 64, ReferenceLength = 64;

    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("Documents").Property(document => document.Id).HasMaxLength(IdLength);
        builder.Property(document => document.Sha256).HasMaxLength(HashLength);
        builder.Property(document => document.VoidReason).HasMaxLength(VoidDocument.LongestReason);
        builder.HasIndex(document => document.Sha256);
        builder.HasOne<CaseFile>().WithMany(file => file.Documents).HasForeignKey(document => document.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StagedFile> builder)
    {
        builder.ToTable("StagedFiles").Property(file => file.Id).HasMaxLength(IdLength);
        builder.Property(file => file.Sha256).HasMaxLength(HashLength);
        builder.Property(file => file.Target).HasMaxLength(ReferenceLength);
        builder.HasIndex(file => file.Sha256);
        builder.HasIndex(file => file.At);
        builder.HasIndex(file => file.Target);
    }
}
