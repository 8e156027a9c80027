using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Play;

/// <summary>
/// What a sandbox is furnished with: the organisations, roles and calendar of the house and its workflows in force, the tried version in place of its own. Its
/// officials are invented, so that nobody's name stands under what he never did; of the house's own people only those come in whom the version names.
/// </summary>
public sealed record PlayHouse(IReadOnlyList<object> Rows)
{
    /// <summary>Reads it. Nothing of the site's database is changed.</summary>
    internal static async Task<PlayHouse> ReadAsync(AccountabilityDb site, PlayVersion version, DateOnly day, CancellationToken cancellationToken)
    {
        var organisations = await site.Organisations.AsNoTracking().ToListAsync(cancellationToken);
        var names = await site.Set<OrganisationName>().AsNoTracking().ToListAsync(cancellationToken);
        var (people, posts) = await PeopleAsync(site, version, organisations, names, day, cancellationToken);
        return new PlayHouse([
            .. organisations, .. names, .. people, .. posts,
            .. await site.Set<OrganisationSuccession>().AsNoTracking().ToListAsync(cancellationToken),
            .. await site.RoleBindings.AsNoTracking().ToListAsync(cancellationToken),
            .. await site.CalendarNotices.AsNoTracking().ToListAsync(cancellationToken),
            new DirectoryStamp { Version = 1 },
            .. await version.BesideAsync(site, cancellationToken),
        ]);
    }

    private static async Task<(List<Person> People, List<Post> Posts)> PeopleAsync(
        AccountabilityDb site, PlayVersion version, List<Organisation> organisations, List<OrganisationName> names, DateOnly day,
        CancellationToken cancellationToken)
    {
        var known = organisations.Select(body => body.Id).ToHashSet();
        var seed = OrganisationSeed.Load();
        List<Post> posts = [.. seed.Posts.Where(post => known.Contains(post.OrganisationId))];
        List<Person> people = [.. seed.People.Where(person => posts.Exists(post => post.PersonId == person.Id))];

        var ids = await site.People.Select(person => person.Id).ToListAsync(cancellationToken);
        var named = ids.Where(id => version.Json.Contains(id, StringComparison.Ordinal) && people.TrueForAll(person => person.Id != id)).ToList();
        people.AddRange(await site.People.AsNoTracking().Where(person => named.Contains(person.Id))
            .Select(person => new Person { Id = person.Id, Name = person.Name }).ToListAsync(cancellationToken));
        posts.AddRange(await site.Posts.AsNoTracking().Where(post => named.Contains(post.PersonId)).ToListAsync(cancellationToken));

        // An office that the seed does not know has somebody too, or a step that goes to it could not be tried.
        foreach (var name in names.Where(name => name.ValidFrom <= day && (name.ValidTo is null || day < name.ValidTo)
            && !posts.Exists(post => post.OrganisationId == name.OrganisationId && (post.To is null || post.To > day))).ToList())
        {
            var id = $"play-{name.OrganisationId}";
            people.Add(new Person { Id = id, Name = Text.Of<PlayTexts>("Stranger").ToString() });
            posts.Add(new Post
            {
                Id = id, PersonId = id, OrganisationId = name.OrganisationId, Title = Text.Of<PlayTexts>("Stranger.Post").ToString(), Rank = PostRank.Head, From = name.ValidFrom,
            });
        }
        return (people, posts);
    }
}
