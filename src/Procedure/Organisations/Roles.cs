using System.Collections.Frozen;
using System.Globalization;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Organisations;

/// <summary>A part that an organisation plays in the procedure, whichever organisation it is at the time.</summary>
public sealed record Role(string Code, string Chinese, string English, string Basis)
{
    /// <summary>What it is called in the reader's language.</summary>
    public string Name => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? English : Chinese;
}

/// <summary>The codes of the roles; what they are called and where they come from is data.</summary>
public static class Roles
{
    public const string Government = "GOVERNMENT";
    public const string PartyCommittee = "PARTY_COMMITTEE";
    public const string LeadEnv = "LEAD_ENV";
    public const string Supervision = "SUPERVISION";
    public const string Discipline = "DISCIPLINE";
    public const string OrgDept = "ORG_DEPT";
    public const string EnvCommittee = "ENV_COMMITTEE";
    public const string Police = "POLICE";
    public const string Audit = "AUDIT";
    public const string Finance = "FINANCE";
    public const string County = "COUNTY";
    public const string Oversight = "OVERSIGHT";
    public const string Expert = "EXPERT";
    public const string LegalOffice = "LEGAL_OFFICE";
    public const string Commendation = "COMMENDATION";
    public const string Administrator = "ADMINISTRATOR";

    /// <summary>Writes drafts of the workflows; the legal office checks them, and a third person publishes.</summary>
    public const string ProcedureDrafter = "PROCEDURE_DRAFTER";

    /// <summary>Publishes what was checked.</summary>
    public const string ProcedurePublisher = "PROCEDURE_PUBLISHER";

    /// <summary>Everybody who holds a post in an organisation other than the pool of experts; never bound to one organisation.</summary>
    public const string AnyOffice = "ANY_OFFICE";

    private static readonly Lazy<FrozenDictionary<string, Role>> ByCode = new(() => DataFile
        .Read<RoleTable>("Organisations/roles.json", FaultsOf).Roles.ToFrozenDictionary(role => role.Code));

    public static IReadOnlyCollection<Role> All => ByCode.Value.Values;

    /// <summary>The roles that act in a case: not those that keep the site and its workflows.</summary>
    public static IEnumerable<Role> Acting => All.Where(role => role.Code is not (Administrator or ProcedureDrafter or ProcedurePublisher));

    public static bool Knows(string code) => ByCode.Value.ContainsKey(code);

    public static Role? Find(string code) => ByCode.Value.GetValueOrDefault(code);

    private static IEnumerable<string> FaultsOf(RoleTable table) =>
    [
        .. table.Roles.CountBy(role => role.Code).Where(count => count.Value > 1).Select(twice => $"{twice.Key}: stands twice."),
        .. table.Roles.Where(role => !Citations.IsSound(role.Basis)).Select(role => $"{role.Code}: '{role.Basis}' is no sound citation."),
    ];

    private sealed record RoleTable(IReadOnlyList<Role> Roles);
}
