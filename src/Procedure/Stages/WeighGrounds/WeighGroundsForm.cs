using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.WeighGrounds;

/// <summary>第十四条第（一）项: what calls for a stricter answer.</summary>
public enum AggravatingGround
{
    /// <summary>第1目: 违法审批.</summary>
    UnlawfulApproval,

    /// <summary>第2目: 有法不依、执法不严、执法不公.</summary>
    LaxEnforcement,

    /// <summary>第3目: 限制、干扰、阻碍执法.</summary>
    HinderedEnforcement,

    /// <summary>第4目: 违反决策程序.</summary>
    UndemocraticDecision,

    /// <summary>第5目: 不重视、不采取措施或弄虚作假.</summary>
    NeglectOrFalsification,

    /// <summary>第6目: 阻碍和干扰问责调查, also of this very investigation.</summary>
    HinderedInquiry,

    /// <summary>第7目: 其他.</summary>
    OtherSerious,
}

/// <summary>第十四条第（三）项: what exempts or mitigates.</summary>
public enum MitigatingGround
{
    /// <summary>第1目: 认真履行了工作职责.</summary>
    DutyPerformed,

    /// <summary>第2目: 抵制、如实反映、提出反对意见.</summary>
    ObjectedInVain,

    /// <summary>第3目: 积极采取措施.</summary>
    ActedInTime,

    /// <summary>第4目: 不可抗拒的自然灾害.</summary>
    NaturalDisaster,

    /// <summary>第5目: 其他.</summary>
    OtherMitigation,
}

/// <summary>第十四条第（三）项: 免责或者减轻.</summary>
public enum MitigationEffect
{
    /// <summary>免责.</summary>
    Exempt,

    /// <summary>减轻.</summary>
    Reduce,
}

/// <summary>Both sides of every person: what weighs for him and what against.</summary>
public sealed record WeighGroundsForm
{
    [Field("第十四条第（一）项")]
    public List<Aggravation> Aggravating { get; init; } = [];

    [Field("第十四条第（三）项")]
    public List<Mitigation> Mitigating { get; init; } = [];
}

/// <summary>A ground for a stricter answer with seriousness, intent and proof, or why there is none.</summary>
public sealed record Aggravation
{
    [Field("第十四条第（一）项", From = ChoiceList.Parties), Required]
    public string PartyId { get; init; } = "";

    [Field("第十四条第（一）项")]
    public AggravatingGround? Ground { get; init; }

    [Field("第十四条第（一）项", Multiline = true), StringLength(1000)]
    public string? Seriousness { get; init; }

    [Field("第十四条第（一）项", Multiline = true), StringLength(1000)]
    public string? Intent { get; init; }

    [Field("第十四条第（一）项", Multiline = true), StringLength(2000)]
    public string? Evidence { get; init; }

    [Field("内部环节", Multiline = true), StringLength(1000)]
    public string? NoneBecause { get; init; }
}

/// <summary>A ground for exemption or mitigation with its proof, or why there is none.</summary>
public sealed record Mitigation
{
    [Field("第十四条第（三）项", From = ChoiceList.Parties), Required]
    public string PartyId { get; init; } = "";

    [Field("第十四条第（三）项")]
    public MitigatingGround? Ground { get; init; }

    [Field("第十四条第（三）项")]
    public MitigationEffect? Effect { get; init; }

    [Field("第十四条第（三）项", Multiline = true), StringLength(2000)]
    public string? Evidence { get; init; }

    [Field("第十四条第（三）项第4目", Multiline = true), StringLength(1000)]
    public string? MeasuresTaken { get; init; }

    [Field("内部环节", Multiline = true), StringLength(1000)]
    public string? NoneBecause { get; init; }
}
