using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Proxies;

internal sealed class ProxyMapping : IEntityTypeConfiguration<Proxy>
{
    private const int IdLength = 64;

    public void Configure(EntityTypeBuilder<Proxy> builder)
    {
        builder.ToTable("Proxies").Property(proxy => proxy.Id).HasMaxLength(IdLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(proxy => proxy.PrincipalId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(proxy => proxy.ProxyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(proxy => new { proxy.PrincipalId, proxy.Until });
        builder.HasIndex(proxy => new { proxy.ProxyId, proxy.Until });
    }
}
