using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.DefineResponsibility;
using WorkflowAccountability.Procedure.Stages.RegisterLead;

namespace WorkflowAccountability.Procedure.Ledgers.Responsibility;

/// <summary>Somebody who led a unit while the acts went on, and what 第四条 makes of his post.</summary>
/// <param name="IsInCharge">第十六条第二款: whether the field in which it happened was his (分管).</param>
public sealed record ProposedLeader(Post Post, ResponsibilityType Type, bool IsInCharge);

/// <summary>第四条, 第十六条第二款: who led the units under inquiry on the days of the acts. It proposes; the team decides.</summary>
public static class PostsOfThatTime
{
    /// <summary>By these words a field of a post is one of environmental protection.</summary>
    private static readonly string[] environmental = ["环境", "环保", "生态"];

    /// <summary>
    /// 第四条: the heads of Party committee and government both bear 全面领导责任 (共同是第一责任人), who is in charge of the environment 直接领导责任, other
    /// leaders 管理责任, and the heads of departments 直接责任 in their field.
    /// </summary>
    [Clause("第四条")]
    public static ResponsibilityType TypeOf(Organisation unit, Post post) => (IsPartyOrGovernment(unit), post.Rank) switch
    {
        (true, PostRank.Head) => ResponsibilityType.FullLeadership,
        (true, _) when IsEnvironmental(post) => ResponsibilityType.DirectLeadership,
        (true, _) => ResponsibilityType.Management,
        (false, PostRank.Leader) when !IsEnvironmental(post) => ResponsibilityType.Management,
        _ => ResponsibilityType.Direct,
    };

    /// <summary>
    /// 第四条, 第十六条第二款: everybody who headed or led one of the units, or the Party committee or government beside it, on any day of the acts: two
    /// holders of one post where it changed hands meanwhile.
    /// </summary>
    [Clause("第十六条第二款")]
    public static IReadOnlyList<ProposedLeader> Of(OrganisationDirectory directory, IEnumerable<string> units, DateOnly from, DateOnly to) =>
    [
        .. units.SelectMany(unit => Around(directory, unit)).Distinct().Order(StringComparer.Ordinal)
            .SelectMany(unit => directory.LeadersOf(unit).Where(post => Validity.Overlap(post.From, post.To, from, to.AddDays(1)))
                .Select(post => new ProposedLeader(post, TypeOf(directory.Organisation(unit)!, post), IsEnvironmental(post))))
            .OrderBy(leader => leader.Type).ThenBy(leader => leader.Post.From).ThenBy(leader => leader.Post.Id, StringComparer.Ordinal),
    ];

    /// <summary>The proposals for a case, from the units of its lead and the days of its acts; none before there is a lead.</summary>
    public static IReadOnlyList<ProposedLeader> Of(CaseFile file, OrganisationDirectory directory) => file.Latest<RegisterLeadForm>() is { ActsFrom: { } from } lead
        ? Of(directory, file.Parties.Select(party => party.OrganisationId).OfType<string>().Where(directory.KnowsOrganisation), from, lead.ActsTo ?? from) : [];

    /// <summary>
    /// 第四条: what a party's place on the days of the acts comes to: 总责 for a Party committee or government, for a person the type of the post that he led in
    /// his unit then (the gravest where he held several); nothing where the register knows of none.
    /// </summary>
    public static (Post? Post, ResponsibilityType? Type) ProposedFor(
        CaseFile file, OrganisationDirectory directory, bool isPerson, string? personId, string? organisationId)
    {
        if (!isPerson)
            return (null, organisationId is { } id && directory.Organisation(id) is { } body && IsPartyOrGovernment(body) ? ResponsibilityType.OverallOfTheBody : null);
        if (personId is null || file.Latest<RegisterLeadForm>() is not { ActsFrom: { } from } lead)
            return (null, null);
        var held = directory.HistoryOf(personId).Where(post => post.Rank is not PostRank.Staff && (organisationId is null || post.OrganisationId == organisationId)
                && Validity.Overlap(post.From, post.To, from, (lead.ActsTo ?? from).AddDays(1)) && directory.Organisation(post.OrganisationId) is not null)
            .Select(post => (Post: post, Type: TypeOf(directory.Organisation(post.OrganisationId)!, post))).OrderBy(each => each.Type).ThenBy(each => each.Post.From).ToList();
        return held is [var gravest, ..] ? (gravest.Post, gravest.Type) : (null, null);
    }

    /// <summary>第四条: whether a finding takes another type than the post of that time comes to.</summary>
    public static bool Differs(CaseFile file, OrganisationDirectory directory, Finding finding) =>
        ProposedFor(file, directory, finding.IsPerson, finding.PersonId, finding.OrganisationId).Type is { } type && finding.Responsibility != type;

    /// <summary>第四条: the heads of Party committee and government are 共同第一责任人: who stands beside a head of the matrix on the days of its acts, and is not in it.</summary>
    [Clause("第四条")]
    public static IReadOnlyList<Post> OtherHeads(CaseFile file, OrganisationDirectory directory) =>
    [
        .. file.Matrix().SelectMany(row => row.Findings)
            .Where(finding => finding is { IsPerson: true, Responsibility: ResponsibilityType.FullLeadership, OrganisationId: not null, ActFrom: not null, ActTo: not null })
            .SelectMany(finding => Of(directory, [finding.OrganisationId!], finding.ActFrom!.Value, finding.ActTo!.Value))
            .Where(leader => leader.Type is ResponsibilityType.FullLeadership && !file.Matrix().Any(row => row.Party.PersonId == leader.Post.PersonId))
            .Select(leader => leader.Post).DistinctBy(post => post.PersonId),
    ];

    // 第四条: Party committee and government of one place stand beside each other.
    private static IEnumerable<string> Around(OrganisationDirectory directory, string unit) => directory.Organisation(unit) is { } body && IsPartyOrGovernment(body)
        ? [unit, .. directory.Beside(body), .. directory.Under(unit).Where(under => IsEnvironmental(directory.NameOf(under, DateOnly.MaxValue)))] : [unit];

    private static bool IsPartyOrGovernment(Organisation unit) =>
        unit.Kind is OrganisationKind.PartyCommittee or OrganisationKind.Government or OrganisationKind.County or OrganisationKind.Park;

    private static bool IsEnvironmental(Post post) => post.Field is { } field && IsEnvironmental(field);

    private static bool IsEnvironmental(string words) => environmental.Any(word => words.Contains(word, StringComparison.Ordinal));
}
