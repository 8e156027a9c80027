using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WorkflowAccountability.Procedure.Regulation.Book;

internal sealed class RuleSetMapping : IEntityTypeConfiguration<RuleSetVersion>
{
    public void Configure(EntityTypeBuilder<RuleSetVersion> builder)
    {
        builder.ToTable("RuleSets");
        builder.Property(version => version.Id).HasMaxLength(16);
        builder.Property(version => version.Kind).HasMaxLength(40);
        builder.HasIndex(version => version.Edition).IsUnique();
    }
}
