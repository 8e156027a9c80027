using System.Globalization;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.DefineResponsibility;
using WorkflowAccountability.Procedure.Stages.ProposeTeam;

namespace WorkflowAccountability.Procedure.Papers;

/// <summary>What a document is made from: a case, and the organs and people under the names of one day.</summary>
public sealed record PaperSource(CaseFile File, OrganisationDirectory Directory, DateOnly On)
{
    private static readonly CultureInfo chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>The regulation with its number, as documents cite it.</summary>
    public string Regulation
    {
        get
        {
            var text = RegulationText.All.Single(text => text.DocumentNumber == File.RegulationVersion);
            return $"《{text.Title}》（{text.DocumentNumber}）";
        }
    }

    /// <summary>The unit that leads the team (组长单位): the one of the plan, else the leading bureau of the day, which is left out where it is itself under inquiry.</summary>
    public string? LeaderUnit => File.Latest<ProposeTeamForm>()?.LeaderUnit is { Length: > 0 } unit ? unit
        : File.ConcernsLeadBureau ? Holder(Roles.EnvCommittee) : Holder(Roles.LeadEnv);

    /// <summary>The one organ that plays a role on the day; null where none or several do.</summary>
    public string? Holder(string role) => Directory.OrganisationsFor(role, On) is [var only] ? only : null;

    /// <summary>The full name on the day.</summary>
    public string Name(string organisationId) => Directory.NameOf(organisationId, On);

    /// <summary>The short name on the day, as running text uses it.</summary>
    public string Short(string organisationId) => Directory.ShortNameOf(organisationId, On);

    /// <summary>The short name of the organ that plays a role; the role's own name where there is none.</summary>
    public string ShortOf(string role) => Holder(role) is { } organ ? Short(organ) : Roles.Find(role)?.Chinese ?? role;

    /// <summary>Organs side by side, as 主送 and 抄送 list them.</summary>
    public string? List(IEnumerable<string> organisationIds) => string.Join('，', organisationIds.Select(Short)) is { Length: > 0 } list ? list : null;

    /// <summary>A party as documents name it: the unit under its name at the time of the act, a person with the post that he then had.</summary>
    public string Who(Party party, DateOnly? at = null)
    {
        var day = at ?? On;
        if (!party.IsPerson)
            return party.OrganisationId is { } unit ? Directory.NameOf(unit, day) : party.Name;
        var post = party.PostAtTheTime ?? "";
        var known = party.OrganisationId is { } organ ? Directory.NameOf(organ, day) : "";
        var whole = post.Length == 0 || known.Length == 0 || post.Contains(known, StringComparison.Ordinal)
            || post.Contains(Directory.ShortNameOf(party.OrganisationId!, day), StringComparison.Ordinal) ? post : known + post;
        return whole.Length == 0 ? party.Name : $"{party.Name}（时任{whole}）";
    }

    /// <summary>A party by its id.</summary>
    public string Who(string partyId) => File.Parties.Find(party => party.Id == partyId) is { } party ? Who(party, LastActOf(party)) : partyId;

    /// <summary>Somebody with his unit and post on the day.</summary>
    public string Member(TeamMember member) => Directory.PostOf(member.PersonId, On) is { Length: > 0 } post
        ? $"{Directory.NameOfPerson(member.PersonId)}（{post}）" : $"{Directory.NameOfPerson(member.PersonId)}（{Short(member.OrganisationId)}）";

    /// <summary>The name of a measure on the day.</summary>
    public string Measure(string code) => File.Rules.Measures.Find(code, On)?.Name ?? code;

    /// <summary>The last day of a party's acts.</summary>
    public DateOnly? LastActOf(Party party) => (File.Latest<DefineResponsibilityForm>()?.Matrix ?? [])
        .Where(finding => File.PartyOf(finding) == party).Max(finding => finding.ActTo);

    /// <summary>A text of the interface in Chinese, whatever language the author reads.</summary>
    public static string Chinese(Type resource, string key) => new Text(resource, key).In(chinese);

    /// <summary>一, 二 … 十一 …, up to 99.</summary>
    public static string Count(int number)
    {
        const string digits = "零一二三四五六七八九";
        var (tens, ones) = Math.DivRem(number, 10);
        return (tens switch { 0 => "", 1 => "十", _ => $"{digits[tens]}十" }) + (ones == 0 && tens > 0 ? "" : digits[ones].ToString());
    }

    /// <summary>Yuan as 万元, without zeros at the end.</summary>
    public static string TenThousands(decimal yuan) => $"{(yuan / StatedEvent.TenThousandYuan).ToString("0.######", CultureInfo.InvariantCulture)}万元";

    /// <summary>A sentence, whether or not somebody closed it.</summary>
    public static string Sentence(string? words)
    {
        var text = (words ?? "").ReplaceLineEndings("").Trim();
        return text.Length == 0 || "。！？；：".Contains(text[^1], StringComparison.Ordinal) ? text : text + "。";
    }
}
