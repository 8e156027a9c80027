using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Ledgers.Recusal;

/// <summary>参照《突发环境事件调查处理办法》第六条: why somebody steps aside.</summary>
public enum RecusalGround
{
    /// <summary>近亲属.</summary>
    Kin,

    /// <summary>利害关系.</summary>
    Interest,

    /// <summary>担任过本案证人.</summary>
    Witness,

    /// <summary>曾在被调查单位任职.</summary>
    FormerPost,

    /// <summary>其他可能影响公正的情形.</summary>
    Other,
}

/// <summary>回避声明: a member says what ties him to the matter, and names his near kin where they touch it.</summary>
public sealed record DeclareInterestForm
{
    [Field(RecusalRules.Clause), Required]
    public bool? HasInterest { get; init; }

    [Field(RecusalRules.Clause)]
    public List<DeclaredKin> Kin { get; init; } = [];

    [Field(RecusalRules.Clause, Multiline = true), StringLength(2000)]
    public string? Statement { get; init; }
}

/// <summary>A relative whose name or unit the matter might touch.</summary>
public sealed record DeclaredKin
{
    [Field(RecusalRules.Clause), Required, StringLength(50)]
    public string Name { get; init; } = "";

    [Field(RecusalRules.Clause), Required, StringLength(50)]
    public string Relation { get; init; } = "";

    [Field(RecusalRules.Clause, From = ChoiceList.Organisations)]
    public string? OrganisationId { get; init; }
}

/// <summary>回避申请: somebody asks that an official step aside.</summary>
public sealed record RequestRecusalForm
{
    [Field(RecusalRules.Clause, From = ChoiceList.People), Required]
    public string PersonId { get; init; } = "";

    [Field(RecusalRules.Clause), Required]
    public RecusalGround? Ground { get; init; }

    [Field(RecusalRules.Clause, Multiline = true), Required, StringLength(2000)]
    public string Facts { get; init; } = "";

    [Field("内部环节"), Required, StringLength(200)]
    public string RequestedBy { get; init; } = "";
}

public enum RecusalVerdict
{
    /// <summary>回避.</summary>
    Recused,

    /// <summary>不需要回避.</summary>
    Stays,
}

/// <summary>回避决定: an official steps aside, or stays, with the reasons; who steps into his seat is approved by the same decision.</summary>
public sealed record DecideRecusalForm
{
    [Field(RecusalRules.Clause, From = ChoiceList.People), Required]
    public string PersonId { get; init; } = "";

    [Field(RecusalRules.Clause), Required]
    public RecusalGround? Ground { get; init; }

    [Field(RecusalRules.Clause), Required]
    public RecusalVerdict? Verdict { get; init; }

    [Field(RecusalRules.Clause, Multiline = true), Required, StringLength(2000)]
    public string Reasons { get; init; } = "";

    [Field("内部环节"), Required, StringLength(100)]
    public string DocumentNumber { get; init; } = "";

    [Field("第八条第二句", From = ChoiceList.People)]
    public string? ReplacementId { get; init; }

    [Field("第八条第二句", From = ChoiceList.Organisations)]
    public string? ReplacementUnit { get; init; }
}
