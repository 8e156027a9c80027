using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.ProposeHandling;

public static class ProposalRules
{
    /// <summary>第九条第（四）项: a party has a proposal or a reason for none; a person must besides be exempt under 第十四条第（三）项.</summary>
    [Clause("第九条第（四）项")]
    public static Ruling HasAProposalOrAReason(CaseFile file, ProposeHandlingForm draft, Party party) => Ruling.Require(
        draft.Proposals.Exists(proposal => proposal.PartyId == party.Id)
            || (draft.NoProposals.Exists(none => none.PartyId == party.Id && !string.IsNullOrWhiteSpace(none.Reason))
                && (!party.IsPerson || file.IsExempt(party))),
        "第九条第（四）项、第十四条第（三）项",
        Text.Of<ProposeHandlingStage>("Party.NoProposal.Reason", party.Name), Text.Of<ProposeHandlingStage>("Party.NoProposal.Remedy"));

    /// <summary>第十四条第（一）项 (应当从严): an aggravating ground leads to a stricter proposal, or to a written reason.</summary>
    [Clause("第十四条第（一）项")]
    public static Ruling AggravationIsAnswered(CaseFile file, ProposeHandlingForm draft, Party party) => Ruling.Require(
        !file.IsAggravated(party) || draft.Strictness.Exists(row =>
            row.PartyId == party.Id && row.Answer is not null && !string.IsNullOrWhiteSpace(row.Explanation)),
        "第十四条第（一）项",
        Text.Of<ProposeHandlingStage>("Party.NotStricter.Reason", party.Name), Text.Of<ProposeHandlingStage>("Party.NotStricter.Remedy"));

    /// <summary>第九条第（三）、（四）项: a proposal is about a unit or person that the newest matrix finds responsible.</summary>
    public static Ruling IsAboutAParty(CaseFile file, Proposal proposal, int row) => Ruling.Require(
        file.Matrix().Any(responsible => responsible.Party.Id == proposal.PartyId), "第九条第（四）项",
        Text.Of<ProposeHandlingStage>("Proposal.NoParty.Reason", row), Text.Of<ProposeHandlingStage>("Proposal.NoParty.Remedy"));

    /// <summary>第十三条: the measure is one of the article's, and fits a unit or a person.</summary>
    [Clause("第十三条第一款第（一）项")]
    public static Ruling IsAMeasureForIt(StageContext context, Proposal proposal, int row)
    {
        var measure = context.File.Rules.Measures.Find(proposal.Measure, context.Today);
        var party = context.File.Parties.Find(known => known.Id == proposal.PartyId);
        return Ruling.Require(
            measure is not null && (party is null || measure.MayTarget(party.IsPerson ? MeasureTarget.Person : MeasureTarget.Unit)),
            measure?.Citation ?? "第十三条",
            Text.Of<ProposeHandlingStage>("Proposal.Measure.Reason", row, measure?.Name ?? proposal.Measure, party?.Name),
            Text.Of<ProposeHandlingStage>("Proposal.Measure.Remedy"));
    }

    /// <summary>第一条: a law that a proposal cites was in force while one of the acts of its party went on; between two acts is not enough.</summary>
    /// <param name="decidedOn">For opinions of the supervision organ, whose own law says what it may do: the day on which that law holds; null elsewhere.</param>
    public static Ruling BasisWasInForce(CaseFile file, Proposal proposal, int row, DateOnly? decidedOn = null)
    {
        var gone = NotInForce(file, proposal, file.Rules.Bases, decidedOn);
        return Ruling.Require(gone.Count == 0, "第一条", Text.Of<ProposeHandlingStage>("Proposal.Basis.Reason", row, string.Join("、", gone)),
            Text.Of<ProposeHandlingStage>("Proposal.Basis.Remedy"));
    }

    /// <summary>第一条: the titles that a proposal cites, of which no version held on the days of any act of its party, nor on the day of the decision.</summary>
    public static IReadOnlyList<string> NotInForce(CaseFile file, Proposal proposal, LegalBases bases, DateOnly? decidedOn)
    {
        var findings = file.Matrix().FirstOrDefault(responsible => responsible.Party.Id == proposal.PartyId)?.Findings ?? [];
        return findings.Select(finding => bases.NotInForce(proposal.Basis, finding.ActFrom ?? DateOnly.MinValue, finding.ActTo ?? DateOnly.MinValue))
            .Aggregate((IEnumerable<string>?)null, (gone, these) => gone?.Intersect(these) ?? these)?
            .Except(decidedOn is { } day ? bases.NamedIn(proposal.Basis).Select(versions => versions.Key).Except(bases.NotInForce(proposal.Basis, day, day)) : [])
            .ToList() ?? [];
    }

    /// <summary>内部环节: a number is given by the system and stands for one proposal only.</summary>
    public static Ruling KeepsItsNumber(CaseFile file, ProposeHandlingForm draft, Proposal proposal, int row) => Ruling.Require(
        string.IsNullOrEmpty(proposal.Id) || (file.HandlingProposals().Any(known => known.Id == proposal.Id)
            && draft.Proposals.Count(other => other.Id == proposal.Id) == 1),
        "内部环节",
        Text.Of<ProposeHandlingStage>("Proposal.Number.Reason", row), Text.Of<ProposeHandlingStage>("Proposal.Number.Remedy"));
}
