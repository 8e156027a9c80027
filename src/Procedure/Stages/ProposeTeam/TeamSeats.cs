using System.Globalization;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.ProposeTeam;

/// <summary>第八条第一句: which seat is filled by whom, and which county is the one concerned.</summary>
public static class TeamSeats
{
    private static readonly CultureInfo chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>Whether a plan fills a seat, by the roles that the units play on a day.</summary>
    public static bool IsFilled(OrganisationDirectory directory, DateOnly on, ProposeTeamForm form, TeamSeat seat) => seat switch
    {
        TeamSeat.EnvironmentalCommittee => IsSeated(directory, on, form, Roles.EnvCommittee) || IsBoundTo(directory, on, Roles.EnvCommittee, form.Convener),
        TeamSeat.LeadBureau => IsSeated(directory, on, form, Roles.LeadEnv),
        TeamSeat.SupervisionBureau => IsSeated(directory, on, form, Roles.Supervision),
        TeamSeat.Police => IsSeated(directory, on, form, Roles.Police),
        TeamSeat.Audit => IsSeated(directory, on, form, Roles.Audit),
        TeamSeat.OtherDepartment => form.Members.Exists(member => IsOtherDepartment(directory, on, member.OrganisationId)),
        TeamSeat.County => form.Members.Exists(member => IsCounty(directory, member.OrganisationId)),
        TeamSeat.EnvironmentalExpert => form.Members.Exists(member => member.Function == TeamFunction.EnvironmentalExpert),
        TeamSeat.IndustryExpert => form.Members.Exists(member => member.Function == TeamFunction.IndustryExpert),
        _ => throw new ArgumentOutOfRangeException(nameof(seat), seat, "第八条 knows no such seat."),
    };

    /// <summary>The reason that a plan gives for a seat to stay empty; null where it gives none.</summary>
    public static string? WhyEmpty(ProposeTeamForm form, TeamSeat seat) =>
        form.AbsentSeats.Where(absent => absent.Seat == seat).Select(absent => absent.Reason).Append(seat switch
        {
            TeamSeat.County => form.NoCountyBecause,
            TeamSeat.OtherDepartment => form.NoOtherDepartmentBecause,
            _ => null,
        }).FirstOrDefault(reason => !string.IsNullOrWhiteSpace(reason));

    /// <summary>The seats that a plan leaves empty, each with its reason, in the order of 第八条.</summary>
    public static IEnumerable<(TeamSeat Seat, string Reason)> Empty(OrganisationDirectory directory, DateOnly on, ProposeTeamForm form) =>
        Enum.GetValues<TeamSeat>().Where(seat => !IsFilled(directory, on, form, seat)).Select(seat => (seat, WhyEmpty(form, seat) ?? ""));

    /// <summary>第八条第一句 (有关县市（园区）党（工）委、政府（管委会）): the place of the lead, and those under inquiry with what stands beside them.</summary>
    public static IReadOnlyList<string> CountiesConcerned(CaseFile file, OrganisationDirectory directory) =>
    [
        .. file.Parties.Where(party => !party.IsPerson).Select(party => party.OrganisationId).Prepend(file.County).OfType<string>()
            .Where(unit => IsCounty(directory, unit)).SelectMany(unit => directory.Beside(directory.Organisation(unit)!).Prepend(unit)).Distinct(),
    ];

    /// <summary>Whether a unit is itself under inquiry.</summary>
    public static bool IsExamined(CaseFile file, string unit) => file.Parties.Exists(party => !party.IsPerson && party.OrganisationId == unit);

    /// <summary>Whether a body is the Party (工)委 or government (管委会) of a county, city or park.</summary>
    public static bool IsCounty(OrganisationDirectory directory, string unit) =>
        directory.Organisation(unit)?.Kind is OrganisationKind.County or OrganisationKind.Park;

    /// <summary>Whether a body plays a role on a day.</summary>
    public static bool IsBoundTo(OrganisationDirectory directory, DateOnly on, string role, string unit) => directory.OrganisationsFor(role, on).Contains(unit);

    /// <summary>
    /// A plan with the reasons why these two seats are empty, where it gives none: the fact that the file shows, in Chinese as the plan goes up, and no
    /// word on whether an examined county may sit.
    /// </summary>
    public static ProposeTeamForm Explained(CaseFile file, OrganisationDirectory directory, DateOnly on, ProposeTeamForm plan) => plan with
    {
        NoCountyBecause = IsFilled(directory, on, plan, TeamSeat.County) ? plan.NoCountyBecause : WhyEmpty(plan, TeamSeat.County) ?? WhyNoCounty(file, directory, on),
        NoOtherDepartmentBecause = IsFilled(directory, on, plan, TeamSeat.OtherDepartment) ? plan.NoOtherDepartmentBecause
            : WhyEmpty(plan, TeamSeat.OtherDepartment) ?? Text.Of<ProposeTeamStage>("NoOtherDepartment.Usual").In(chinese),
    };

    private static bool IsSeated(OrganisationDirectory directory, DateOnly on, ProposeTeamForm form, string role) =>
        form.Members.Exists(member => IsBoundTo(directory, on, role, member.OrganisationId));

    private static string WhyNoCounty(CaseFile file, OrganisationDirectory directory, DateOnly on)
    {
        var counties = CountiesConcerned(file, directory);
        var examined = counties.Where(unit => IsExamined(file, unit)).ToList();
        return (examined.Count > 0 ? Text.Of<ProposeTeamStage>("NoCounty.Examined", Names(examined))
            : counties.Count > 0 ? Text.Of<ProposeTeamStage>("NoCounty.Usual", Names(counties)) : Text.Of<ProposeTeamStage>("NoCounty.Unknown")).In(chinese);

        string Names(IEnumerable<string> units) => string.Join('、', units.Select(unit => directory.ShortNameOf(unit, on)));
    }

    private static bool IsOtherDepartment(OrganisationDirectory directory, DateOnly on, string unit) =>
        directory.Organisation(unit) is { Kind: OrganisationKind.Department or OrganisationKind.Office or OrganisationKind.Commission }
        && !new[] { Roles.EnvCommittee, Roles.LeadEnv, Roles.Supervision, Roles.Police, Roles.Audit }.Any(role => IsBoundTo(directory, on, role, unit));
}
