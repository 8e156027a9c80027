using System.Globalization;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Cases.Search;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.ApproveTeam;

namespace WorkflowAccountability.Procedure.Ledgers.Recusal;

/// <summary>Something that ties a member to a unit or person under inquiry.</summary>
/// <param name="Ground">What the decision would rest on.</param>
/// <param name="Decision">The decision on him that came after the tie was known; null while nobody has decided.</param>
public sealed record Tie(TeamMember Member, RecusalGround Ground, Party Party, Text Words, TieDecision? Decision)
{
    /// <summary>Whether the posts in the register tell it, and no declaration.</summary>
    public bool IsOfPosts => Ground is not RecusalGround.Kin;

    /// <summary>Person, ground and party, as the audit keeps them: no name, no content.</summary>
    public string Mark => $"{Member.PersonId} {Ground} {Party.Id}";
}

/// <summary>What answered a tie.</summary>
/// <param name="Words">The number of the entry, or the document by which the team was approved.</param>
/// <param name="Entry">The entry's number; null where the approval of the team decided it.</param>
public sealed record TieDecision(DateTimeOffset At, string Words, string? Entry);

/// <summary>参照《突发环境事件调查处理办法》第六条: every member's posts and declared kin, held against the units and persons under inquiry.</summary>
public static class RecusalCheck
{
    private const int MostWords = 1000;

    /// <summary>Every tie of the present members of both teams. Show only those of the teams that the reader may know.</summary>
    public static IReadOnlyList<Tie> Of(CaseFile file, OrganisationDirectory directory) => Of(file, directory, file.TeamMembers.Where(member => member.To is null));

    /// <summary>Every tie of given members.</summary>
    /// <param name="behindWall">Whether what was entered behind the wall counts too.</param>
    public static IReadOnlyList<Tie> Of(CaseFile file, OrganisationDirectory directory, IEnumerable<TeamMember> members, bool behindWall = true) =>
    [
        .. members.SelectMany(member => file.Parties.SelectMany(party =>
            Ties(file, directory, member.PersonId, party, behindWall).Select(tie => new Tie(member, tie.Ground, party, tie.Words, DecisionOn(file, member.PersonId, tie.Ground, party, behindWall))))),
    ];

    /// <summary>
    /// What speaks against somebody and was not decided on: kin that he declared, an interest that he declared, a request that he step aside, and, where
    /// asked for, the posts that he held.
    /// </summary>
    /// <param name="withPosts">Whether his posts count too.</param>
    /// <param name="behindWall">Whether what was entered behind the wall counts too, and is told.</param>
    public static IReadOnlyList<Text> Undecided(CaseFile file, OrganisationDirectory directory, string personId, bool withPosts, bool behindWall)
    {
        var ties = file.Parties.SelectMany(party => Ties(file, directory, personId, party, behindWall).Where(tie => (withPosts || tie.Ground is RecusalGround.Kin)
            && DecisionOn(file, personId, tie.Ground, party, behindWall: true) is null).Select(tie => tie.Words));
        var declared = file.EntriesOf<DeclareInterestForm>(DeclareInterest.Named).LastOrDefault(row => row.Entry.PersonId == personId && (behindWall || !row.Entry.Walled));
        var requested = file.EntriesOf<RequestRecusalForm>(RequestRecusal.Named).LastOrDefault(row => row.Form.PersonId == personId && (behindWall || !row.Entry.Walled));
        return
        [
            .. ties,
            .. declared.Form?.HasInterest is true && !IsDecidedSince(file, personId, declared.Entry.At) ? [Text.Of<LedgerTexts>("Tie.Declared", declared.Form.Statement)] : Array.Empty<Text>(),
            .. requested.Form is { } request && !IsDecidedSince(file, personId, requested.Entry.At) ? [Text.Of<LedgerTexts>("Tie.Requested", requested.Entry.Label, request.RequestedBy)] : Array.Empty<Text>(),
        ];
    }

    /// <summary>What was found, in Chinese as the file keeps it, each thing once.</summary>
    public static string InWords(IEnumerable<Tie> ties)
    {
        var words = string.Join('；', ties.Select(tie => tie.Words.In(CultureInfo.GetCultureInfo("zh-CN"))).Distinct());
        return words.Length <= MostWords ? words : words[..(MostWords - 1)] + "…";
    }

    private static bool IsDecidedSince(CaseFile file, string personId, DateTimeOffset since) =>
        file.EntriesOf<DecideRecusalForm>(DecideRecusal.Named).Any(row => row.Form.PersonId == personId && row.Entry.At >= since);

    /// <summary>The posts, past ones too, that somebody held in a unit or in one that it took over.</summary>
    public static IEnumerable<Post> PostsIn(OrganisationDirectory directory, string personId, string unit) =>
        directory.HistoryOf(personId).Where(post => post.OrganisationId == unit || directory.SuccessorsOf(post.OrganisationId).Contains(unit)
            || directory.SuccessorsOf(unit).Contains(post.OrganisationId));

    private static IEnumerable<(RecusalGround Ground, Text Words)> Ties(CaseFile file, OrganisationDirectory directory, string memberId, Party party, bool behindWall)
    {
        if (party is { IsPerson: false, OrganisationId: { } unit })
            foreach (var post in PostsIn(directory, memberId, unit))
                yield return (RecusalGround.FormerPost, Text.Of<LedgerTexts>("Tie.Post", directory.NameOf(post.OrganisationId, post.From), post.Title, Span(post)));
        if (party.PersonId is { } person && person != memberId)
            foreach (var post in directory.HistoryOf(memberId).Where(post => directory.HistoryOf(person)
                .Any(other => other.OrganisationId == post.OrganisationId && Validity.Overlap(post.From, post.To, other.From, other.To))))
                yield return (RecusalGround.Interest, Text.Of<LedgerTexts>("Tie.Colleague", party.Name, directory.NameOf(post.OrganisationId, post.From)));
        foreach (var kin in KinOf(file, memberId, behindWall))
        {
            if (party.IsPerson && SearchWords.Fold(kin.Name) == SearchWords.Fold(party.Name))
                yield return (RecusalGround.Kin, Text.Of<LedgerTexts>("Tie.Kin", kin.Relation, kin.Name));
            else if (!party.IsPerson && kin.OrganisationId is { } at && at == party.OrganisationId)
                yield return (RecusalGround.Kin, Text.Of<LedgerTexts>("Tie.KinInUnit", kin.Relation, kin.Name, party.Name));
        }
    }

    /// <summary>The kin that somebody declared last.</summary>
    private static List<DeclaredKin> KinOf(CaseFile file, string personId, bool behindWall) =>
        file.EntriesOf<DeclareInterestForm>(DeclareInterest.Named).LastOrDefault(row => row.Entry.PersonId == personId && (behindWall || !row.Entry.Walled)).Form?.Kin ?? [];

    // A decision answers what was known when it was taken: a party that came later must be looked at anew.
    private static TieDecision? DecisionOn(CaseFile file, string personId, RecusalGround ground, Party party, bool behindWall)
    {
        var entered = file.EntriesOf<DecideRecusalForm>(DecideRecusal.Named)
            .LastOrDefault(row => row.Form.PersonId == personId && row.Form.Ground == ground && row.Entry.At >= party.Since && (behindWall || !row.Entry.Walled)).Entry;
        if (entered is not null)
            return new(entered.At, entered.Label, entered.Label);
        foreach (var approval in file.Submissions.Where(row => row.FormName == nameof(ApproveTeamForm) && row.At >= party.Since).Reverse())
            if (approval.Read<ApproveTeamForm>() is { Decision: Approval.Approved } form
                && form.Ties.Exists(tie => tie.PersonId == personId && tie.Ground == ground && tie.Verdict is RecusalVerdict.Stays))
                return new(approval.At, form.DocumentNumber ?? "", null);
        return null;
    }

    private static string Span(Post post) => string.Create(CultureInfo.InvariantCulture, $"{post.From:yyyy-MM-dd}—{post.To?.AddDays(-1):yyyy-MM-dd}");
}
