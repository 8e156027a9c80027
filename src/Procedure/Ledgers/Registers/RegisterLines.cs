using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers.Funds;
using WorkflowAccountability.Procedure.Ledgers.Lifetime;
using WorkflowAccountability.Procedure.Ledgers.Restrictions;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.DefineResponsibility;

namespace WorkflowAccountability.Procedure.Ledgers.Registers;

/// <summary>The lines of each register.</summary>
internal static class RegisterLines
{
    /// <summary>第十二条第一款: who may not receive what, since when, and whether a decision lifted it; the article knows no end.</summary>
    public static Register Restrictions { get; } = new("restrictions", "第十二条第一款",
        ["Number", "Party", "Restriction", "EventYear", "FindingYear", "From", "To", "Lifted", "LiftedBy", "Basis"], AskRestrictions.May,
        (file, _) => file.Restrictions.Select(row => (object?[])
        [
            row.Id, NameOf(file, row.PartyId), Text.Of<CaseTexts>($"Restriction.{row.Kind}").ToString(), row.EventYear, row.FindingYear, Day(row.Start), Day(row.End), Day(row.LiftedOn),
            row.LiftedBy, row.Basis,
        ]));

    /// <summary>第十三条第一款第（二）项: what is to be recovered, deducted or withheld, to zero; in yuan.</summary>
    public static Register Funds { get; } = new("funds", FundsLedger.Clause, ["Number", "Measure", "Party", "Fund", "BudgetYear", "BudgetItem", "Due", "Settled", "Balance"], _ => true,
        (file, _) => FundsLedger.Of(file).Select(account => (object?[])
        [
            account.Measure.Id, account.Measure.WordsAndFate, NameOf(file, account.Measure.PartyId), account.Opened.Fund, account.Opened.BudgetYear, account.Opened.BudgetItem,
            account.Due, account.Settled, account.Balance,
        ]));

    /// <summary>第十三条第一款第（三）项: where new projects are not approved.</summary>
    public static Register Approvals { get; } = new("approvals", "第十三条第一款第（三）项", ["Number", "Unit", "Area", "Document", "From", "To", "Condition", "Lifted", "LiftedBy"], _ => true,
        (file, _) => file.ApprovalRestrictions.Select(row => (object?[])
            [row.MeasureId, row.Unit, row.AreaOrIndustry, row.DocumentNumber, Day(row.Start), Day(row.End), row.LiftingCondition, Day(row.LiftedOn), row.LiftedBy]));

    /// <summary>第十四条第（二）项第二句: who was found responsible, where he is now, and what for.</summary>
    public static Register Lifetime { get; } = new("lifetime", "第十四条第（二）项第二句", ["Party", "PostThen", "PostNow", "Responsibility", "Act", "ActFrom", "ActTo", "Measures"], ShowLifetime.May,
        (file, reader) => file.Matrix().Where(row => row.Party.IsPerson).SelectMany(row => row.Findings.Select(finding => (object?[])
        [
            row.Party.Name, finding.PostThen, row.Party.PersonId is { } id ? reader.Directory.PostOf(id, reader.Today) : null,
            finding.Responsibility is { } type ? Text.Of<DefineResponsibilityStage>($"ResponsibilityType.{type}").ToString() : null, finding.Act, Day(finding.ActFrom), Day(finding.ActTo),
            string.Join("；", file.Measures.Where(measure => measure.PartyId == row.Party.Id).Select(measure => LifetimeLedger.WordsOf(file, measure))),
        ])));

    /// <summary>第十三条第三款, 第三条第三款: what went to another authority, with its receipt and what came of it.</summary>
    public static Register Referrals { get; } = new("referrals", "第十三条第三款", ["Number", "Authority", "Reason", "Clause", "On", "Receipt", "Outcome", "OutcomeOn"], _ => true,
        (file, reader) => file.Referrals.Where(row => !row.Walled || reader.IsBehindWall(file)).Select(row => (object?[])
            [row.Id, row.Authority, row.Reason, row.Citation, Day(row.On), row.Receipt, row.Outcome, Day(row.OutcomeOn)]));

    /// <summary>第八条第二句: who sat in the teams, from when until when.</summary>
    public static Register Members { get; } = new("members", "第八条第二句", ["Team", "Person", "Unit", "Function", "From", "To"], _ => true,
        (file, reader) => file.TeamMembers.Where(row => row.Team is TeamKind.Investigation || reader.IsBehindWall(file)).OrderBy(row => row.From).Select(row => (object?[])
        [
            Text.Of<CaseTexts>($"Team.{row.Team}").ToString(), reader.Directory.NameOfPerson(row.PersonId), reader.Directory.NameOf(row.OrganisationId, BeijingTime.DayOf(row.From)),
            Text.Of<FormTexts>($"TeamFunction.{row.Function}").ToString(), Day(BeijingTime.DayOf(row.From)), row.To is { } to ? Day(BeijingTime.DayOf(to)) : null,
        ]));

    private static string? NameOf(CaseFile file, string partyId) => file.Parties.Find(party => party.Id == partyId)?.Name;

    private static string? Day(DateOnly? day) => RegisterReader.Day(day);
}
