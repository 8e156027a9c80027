using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.SuperviseDuties;

public static class SupervisionOpinionRules
{
    /// <summary>第十条第一句: the inquiry looks at how every unit and person concerned fulfilled their duties.</summary>
    [Clause("第十条第一句", "提出追责意见")]
    public static Ruling IsExamined(SuperviseDutiesForm form, Party party) => Ruling.Require(
        form.Duties.Exists(duty => duty.PartyId == party.Id), "第十条第一句",
        Text.Of<SuperviseDutiesStage>("Party.NotExamined.Reason", party.Name), Text.Of<SuperviseDutiesStage>("Party.NotExamined.Remedy"));

    /// <summary>第十条第一句: the inquiry ends with opinions, or says why there are none.</summary>
    public static Ruling EndsWithOpinionsOrReason(SuperviseDutiesForm form) => Ruling.Require(
        form.Opinions.Count > 0 || !string.IsNullOrWhiteSpace(form.NoOpinionsReason), "第十条第一句",
        Text.Of<SuperviseDutiesStage>("Opinions.None.Reason"), Text.Of<SuperviseDutiesStage>("Opinions.None.Remedy"));

    /// <summary>第十条第一句: an opinion is about a unit or person of this case.</summary>
    public static Ruling IsAboutAParty(CaseFile file, Proposal opinion, int row) => Ruling.Require(
        file.Parties.Exists(party => party.Id == opinion.PartyId), "第十条第一句",
        Text.Of<SuperviseDutiesStage>("Opinion.NoParty.Reason", row), Text.Of<SuperviseDutiesStage>("Opinion.NoParty.Remedy"));

    /// <summary>第十三条: the measure is one of the article's, and fits a unit or a person.</summary>
    public static Ruling IsAMeasureForIt(CaseFile file, Proposal opinion, int row, DateOnly today) => Ruling.Require(
        file.Parties.Find(party => party.Id == opinion.PartyId) is not { } party
            || file.Rules.Measures.Find(opinion.Measure, today)?
                .MayTarget(party.IsPerson ? MeasureTarget.Person : MeasureTarget.Unit) is true,
        "第十三条",
        Text.Of<SuperviseDutiesStage>("Opinion.Measure.Reason", row), Text.Of<SuperviseDutiesStage>("Opinion.Measure.Remedy"));

    /// <summary>内部环节: a number is given by the system and stands for one opinion only.</summary>
    public static Ruling KeepsItsNumber(CaseFile file, SuperviseDutiesForm form, Proposal opinion, int row) => Ruling.Require(
        string.IsNullOrEmpty(opinion.Id)
            || (file.SupervisionOpinions().Any(known => known.Id == opinion.Id)
                && form.Opinions.Count(other => other.Id == opinion.Id) == 1),
        "内部环节",
        Text.Of<SuperviseDutiesStage>("Opinion.Number.Reason", row), Text.Of<SuperviseDutiesStage>("Opinion.Number.Remedy"));
}
