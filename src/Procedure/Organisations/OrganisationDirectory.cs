using System.Text.RegularExpressions;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Proxies;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Organisations;

/// <summary>Who is what on a day: names, roles and posts as they were then. It never changes; a changed register makes a new one.</summary>
public sealed partial class OrganisationDirectory(OrganisationRegister register)
{
    private static readonly Lazy<OrganisationDirectory> ReadOnce = new(() => new(OrganisationSeed.Load()));

    private readonly Dictionary<string, Organisation> organisations = register.Organisations.ToDictionary(body => body.Id);
    private readonly Dictionary<string, Person> people = register.People.ToDictionary(person => person.Id);
    private readonly ILookup<string, OrganisationName> names =
        register.Names.OrderBy(name => name.ValidFrom).ToLookup(name => name.OrganisationId);
    private readonly ILookup<string, Post> posts = register.Posts.ToLookup(post => post.PersonId);
    private readonly ILookup<string, RoleBinding> bindings = register.RoleBindings.ToLookup(binding => binding.OrganisationId);
    private readonly ILookup<string, string> successors = register.Successions
        .OrderBy(step => step.Date).ToLookup(step => step.FromId, step => step.ToId);

    /// <summary>The directory of the shipped rows.</summary>
    public static OrganisationDirectory Shipped => ReadOnce.Value;

    /// <summary>The <see cref="DirectoryStamp"/> it was read at; 0 where it does not come from a database.</summary>
    public long Stamp { get; init; }

    public bool KnowsOrganisation(string organisationId) => organisations.ContainsKey(organisationId);

    public bool KnowsPerson(string personId) => people.ContainsKey(personId);

    public Organisation? Organisation(string organisationId) => organisations.GetValueOrDefault(organisationId);

    /// <summary>
    /// The full name on a day; before the first the first, after the last the last, since old files still name the body.
    /// An unknown id stands for itself, so that a refusal can say what was typed.
    /// </summary>
    public string NameOf(string organisationId, DateOnly on) => NameRow(organisationId, on)?.Name ?? organisationId;

    /// <summary>The short name on a day, as running text uses it: 州环保局.</summary>
    public string ShortNameOf(string organisationId, DateOnly on) => NameRow(organisationId, on)?.ShortName ?? organisationId;

    /// <summary>The person's name; an unknown id stands for itself.</summary>
    public string NameOfPerson(string personId) => people.GetValueOrDefault(personId)?.Name ?? personId;

    /// <summary>Whether the body has a name on that day: before its making and after its end it has none.</summary>
    public bool Exists(string organisationId, DateOnly on) =>
        names[organisationId].Any(name => Validity.Covers(name.ValidFrom, name.ValidTo, on));

    /// <summary>The ids of the bodies that play a role on a day.</summary>
    public IReadOnlyList<string> OrganisationsFor(string role, DateOnly on) =>
        [.. register.Organisations.Select(body => body.Id).Where(id => Exists(id, on) && Plays(id, role, on))];

    /// <summary>The row that binds a body to a role on a day; null where it does not play it, or as any office does.</summary>
    public RoleBinding? BindingOf(string organisationId, string role, DateOnly on) =>
        bindings[organisationId].FirstOrDefault(binding => binding.Role == role && Validity.Covers(binding.From, binding.To, on));

    /// <summary>The ids of the people who have a role on a day.</summary>
    public IReadOnlyList<string> PeopleFor(string role, DateOnly on) =>
        [.. register.People.Select(person => person.Id).Where(id => RolesOf(id, on).Contains(role))];

    /// <summary>The ids of the people who hold a post in the body on a day.</summary>
    public IReadOnlyList<string> PeopleOf(string organisationId, DateOnly on) =>
        [.. register.People.Select(person => person.Id).Where(id => PostsOf(id, on).Any(post => post.OrganisationId == organisationId))];

    /// <summary>The roles of everybody's bodies on a day; a person without a post has none.</summary>
    public IReadOnlySet<string> RolesOf(string personId, DateOnly on) =>
        PostsOf(personId, on).SelectMany(post => Roles.All.Select(role => role.Code).Where(role => Plays(post.OrganisationId, role, on)))
            .ToHashSet();

    /// <summary>The posts held on a day, the first taken up first.</summary>
    public IReadOnlyList<Post> PostsOf(string personId, DateOnly on) =>
        [.. posts[personId].Where(post => Validity.Covers(post.From, post.To, on)).OrderBy(post => post.From)];

    /// <summary>Every post he ever held, the first taken up first.</summary>
    public IReadOnlyList<Post> HistoryOf(string personId) => [.. posts[personId].OrderBy(post => post.From)];

    /// <summary>The posts, past and present, of those who headed or led a body.</summary>
    public IReadOnlyList<Post> LeadersOf(string organisationId) =>
        [.. register.Posts.Where(post => post.OrganisationId == organisationId && post.Rank is not PostRank.Staff).OrderBy(post => post.From)];

    /// <summary>The other bodies of a kind that share the place in their name: 中共阜康市委员会 and 阜康市人民政府.</summary>
    public IReadOnlyList<string> Beside(Organisation body) =>
    [
        .. register.Organisations.Where(other => other.Id != body.Id && other.Level == body.Level && PlaceOf(other) is { } place && place == PlaceOf(body))
            .Select(other => other.Id),
    ];

    /// <summary>The bodies that stand under another.</summary>
    public IReadOnlyList<string> Under(string organisationId) =>
        [.. register.Organisations.Where(body => body.ParentId == organisationId).Select(body => body.Id)];

    /// <summary>The posts in words that he holds, or held last; empty for somebody who never held one.</summary>
    public string LastPostOf(string personId, DateOnly on) => PostOf(personId, on) is { Length: > 0 } held ? held
        : posts[personId].Where(post => post.To is not null).MaxBy(post => post.To) is { } last
            ? $"{ShortNameOf(last.OrganisationId, last.To!.Value.AddDays(-1))}{last.Title}" : "";

    /// <summary>The body of the post that he holds or held last; null for somebody who never held one.</summary>
    public string? LastOrganisationOf(string personId) =>
        posts[personId].OrderBy(post => post.To is null).ThenBy(post => post.To).ThenBy(post => post.From).LastOrDefault()?.OrganisationId;

    /// <summary>The posts in words, under the names of that day: 州环保局副局长; empty for somebody without a post.</summary>
    public string PostOf(string personId, DateOnly on) =>
        string.Join("、", PostsOf(personId, on).Select(post => $"{ShortNameOf(post.OrganisationId, on)}{post.Title}"));

    /// <summary>All posts held on a day.</summary>
    public IReadOnlyList<Post> PostsOn(DateOnly on) => [.. register.Posts.Where(post => Validity.Covers(post.From, post.To, on))];

    /// <summary>The ids of the bodies that exist on a day.</summary>
    public IReadOnlyList<string> OrganisationsOn(DateOnly on) =>
        [.. register.Organisations.Select(body => body.Id).Where(id => Exists(id, on))];

    /// <summary>Everybody who is known, by id.</summary>
    public IReadOnlyList<Person> AllPeople => [.. register.People.OrderBy(person => person.Id, StringComparer.Ordinal)];

    /// <summary>The roles that a body plays on a day.</summary>
    public IReadOnlyList<RoleBinding> BindingsOf(string organisationId, DateOnly on) =>
        [.. bindings[organisationId].Where(binding => Validity.Covers(binding.From, binding.To, on))];

    /// <summary>The ids of the people who hold a post on a day.</summary>
    public IReadOnlyList<string> PeopleOn(DateOnly on) => [.. people.Keys.Where(id => PostsOf(id, on) is not [])];

    /// <summary>The ids of the bodies that ever had a name, long or short, with this text in it.</summary>
    public IReadOnlyList<string> Search(string text) =>
    [
        .. register.Organisations.Select(body => body.Id).Where(id => names[id].Any(name =>
            name.Name.Contains(text, StringComparison.Ordinal) || name.ShortName.Contains(text, StringComparison.Ordinal))),
    ];

    /// <summary>The ids of the bodies that took over, directly or in turn, nearest first.</summary>
    public IReadOnlyList<string> SuccessorsOf(string organisationId)
    {
        var found = new List<string>(successors[organisationId]);
        for (var next = 0; next < found.Count; next++)
            found.AddRange(successors[found[next]].Except([organisationId, .. found]).ToList());
        return found;
    }

    /// <summary>
    /// Somebody as he acts at a moment: his posts of that day, the roles they carry, and for whom he stands in. Without a post he has none, and
    /// nobody stands in for him or is stood in for by him.
    /// </summary>
    public Actor ActorOf(string personId, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        var own = OwnRightsOf(personId, today);
        var proxies = own.IsInOffice ? register.Proxies.Where(proxy => proxy.Holds(today)
            && PostsOf(proxy.PrincipalId, today) is not [] && PostsOf(proxy.ProxyId, today) is not []).ToList() : [];
        return proxies.Count == 0 ? own : own with
        {
            Represents = [.. proxies.Where(proxy => proxy.ProxyId == personId).Select(proxy => Side(proxy, proxy.PrincipalId))],
            RepresentedBy = [.. proxies.Where(proxy => proxy.PrincipalId == personId).Select(proxy => Side(proxy, proxy.ProxyId))],
        };

        // Without what the other stands in for: a proxy is not passed on.
        Representation Side(Proxy proxy, string other) => new(proxy.Id, OwnRightsOf(other, today), proxy.StageSet(), proxy.Until);
    }

    private Actor OwnRightsOf(string personId, DateOnly today)
    {
        var held = PostsOf(personId, today);
        return new Actor(personId, NameOfPerson(personId), held.Count > 0 ? held[0].OrganisationId : "", PostOf(personId, today),
            held.SelectMany(post => Roles.All.Where(role => Plays(post.OrganisationId, role.Code, today))
                .Select(role => (role.Code, post.OrganisationId))).ToHashSet()) { IsHead = held.Any(post => post.Rank is PostRank.Head) };
    }

    private bool Plays(string organisationId, string role, DateOnly on) => role == Roles.AnyOffice
        ? organisations[organisationId].Kind is not OrganisationKind.ExpertPool
        : BindingOf(organisationId, role, on) is not null;

    // The register knows no places: the name tells.
    private string? PlaceOf(Organisation body) =>
        body.Kind is OrganisationKind.PartyCommittee or OrganisationKind.Government or OrganisationKind.County or OrganisationKind.Park
            ? names[body.Id].Select(name => Seat().Replace(name.Name, "")).FirstOrDefault() : null;

    [GeneratedRegex("^中国共产党|^中共|(工作委员会|管理委员会|委员会|人民政府|党工委|管委会)$")]
    private static partial Regex Seat();

    private OrganisationName? NameRow(string organisationId, DateOnly on) =>
        names[organisationId].LastOrDefault(name => name.ValidFrom <= on) ?? names[organisationId].FirstOrDefault();
}
