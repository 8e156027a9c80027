using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Organisations;

/// <summary>The shipped organisations of the prefecture and the invented officials of the demonstration.</summary>
public static class OrganisationSeed
{
    /// <summary>New objects at every call, for a database to keep.</summary>
    public static OrganisationRegister Load()
    {
        var bodies = DataFile.Read<OrganisationFile>("Organisations/organisations.json", _ => []);
        var people = DataFile.Read<PeopleFile>("Organisations/people.json", _ => []);
        var register = Register(bodies, people);
        string[] faults = [.. register.Faults()];
        return faults is [] ? register : throw new InvalidDataFileException("Organisations", faults);
    }

    private static OrganisationRegister Register(OrganisationFile bodies, PeopleFile people) => new(
        [.. bodies.Organisations.Select(body => new Organisation
            { Id = body.Id, Kind = body.Kind, Level = body.Level, ParentId = body.ParentId })],
        [.. bodies.Organisations.SelectMany(body => body.Names, (body, name) => new OrganisationName
            {
                OrganisationId = body.Id, Name = name.Name, ShortName = name.ShortName,
                ValidFrom = name.ValidFrom, ValidTo = name.ValidTo, Basis = name.Basis,
            })],
        bodies.Successions,
        [.. people.People.Select(person => new Person { Id = person.Id, Name = person.Name })],
        [.. people.People.SelectMany(person => person.Posts.Select((post, index) => new Post
            {
                Id = $"{person.Id}-{index + 1}", PersonId = person.Id, OrganisationId = post.OrganisationId,
                Title = post.Title, Rank = post.Rank, Field = post.Field, From = post.From, To = post.To,
            }))],
        [.. bodies.RoleBindings.Select(binding => new RoleBinding
            {
                Id = $"{binding.Role.ToLowerInvariant().Replace('_', '-')}-{binding.OrganisationId}",
                Role = binding.Role, OrganisationId = binding.OrganisationId, From = binding.From, To = binding.To,
            })]);

    private sealed record OrganisationFile(string Note, IReadOnlyList<Body> Organisations,
        IReadOnlyList<OrganisationSuccession> Successions, IReadOnlyList<Binding> RoleBindings);

    private sealed record Body(string Id, OrganisationKind Kind, AdministrativeLevel Level, string? ParentId, IReadOnlyList<NameRow> Names);

    private sealed record NameRow(string Name, string ShortName, DateOnly ValidFrom, DateOnly? ValidTo, string Basis);

    private sealed record Binding(string Role, string OrganisationId, DateOnly From, DateOnly? To);

    private sealed record PeopleFile(string Note, IReadOnlyList<Individual> People);

    private sealed record Individual(string Id, string Name, IReadOnlyList<PostRow> Posts);

    private sealed record PostRow(string OrganisationId, string Title, PostRank Rank, DateOnly From, DateOnly? To, string? Field = null);
}
