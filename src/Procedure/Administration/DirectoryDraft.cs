using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Administration;

/// <summary>All rows of the directory while they are being changed. Saved they are the new directory; thrown away they were a preview.</summary>
internal sealed class DirectoryDraft
{
    private readonly AccountabilityDb db;

    private DirectoryDraft(AccountabilityDb db, DateOnly today) => (this.db, Today) = (db, today);

    public DateOnly Today { get; }

    public List<Organisation> Organisations { get; private init; } = [];

    public List<OrganisationName> Names { get; private init; } = [];

    public List<OrganisationSuccession> Successions { get; private init; } = [];

    public List<Person> People { get; private init; } = [];

    public List<Post> Posts { get; private init; } = [];

    public List<RoleBinding> RoleBindings { get; private init; } = [];

    public static async Task<DirectoryDraft> LoadAsync(AccountabilityDb db, DateOnly today, CancellationToken cancellationToken) => new(db, today)
    {
        Organisations = await db.Organisations.ToListAsync(cancellationToken), Names = await db.Set<OrganisationName>().ToListAsync(cancellationToken),
        Successions = await db.Set<OrganisationSuccession>().ToListAsync(cancellationToken), People = await db.People.ToListAsync(cancellationToken),
        Posts = await db.Posts.ToListAsync(cancellationToken), RoleBindings = await db.RoleBindings.ToListAsync(cancellationToken),
    };

    /// <summary>The directory as the changes so far have made it.</summary>
    public OrganisationDirectory Directory() => new(Register());

    public OrganisationRegister Register() =>
        new([.. Organisations], [.. Names], [.. Successions], [.. People], [.. Posts], [.. RoleBindings]);

    public void Add<TRow>(List<TRow> rows, TRow row) where TRow : class
    {
        rows.Add(row);
        db.Add(row);
    }

    public bool Knows(string organisationId) => Organisations.Exists(body => body.Id == organisationId);

    public string NameOfPerson(string personId) => People.Find(person => person.Id == personId)?.Name ?? personId;

    /// <summary>The last name of a body, by which it is called in sentences; the id where there is none.</summary>
    public string NameOf(string organisationId) => LastName(organisationId)?.Name ?? organisationId;

    public OrganisationName? LastName(string organisationId) =>
        Names.Where(name => name.OrganisationId == organisationId).MaxBy(name => name.ValidFrom);

    /// <summary>Whether a body exists from a day on, for as long as is known.</summary>
    public bool Lasts(string organisationId, DateOnly from) => Names.Exists(name => name.OrganisationId == organisationId && name.ValidFrom <= from)
        && LastName(organisationId)!.ValidTo is null;

    /// <summary>An id for a new row of somebody or something: its own, and the next number.</summary>
    public static string NextId(string of, IEnumerable<string> taken)
    {
        var known = taken.ToHashSet(StringComparer.Ordinal);
        for (var number = 1; ; number++)
            if (!known.Contains($"{of}-{number}"))
                return $"{of}-{number}";
    }
}
