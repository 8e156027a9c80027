using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WorkflowAccountability.Procedure.Organisations;

internal sealed class OrganisationsMapping :
    IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<OrganisationName>, IEntityTypeConfiguration<OrganisationSuccession>,
    IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Post>, IEntityTypeConfiguration<RoleBinding>, IEntityTypeConfiguration<DirectoryStamp>,
    IEntityTypeConfiguration<Official>
{
    public void Configure(EntityTypeBuilder<Organisation> builder) => builder.HasKey(body => body.Id);

    public void Configure(EntityTypeBuilder<OrganisationName> builder)
    {
        builder.HasKey(name => new { name.OrganisationId, name.ValidFrom });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(name => name.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<OrganisationSuccession> builder) => builder.HasKey(step => new { step.FromId, step.ToId, step.Date });

    public void Configure(EntityTypeBuilder<Person> builder) => builder.HasKey(person => person.Id);

    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.HasOne<Person>().WithMany().HasForeignKey(post => post.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(post => post.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RoleBinding> builder) =>
        builder.HasOne<Organisation>().WithMany().HasForeignKey(binding => binding.OrganisationId).OnDelete(DeleteBehavior.Restrict);

    public void Configure(EntityTypeBuilder<DirectoryStamp> builder) => builder.Property(stamp => stamp.Version).IsConcurrencyToken();

    public void Configure(EntityTypeBuilder<Official> builder) => builder.HasIndex(official => official.PersonId).IsUnique();
}
