using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.ProposeTeam;

/// <summary>第八条第一句: the seats that a team generally has.</summary>
public enum TeamSeat
{
    /// <summary>州环委会.</summary>
    EnvironmentalCommittee,

    /// <summary>州环保局.</summary>
    LeadBureau,

    /// <summary>州监察局.</summary>
    SupervisionBureau,

    /// <summary>州公安局.</summary>
    Police,

    /// <summary>州审计局.</summary>
    Audit,

    /// <summary>其他有关部门.</summary>
    OtherDepartment,

    /// <summary>有关县市（园区）党（工）委、政府（管委会）; a park counts as a county.</summary>
    County,

    /// <summary>环保专家.</summary>
    EnvironmentalExpert,

    /// <summary>行业专家.</summary>
    IndustryExpert,
}

/// <summary>
/// The plan of the investigation team. 有关 (which county, which other department) depends on the matter: the reason for these two seats to stay empty comes
/// filled in, and who makes the plan keeps it, changes it, or fills the seat.
/// </summary>
public sealed record ProposeTeamForm
{
    [Field("第八条第一句", From = ChoiceList.Organisations), Required]
    public string Convener { get; init; } = "";

    [Field("第八条第一句", From = ChoiceList.Organisations), Required]
    public string LeaderUnit { get; init; } = "";

    [Field("第八条第一句")]
    public List<ProposedMember> Members { get; init; } = [];

    [Field("第八条第一句")]
    public List<AbsentSeat> AbsentSeats { get; init; } = [];

    [Field("第八条第一句"), StringLength(500)]
    public string? NoCountyBecause { get; init; }

    [Field("第八条第一句"), StringLength(500)]
    public string? NoOtherDepartmentBecause { get; init; }

    [Field("第八条第二句")]
    public List<ConsultedDepartment> Consulted { get; init; } = [];

    [Field("参照《突发环境事件调查处理办法》第七条", Multiline = true), StringLength(5000)]
    public string? Plan { get; init; }
}

public sealed record ProposedMember
{
    [Field("第八条第一句", From = ChoiceList.People), Required]
    public string PersonId { get; init; } = "";

    [Field("第八条第一句", From = ChoiceList.Organisations), Required]
    public string OrganisationId { get; init; } = "";

    [Field("第八条第一句、第九条第一句"), Required]
    public TeamFunction? Function { get; init; }

    [Field("第八条第一句"), StringLength(200)]
    public string? ExpertField { get; init; }

    [Field("第八条第一句"), StringLength(500)]
    public string? WhyExaminedUnitSits { get; init; }
}

/// <summary>A seat of the template that stays empty, which 一般 allows with a reason.</summary>
public sealed record AbsentSeat
{
    [Field("第八条第一句"), Required]
    public TeamSeat? Seat { get; init; }

    [Field("第八条第一句"), Required, StringLength(500)]
    public string Reason { get; init; } = "";
}

/// <summary>A department with which the plan was drawn up, and what it answered.</summary>
public sealed record ConsultedDepartment
{
    [Field("第八条第二句", From = ChoiceList.Organisations), Required]
    public string OrganisationId { get; init; } = "";

    [Field("第八条第二句", Multiline = true), StringLength(1000)]
    public string? Answer { get; init; }

    [Field("内部环节")]
    public DateOnly? AnsweredOn { get; init; }
}
