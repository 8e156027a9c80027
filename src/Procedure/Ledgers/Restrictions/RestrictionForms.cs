using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Ledgers.Restrictions;

/// <summary>第十二条第一款: the article knows no end; a decision lifts a restriction.</summary>
public sealed record LiftRestrictionForm
{
    [Field("第十二条第一款", From = ChoiceList.Restrictions), Required]
    public string RestrictionId { get; init; } = "";

    [Field("内部环节"), Required, StringLength(100)]
    public string DocumentNumber { get; init; } = "";

    [Field("内部环节"), Required]
    public DateOnly? LiftedOn { get; init; }

    [Field("内部环节", Multiline = true), Required, StringLength(2000)]
    public string Reasons { get; init; } = "";
}

/// <summary>第十二条第二款: the impact periods of a person as somebody confirms them.</summary>
public sealed record ConfirmImpactPeriodsForm
{
    [Field("第十二条第二款", From = ChoiceList.Parties), Required]
    public string PartyId { get; init; } = "";

    [Field("第十二条第二款"), Required]
    public List<SanctionRow> Sanctions { get; init; } = [];

    [Field("第十二条第二款")]
    public List<ConfirmedPeriod> Periods { get; init; } = [];

    [Field("内部环节", Multiline = true), StringLength(2000)]
    public string? WhyOtherwise { get; init; }
}

/// <summary>A sanction that took effect.</summary>
public sealed record SanctionRow
{
    [Field("第十二条第二款", From = ChoiceList.Sanctions), Required]
    public string Code { get; init; } = "";

    [Field("第十二条第二款"), Required]
    public DateOnly? EffectiveOn { get; init; }

    [Field("参照《中华人民共和国公职人员政务处分法》第六十七条")]
    public DateOnly? ActedOn { get; init; }

    [Field("内部环节"), Required, StringLength(100)]
    public string DocumentNumber { get; init; } = "";
}

/// <summary>A period that is confirmed.</summary>
public sealed record ConfirmedPeriod
{
    [Field("第十二条第二款"), Required]
    public ImpactEffect? Effect { get; init; }

    [Field("第十二条第二款"), Required]
    public DateOnly? Until { get; init; }
}
