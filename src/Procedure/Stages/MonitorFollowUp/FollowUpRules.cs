using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.MonitorFollowUp;

public static class FollowUpRules
{
    private const string Clause = "第十一条第二款第二句";

    /// <summary>第十一条第二款第二句 (州监察局、环保局): two offices follow up, so one person cannot confirm for both.</summary>
    [Clause("第十一条第二款第二句")]
    public static Ruling IsAnotherHand(Submission? other, Actor actor) => Ruling.Require(other?.PersonId != actor.PersonId, Clause,
        Text.Of<MonitorFollowUpStage>("Follower.Both.Reason", actor.Name), Text.Of<MonitorFollowUpStage>("Follower.Both.Remedy"));

    /// <summary>第十一条第二款第二句: each measure that waits for confirmation is looked at.</summary>
    public static Ruling LooksAtEachMeasure(FollowUpForm form, IReadOnlyList<string> waiting) => Ruling.Require(
        form.Measures.Count == waiting.Count && waiting.All(id => form.On(id) is not null), Clause,
        Text.Of<MonitorFollowUpStage>("Measures.NotAll.Reason", string.Join("、", waiting.Where(id => form.On(id) is null))),
        Text.Of<MonitorFollowUpStage>("Measures.NotAll.Remedy"));

    /// <summary>第十一条第二款第二句: the whole is confirmed exactly when every measure is.</summary>
    public static Ruling AgreesWithItself(FollowUpForm form) => Ruling.Require(
        form.Measures.Count == 0
            || (form.Result == FollowUpResult.Confirmed) == form.Measures.TrueForAll(row => row.Result == FollowUpResult.Confirmed),
        Clause, Text.Of<MonitorFollowUpStage>("Result.Contradicts.Reason"), Text.Of<MonitorFollowUpStage>("Result.Contradicts.Remedy"));

    /// <summary>内部环节: what is not yet done is said in words.</summary>
    public static Ruling SaysWhatIsMissing(FollowUpForm form) => Ruling.Require(
        form.Result != FollowUpResult.NotYet || !string.IsNullOrWhiteSpace(form.Remarks), "内部环节",
        Text.Of<MonitorFollowUpStage>("NotYet.NoRemarks.Reason"), Text.Of<MonitorFollowUpStage>("NotYet.NoRemarks.Remedy"));
}
