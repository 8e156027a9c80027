using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.LaunchInvestigation;

/// <summary>第七条: what the prefectural government decides on a lead.</summary>
public enum LaunchDecision
{
    /// <summary>第七条第一句: 启动.</summary>
    Launched,

    /// <summary>第七条第一句: no item of 第六条 is met.</summary>
    NotLaunched,

    /// <summary>第七条第二句: a superior organ investigates, the prefecture cooperates.</summary>
    SuperiorInvestigates,
}

public sealed record LaunchInvestigationForm
{
    [Field("第七条第一句"), Required]
    public LaunchDecision? Decision { get; init; }

    [Field("第七条第一句"), StringLength(100)]
    public string? DocumentNumber { get; init; }

    [Field("第七条第一句"), Required]
    public DateOnly? DecidedOn { get; init; }

    [Field("第六条")]
    public List<ClaimedGround> Grounds { get; init; } = [];

    [Field("第十六条第一款", From = ChoiceList.EventLevels), RegularExpression("[Ⅰ-Ⅳ]")]
    public string? OfficialLevel { get; init; }

    [Field("第十六条第一款", Multiline = true), StringLength(1000)]
    public string? LevelReason { get; init; }

    [Field("参照《突发环境事件调查处理办法》第十六条")]
    public DateOnly? EmergencyEndedOn { get; init; }

    [Field("第六条")]
    public List<MissingLimb> Missing { get; init; } = [];

    [Field("第七条第二句"), StringLength(200)]
    public string? SuperiorOrgan { get; init; }

    [Field("第七条第二句"), StringLength(200)]
    public string? SuperiorDocument { get; init; }

    [Field("内部环节", Multiline = true), StringLength(2000)]
    public string? Remarks { get; init; }
}

/// <summary>Which limb of which item of 第六条 is not met.</summary>
public sealed record MissingLimb
{
    [Field("第六条", From = ChoiceList.LaunchGrounds), Required]
    public string Item { get; init; } = "";

    [Field("第六条", Multiline = true), Required, StringLength(1000)]
    public string Limb { get; init; } = "";
}
