using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkflowAccountability.Engine.Bookmarks;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Engine.Journal;

namespace WorkflowAccountability.Persistence.EngineStores;

internal sealed class EngineMapping :
    IEntityTypeConfiguration<WorkflowDefinitionVersion>, IEntityTypeConfiguration<WorkflowInstance>, IEntityTypeConfiguration<StoredBookmark>,
    IEntityTypeConfiguration<JournaledBurst>, IEntityTypeConfiguration<StoredIncident>, IEntityTypeConfiguration<Errand>
{
    public void Configure(EntityTypeBuilder<WorkflowDefinitionVersion> builder)
    {
        builder.ToTable("WorkflowDefinitions").HasIndex(version => new { version.DefinitionId, version.Version }).IsUnique();
        builder.Property(version => version.Revision).IsConcurrencyToken();
        builder.Ignore(version => version.DraftedBy);
    }

    public void Configure(EntityTypeBuilder<WorkflowInstance> builder)
    {
        builder.ToTable("WorkflowInstances");
        builder.Property(instance => instance.Version).IsConcurrencyToken();
        builder.HasIndex(instance => instance.CaseId).HasFilter("\"CaseId\" IS NOT NULL");
        builder.HasOne<WorkflowDefinitionVersion>().WithMany().HasForeignKey(i => i.DefinitionVersionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StoredBookmark> builder)
    {
        builder.ToTable("Bookmarks");
        builder.HasIndex(bookmark => bookmark.InstanceId);
        // Most bookmarks wait for no moment, many for nothing that is told from outside: those take no room here.
        builder.HasIndex(bookmark => bookmark.Stimulus).HasFilter("\"Stimulus\" IS NOT NULL");
        builder.HasIndex(bookmark => bookmark.DueAt).HasFilter("\"DueAt\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<JournaledBurst> builder) =>
        builder.ToTable("Journal").HasKey(burst => new { burst.InstanceId, burst.Sequence });

    public void Configure(EntityTypeBuilder<StoredIncident> builder) => builder.ToTable("Incidents").HasIndex(incident => incident.ResolvedAt);

    public void Configure(EntityTypeBuilder<Errand> builder) => builder.ToTable("Errands").HasIndex(errand => errand.NotBefore);
}
