using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers.Funds;
using WorkflowAccountability.Procedure.Ledgers.Members;
using WorkflowAccountability.Procedure.Ledgers.Records;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers;

/// <summary>What the forms of entries offer from the ledgers of their case.</summary>
internal static class LedgerChoices
{
    public static IReadOnlyList<Choice> Of(ChoiceList list, CaseFile file, OrganisationDirectory directory, DateOnly day, bool behindWall) => list switch
    {
        ChoiceList.Members => [.. file.Members(TeamKind.Investigation).Select(member => new Choice(member.PersonId, directory.NameOfPerson(member.PersonId)))],
        ChoiceList.MemberChanges => [.. MemberRules.Pending(file).Select(row => new Choice(row.Entry.Label, $"{row.Entry.Label} {row.Form.Reasons}"))],
        ChoiceList.Restrictions => [.. file.Restrictions.Where(restriction => restriction.LiftedOn is null).Select(restriction => new Choice(restriction.Id,
            $"{restriction.Id} {NameOf(file, restriction.PartyId)} {Text.Of<LedgerTexts>($"Restriction.{restriction.Kind}")}"))],
        ChoiceList.Sanctions => [.. file.Rules.Impacts.On(day).Select(rule => new Choice(rule.Code, rule.Name))],
        ChoiceList.FundsMeasures => [.. FundsLedger.MeasuresOf(file).Select(measure => new Choice(measure.Id, $"{measure.Id} {measure.Words}"))],
        ChoiceList.ApprovalRestrictions => [.. file.ApprovalRestrictions.Where(restriction => restriction.LiftedOn is null)
            .Select(restriction => new Choice(restriction.MeasureId, $"{restriction.MeasureId} {restriction.AreaOrIndustry}"))],
        ChoiceList.Referrals => [.. file.Referrals.Where(referral => referral.OutcomeOn is null && (!referral.Walled || behindWall))
            .Select(referral => new Choice(referral.Id, $"{referral.Id} {referral.Authority} {referral.Receipt}"))],
        ChoiceList.Appeals => [.. Remedies.RemedyLane.AppealsOf(file).Where(appeal => appeal.Decision is null)
            .Select(appeal => new Choice(appeal.Entry.Label, $"{appeal.Entry.Label} {appeal.Form.MeasureId}"))],
        ChoiceList.RecordRequests => [.. MissingRecords.RequestsOf(file).Select(request => new Choice(request.Entry.Label, $"{request.Entry.Label} {request.Form.What}"))],
        _ => throw new ArgumentOutOfRangeException(nameof(list), list, "A list that no page knows."),
    };

    private static string? NameOf(CaseFile file, string partyId) => file.Parties.Find(party => party.Id == partyId)?.Name;
}
