using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WorkflowAccountability.Procedure.Commands;

internal sealed class CommandMapping : IEntityTypeConfiguration<CommandRecord>
{
    public void Configure(EntityTypeBuilder<CommandRecord> builder) => builder.ToTable("Commands").Property(command => command.Id).HasMaxLength(64);
}
