using WorkflowAccountability.Procedure.Proxies;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Organisations;

/// <summary>All rows about organisations and people, as the database holds them.</summary>
public sealed record OrganisationRegister(
    IReadOnlyList<Organisation> Organisations, IReadOnlyList<OrganisationName> Names, IReadOnlyList<OrganisationSuccession> Successions,
    IReadOnlyList<Person> People, IReadOnlyList<Post> Posts, IReadOnlyList<RoleBinding> RoleBindings)
{
    /// <summary>Who stands in for whom, past ones left out.</summary>
    public IReadOnlyList<Proxy> Proxies { get; init; } = [];

    /// <summary>Everything in the rows that contradicts itself, or points at nothing.</summary>
    public IEnumerable<string> Faults() =>
    [
        .. Twice(Organisations.Select(body => body.Id)), .. Twice(People.Select(person => person.Id)),
        .. Twice(Posts.Select(post => post.Id)), .. Twice(RoleBindings.Select(binding => binding.Id)),
        .. Unknown("a name", Names.Select(name => name.OrganisationId)), .. Unknown("a post", Posts.Select(post => post.OrganisationId)),
        .. Unknown("a role binding", RoleBindings.Select(binding => binding.OrganisationId)),
        .. Unknown("a parent", Organisations.Select(body => body.ParentId).OfType<string>()),
        .. Unknown("a succession", Successions.SelectMany(step => new[] { step.FromId, step.ToId })),
        .. Posts.Where(post => People.All(person => person.Id != post.PersonId)).Select(post =>
            $"the post {post.Id} belongs to the unknown person '{post.PersonId}'."),
        .. RoleBindings.Where(binding => !Roles.Knows(binding.Role)).Select(binding =>
            $"{binding.Id}: the role '{binding.Role}' is unknown."),
        .. Organisations.Where(body => Names.All(name => name.OrganisationId != body.Id)).Select(body => $"{body.Id}: has no name."),
        .. Names.SelectMany(name => Validity.FaultsOf(name.Name, name.ValidFrom, name.ValidTo)),
        .. Posts.SelectMany(post => Validity.FaultsOf(post.Id, post.From, post.To)),
        .. RoleBindings.SelectMany(binding => Validity.FaultsOf(binding.Id, binding.From, binding.To)),
        .. Names.GroupBy(name => name.OrganisationId).SelectMany(body => body.OrderBy(name => name.ValidFrom).Zip(
            body.OrderBy(name => name.ValidFrom).Skip(1))).Where(pair => pair.First.ValidTo != pair.Second.ValidFrom).Select(pair =>
            $"{pair.First.OrganisationId}: '{pair.Second.Name}' must begin on the day on which '{pair.First.Name}' ends."),
        .. Posts.Where(post => !HasNameFor(post.OrganisationId, post.From, post.To)).Select(post =>
            $"the post {post.Id} begins before or lasts longer than '{post.OrganisationId}'."),
        .. RoleBindings.Where(binding => !HasNameFor(binding.OrganisationId, binding.From, binding.To)).Select(binding =>
            $"{binding.Id} begins before or lasts longer than '{binding.OrganisationId}'."),
    ];

    private bool HasNameFor(string organisationId, DateOnly from, DateOnly? to)
    {
        var names = Names.Where(name => name.OrganisationId == organisationId).ToList();
        return names is [] || (names.Any(name => name.ValidFrom <= from) && names.Any(name => name.ValidTo is null || to <= name.ValidTo));
    }

    private IEnumerable<string> Unknown(string what, IEnumerable<string> ids) =>
        ids.Except(Organisations.Select(body => body.Id)).Select(id => $"{what} names the unknown organisation '{id}'.");

    private static IEnumerable<string> Twice(IEnumerable<string> ids) =>
        ids.CountBy(id => id).Where(count => count.Value > 1).Select(count => $"the id '{count.Key}' stands {count.Value} times.");
}
