using System.Globalization;
using WorkflowAccountability.Procedure.Documents;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Ledgers.Determination;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>Whether a case is being worked on.</summary>
public enum CaseStatus
{
    /// <summary>Being worked on.</summary>
    Open,

    /// <summary>Closed and to be archived.</summary>
    Closed,

    /// <summary>中止: it rests until something else is settled.</summary>
    Suspended,

    /// <summary>终止: it ended without a decision on responsibility.</summary>
    Terminated,

    /// <summary>移交: another organ took it over.</summary>
    Transferred,

    /// <summary>并案: it goes on in another case.</summary>
    Merged,
}

/// <summary>The matter: everything that is held about it. Stages read and change it in memory; the command runner loads and commits it whole.</summary>
public sealed partial class CaseFile
{
    /// <summary>16 hex digits.</summary>
    public required string Id { get; init; }

    /// <summary>昌环追〔year〕n号, unique.</summary>
    public required string Number { get; init; }

    /// <summary>What the matter is called.</summary>
    public required string Title { get; set; }

    /// <summary>The version of the regulation that the case is bound to.</summary>
    public required string RegulationVersion { get; init; }

    /// <summary>Who registered it.</summary>
    public required string OpenedBy { get; init; }

    /// <summary>The registrant's organisation on that day.</summary>
    public required string OpenedByOrganisationId { get; init; }

    /// <summary>When it was registered (UTC).</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Whether it is worked on, rests, or how it ended.</summary>
    public CaseStatus Status { get; set; }

    /// <summary>Whether it has not ended: it is worked on, or rests.</summary>
    public bool IsAlive => Status is CaseStatus.Open or CaseStatus.Suspended;

    /// <summary>When it was closed, or ended otherwise (UTC).</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The case in which the matter goes on (并案); null unless it was merged.</summary>
    public string? MergedInto { get; set; }

    /// <summary>The computed level under 令17 (Ⅰ–Ⅳ); null where no event was classified.</summary>
    public string? Level { get; set; }

    /// <summary>第十六条第一款: the level that counts: as determined last, at the launch or after it, else as computed.</summary>
    public EventLevel? LevelInForce => EventLevels.Parse(Determined()?.Level ?? Latest<LaunchInvestigationForm>()?.OfficialLevel ?? Level);

    /// <summary>第十六条第一款: what was determined after the newest launch; null where nothing was.</summary>
    public DetermineLevelForm? Determined()
    {
        var launched = Submissions.FindLast(submission => submission.FormName == nameof(LaunchInvestigationForm))?.At;
        return EntriesOf<DetermineLevelForm>(DetermineLevel.Named).LastOrDefault(row => !(row.Entry.At < launched)).Form;
    }

    /// <summary>Whether 州环保局 itself is under inquiry: then nothing about the lead passes through it (内部环节).</summary>
    public bool ConcernsLeadBureau { get; set; }

    /// <summary>Number, title, place and the names that stand in the file, folded for search (<see cref="Search.SearchWords"/>); nothing from behind the wall.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>The units that the case is about, as terms of search.</summary>
    public string SearchUnits { get; set; } = "";

    /// <summary>The county or park of the lead, an organisation; null before it is known.</summary>
    public string? County { get; set; }

    /// <summary>How many workflows of the case are running: its own, and a cooperation track beside it.</summary>
    public int RunningWorkflows { get; set; }

    /// <summary>Grows by one with every committed command; also the audit's sequence.</summary>
    public long Version { get; set; }

    /// <summary>Every submitted form, oldest first.</summary>
    public List<Submission> Submissions { get; init; } = [];

    /// <summary>The members of both teams, past ones included.</summary>
    public List<TeamMember> TeamMembers { get; init; } = [];

    /// <summary>Units and persons under inquiry.</summary>
    public List<Party> Parties { get; init; } = [];

    /// <summary>Those of them whose responsibility is weighed in this case, and not in one that was split off.</summary>
    public IEnumerable<Party> PartiesHere => Parties.Where(party => party.SplitInto is null);

    /// <summary>The measures of the 处理决定.</summary>
    public List<Measure> Measures { get; init; } = [];

    /// <summary>第十二条's ledger entries.</summary>
    public List<Restriction> Restrictions { get; init; } = [];

    /// <summary>Referrals to the judiciary or to the authority of an out-of-scope party.</summary>
    public List<Referral> Referrals { get; init; } = [];

    /// <summary>内部环节: the supervision orders that follow up items of the case.</summary>
    public List<SupervisionOrder> Orders { get; init; } = [];

    /// <summary>Who may know nothing of the case.</summary>
    public List<Exclusion> Exclusions { get; init; } = [];

    /// <summary>第十三条第一款第（三）项's register.</summary>
    public List<ApprovalRestriction> ApprovalRestrictions { get; init; } = [];

    /// <summary>What was entered beside the procedure, by number.</summary>
    public List<CaseEntry> Entries { get; init; } = [];

    /// <summary>Notices written for this case; rows of the same transaction, so each is written exactly once.</summary>
    public List<Notice> Notices { get; init; } = [];

    /// <summary>Files that belong to the case.</summary>
    public List<Document> Documents { get; init; } = [];

    /// <summary>The newest submitted form of a type; null when none was submitted.</summary>
    public T? Latest<T>() where T : class => All<T>().LastOrDefault();

    /// <summary>Every submitted form of a type, oldest first.</summary>
    public IEnumerable<T> All<T>() where T : class =>
        Submissions.Where(submission => submission.FormName == typeof(T).Name).Select(submission => submission.Read<T>());

    /// <summary>The team's members today.</summary>
    public IEnumerable<TeamMember> Members(TeamKind team) => TeamMembers.Where(member => member.Team == team && member.To is null);

    /// <summary>The team's leader today; null before the team is approved.</summary>
    public TeamMember? Leader(TeamKind team) => Members(team).FirstOrDefault(member => member.Function == TeamFunction.Leader);

    /// <summary>Whether the person is under inquiry or was recused: then he knows nothing of the case.</summary>
    public bool Concerns(string personId) =>
        Parties.Exists(party => party.PersonId == personId) || Exclusions.Exists(exclusion => exclusion.PersonId == personId);

    /// <summary>The case exists no longer for a person.</summary>
    public void Exclude(string personId, DateTimeOffset now, string? decidedBy = null)
    {
        if (!Exclusions.Exists(exclusion => exclusion.PersonId == personId))
            Exclusions.Add(new Exclusion { CaseId = Id, PersonId = personId, Since = now, DecidedBy = decidedBy });
    }

    /// <summary>The entries of a kind with their forms, oldest first.</summary>
    public IEnumerable<(CaseEntry Entry, TForm Form)> EntriesOf<TForm>(string kind) where TForm : class =>
        Entries.Where(entry => entry.Kind == kind).OrderBy(entry => entry.At).ThenBy(entry => entry.Number).Select(entry => (entry, entry.Read<TForm>()));

    /// <summary>Puts a unit or person under inquiry; the same one twice stays one. Answers the party.</summary>
    public Party Inquire(string? organisationId, string? personId, string name, string? postAtTheTime, bool isPerson, DateTimeOffset now)
    {
        var known = Parties.Find(party => party.IsPerson == isPerson
            && (personId is not null ? party.PersonId == personId : party.Name == name && party.OrganisationId == organisationId));
        if (known is not null)
            return known;
        var party = new Party
        {
            Id = $"P{Parties.Count + 1}", CaseId = Id, OrganisationId = organisationId, PersonId = personId, Name = name,
            PostAtTheTime = postAtTheTime, IsPerson = isPerson, Since = now,
        };
        Parties.Add(party);
        if (personId is not null)
            Exclude(personId, now);
        return party;
    }

    /// <summary>The id of the next referral on a side of the wall.</summary>
    public string NextReferral(bool walled)
    {
        var series = walled ? "SF" : "F";
        return $"{series}{Referrals.Where(known => known.Id.StartsWith(series, StringComparison.Ordinal)).Select(known => int.Parse(known.Id[series.Length..], CultureInfo.InvariantCulture)).DefaultIfEmpty().Max() + 1}";
    }

    /// <summary>Makes the given people the team; who is no longer among them leaves it now.</summary>
    public void Seat(TeamKind team, IEnumerable<(string PersonId, string OrganisationId, TeamFunction Function)> members, DateTimeOffset now)
    {
        var wanted = members.ToList();
        foreach (var member in Members(team).Where(m => !wanted.Contains((m.PersonId, m.OrganisationId, m.Function))).ToList())
            member.To = now;
        foreach (var (personId, organisationId, function) in wanted)
            if (!Members(team).Any(m => (m.PersonId, m.OrganisationId, m.Function) == (personId, organisationId, function)))
                TeamMembers.Add(new TeamMember
                {
                    Id = $"{Id}-T{TeamMembers.Count + 1}", CaseId = Id, Team = team, PersonId = personId,
                    OrganisationId = organisationId, Function = function, From = now,
                });
    }

    /// <summary>Writes a notice to a role's holders, to one of its organisations, or to a person.</summary>
    public void Notify(
        Recipient to, Text text, DateTimeOffset now, bool walled = false, NoticeKind kind = NoticeKind.Copy, string? workItemId = null,
        string? page = null) =>
        Notices.Add(Notice.Write(this, to, text, now, walled, kind, workItemId, page));
}
