using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.EstablishFacts;

public static class FactRules
{
    private const string Facts = "第九条第（一）项";

    /// <summary>第九条第（一）项: 经过.</summary>
    public static Ruling HasACourse(EstablishFactsForm draft) => Ruling.Require(draft.Course.Count > 0, Facts,
        Text.Of<EstablishFactsStage>("Course.None.Reason"), Text.Of<EstablishFactsStage>("Course.None.Remedy"));

    /// <summary>内部环节: what is established has happened.</summary>
    public static Ruling CourseIsPast(EstablishFactsForm draft, DateOnly today) => Ruling.Require(
        draft.Course.TrueForAll(entry => entry.On <= today), "内部环节",
        Text.Of<EstablishFactsStage>("Course.Ahead.Reason"), Text.Of<EstablishFactsStage>("Course.Ahead.Remedy"));

    /// <summary>第九条第（一）项: a loss has its amount with method, assessor, scope and date, or the reason for none; never both.</summary>
    [Clause("第九条第（一）项")]
    public static Ruling IsAssessed(LossAssessment loss, string which) => Ruling.Require(
        string.IsNullOrWhiteSpace(loss.NoneBecause)
            ? loss is { Amount: not null, AssessedOn: not null } && IsSaid(loss.Method) && IsSaid(loss.Assessor) && IsSaid(loss.Scope)
            : loss.Amount is null,
        Facts, Text.Of<EstablishFactsStage>("Loss.NotAssessed.Reason", Text.Of<EstablishFactsStage>($"EstablishFactsForm.{which}")),
        Text.Of<EstablishFactsStage>("Loss.NotAssessed.Remedy"));

    /// <summary>第九条第（一）项: an amount is one of money: not below nothing, not beyond reason; and it was assessed after the matter began.</summary>
    public static Ruling IsPlausible(LossAssessment loss, DateOnly? begun, string which) => Ruling.Require(
        (loss.Amount is not { } yuan || Plausible.IsAmount(yuan)) && !(loss.AssessedOn < begun), Facts,
        Text.Of<EstablishFactsStage>("Loss.Absurd.Reason", Text.Of<EstablishFactsStage>($"EstablishFactsForm.{which}"), begun),
        Text.Of<EstablishFactsStage>("Loss.Absurd.Remedy"));

    /// <summary>内部环节: the direct loss of the scale is the assessed one, so that two figures cannot disagree.</summary>
    public static Ruling DirectLossIsStatedOnce(EstablishFactsForm draft) => Ruling.Require(
        draft.Event.DirectLoss is null || draft.Event.DirectLoss * StatedEvent.TenThousandYuan == draft.DirectLoss.Amount, "内部环节",
        Text.Of<EstablishFactsStage>("Loss.Twice.Reason"), Text.Of<EstablishFactsStage>("Loss.Twice.Remedy"));

    private static bool IsSaid(string? words) => !string.IsNullOrWhiteSpace(words);
}
