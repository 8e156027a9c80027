using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Proxies;

namespace WorkflowAccountability.Procedure.Organisations;

/// <summary>The directory as it stands in the database. One small row tells whether the copy in memory is still the newest, so a right that was ended a moment ago is gone in the next request.</summary>
public sealed class DirectorySource
{
    private readonly Func<AccountabilityDb, CancellationToken, Task<long>> stampOf = EF.CompileAsyncQuery(
        (AccountabilityDb db, CancellationToken cancellationToken) => db.Set<DirectoryStamp>().Select(row => row.Version).SingleOrDefault());

    private volatile OrganisationDirectory? loaded;

    /// <summary>The directory as it was when it was last read; null before. Whoever uses it compares <see cref="OrganisationDirectory.Stamp"/> with the row of
    /// that moment and shows nothing where they differ.</summary>
    public OrganisationDirectory? LastRead => loaded;

    /// <summary>The newest directory.</summary>
    public async Task<OrganisationDirectory> CurrentAsync(AccountabilityDb db, CancellationToken cancellationToken)
    {
        var stamp = await stampOf(db, cancellationToken);
        if (loaded is { } known && known.Stamp == stamp)
            return known;
        var directory = new OrganisationDirectory(new OrganisationRegister(
            await db.Organisations.AsNoTracking().ToListAsync(cancellationToken),
            await db.Set<OrganisationName>().AsNoTracking().ToListAsync(cancellationToken),
            await db.Set<OrganisationSuccession>().AsNoTracking().ToListAsync(cancellationToken),
            await db.People.AsNoTracking().ToListAsync(cancellationToken),
            await db.Posts.AsNoTracking().ToListAsync(cancellationToken),
            await db.RoleBindings.AsNoTracking().ToListAsync(cancellationToken))
        {
            Proxies = await db.Set<Proxy>().AsNoTracking().Where(proxy => proxy.EndedAt == null).ToListAsync(cancellationToken),
        })
        { Stamp = stamp };
        loaded = directory;
        return directory;
    }
}

/// <summary>The one row that every change of organisations, people, posts or roles moves on.</summary>
public sealed class DirectoryStamp
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>Grows with every change.</summary>
    public long Version { get; set; }
}
