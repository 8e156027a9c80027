using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>
/// 第十六条第一款: an event as a form states it; properties are named after the scales' criteria, what is not known stays empty.
/// </summary>
public sealed record StatedEvent
{
    /// <summary>万元.</summary>
    public const decimal TenThousandYuan = 10_000;

    [Field("第十六条第一款"), Range(0, int.MaxValue)]
    public int? Deaths { get; init; }

    [Field("内部环节"), Range(0, int.MaxValue)]
    public int? DeathsTotal { get; init; }

    [Field("第十六条第一款"), Range(0, int.MaxValue)]
    public int? Poisoned { get; init; }

    [Field("内部环节"), Range(0, int.MaxValue)]
    public int? PoisonedOrSeriouslyInjured { get; init; }

    [Field("第十六条第一款"), Range(0, int.MaxValue)]
    public int? Evacuated { get; init; }

    /// <summary>In 万元.</summary>
    [Field("第十六条第一款"), Range(typeof(decimal), "0", "99999999", ParseLimitsInInvariantCulture = true)]
    public decimal? DirectLoss { get; init; }

    [Field("第十六条第一款", From = ChoiceList.CriterionChoices)]
    public string? Ecology { get; init; }

    [Field("第十六条第一款", From = ChoiceList.CriterionChoices)]
    public string? WaterSource { get; init; }

    [Field("第十六条第一款")]
    public bool SensitiveHazard { get; init; }

    [Field("第十六条第一款", From = ChoiceList.CriterionChoices)]
    public string? Radiation { get; init; }

    [Field("第十六条第一款", From = ChoiceList.CriterionChoices)]
    public string? CrossBoundary { get; init; }

    [Field("内部环节")]
    public bool OtherImpact { get; init; }

    [Field("参照《突发环境事件调查处理办法》第十六条")]
    public DateOnly? EmergencyEndedOn { get; init; }

    /// <summary>Whether nothing at all is stated.</summary>
    public bool SaysNothing() => this == new StatedEvent();

    /// <summary>第十六条第一款: what a scale makes of it.</summary>
    public Classification Classify(RuleSet scale) => Classification.Classify(scale, Facts().For(scale));

    /// <summary>The facts under the ids of the scales' criteria.</summary>
    public EventFacts Facts() => EventFacts.None
        .Count("deaths", Deaths).Count("poisoned", Poisoned).Count("poisonedOrSeriouslyInjured", PoisonedOrSeriouslyInjured)
        .Count("evacuated", Evacuated).Money("directLoss", DirectLoss * TenThousandYuan)
        .Choice("ecology", Ecology).Choice("waterSource", WaterSource).Flag("sensitiveHazard", SensitiveHazard)
        .Choice("radiation", Radiation).Choice("crossBoundary", CrossBoundary).Flag("otherImpact", OtherImpact);
}
