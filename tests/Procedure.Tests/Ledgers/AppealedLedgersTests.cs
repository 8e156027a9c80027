using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Ledgers.Funds;
using WorkflowAccountability.Procedure.Ledgers.Lifetime;
using WorkflowAccountability.Procedure.Ledgers.Remedies;
using WorkflowAccountability.Procedure.Ledgers.Restrictions;
using WorkflowAccountability.Procedure.Stages.CloseCase;
using WorkflowAccountability.Testing;
using Measure = WorkflowAccountability.Procedure.Cases.Measure;

namespace WorkflowAccountability.Procedure.Tests.Ledgers;

/// <summary>参照《中华人民共和国公务员法》第九十五条: what an appeal decides reaches every ledger, and what stood there before stays readable.</summary>
public sealed class AppealedLedgersTests
{
    private static readonly DateOnly day = new(2026, 3, 2);

    private readonly ACase matter = new ACase().WithReport().Consulted().Approved().Restricted();

    [Fact]
    public void 第十三条第一款第二项_A_lowered_amount_stands_beside_the_old_one_and_what_was_taken_too_much_is_given_back()
    {
        var measure = Funds();
        Account(measure, 1_000_000m, settled: 600_000m);
        Appeal(measure, new() { Outcome = AppealOutcome.Changed, NewWords = "追回四十万元。", NewAmountInYuan = 400_000m });

        var account = FundsLedger.Find(matter.File, measure.Id)!;
        (account.Opened.AmountInYuan, account.Due, account.Balance, account.ToReturn).ShouldBe((1_000_000m, 400_000m, -200_000m, 200_000m));
        Superseded.WordsOf(matter.File, matter.File.Entries.Single(entry => entry.Kind == OpenFunds.Named)).ShouldHaveSingleItem().ToString().ShouldContain("昌监复〔2026〕1号");
        CloseRules.FundsAreSettled(matter.File, measure).IsAllowed.ShouldBeFalse("something is to be given back");

        matter.As("finance-deng");
        var back = Posting(measure, PostingKind.Returned, 200_000m);
        matter.Refusals(new PostFunds(), back with { AmountInYuan = 200_001m }).ShouldBe(["第十三条第一款第（二）项 Amount.TooMuch.Reason"]);
        matter.Refusals(new PostFunds(), Posting(measure, PostingKind.Settled, 1m)).ShouldBe(["第十三条第一款第（二）项 Amount.TooMuch.Reason"]);
        matter.Make(new PostFunds(), back);

        FundsLedger.Find(matter.File, measure.Id)!.Balance.ShouldBe(0);
        CloseRules.FundsAreSettled(matter.File, measure).IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public void 第十三条第一款第二项_Of_a_revoked_measure_nothing_is_due_and_all_that_came_in_is_given_back_also_after_the_case_was_closed()
    {
        var measure = Funds();
        Account(measure, 1_000_000m, settled: 600_000m);
        matter.File.Status = CaseStatus.Closed;
        Appeal(measure, new() { Outcome = AppealOutcome.Revoked });

        var account = FundsLedger.Find(matter.File, measure.Id)!;
        (account.Due, account.ToReturn).ShouldBe((0m, 600_000m));
        account.Alterations.ShouldBe([new(day, "昌监复〔2026〕1号", 0m)]);
        matter.As("finance-deng");
        new PostFunds().IsInTime(matter.File).ShouldBeTrue();
        matter.Make(new PostFunds(), Posting(measure, PostingKind.Returned, 600_000m));
        new PostFunds().IsInTime(matter.File).ShouldBeFalse("nothing is left to give back");
    }

    [Fact]
    public void An_amount_belongs_to_a_measure_on_funds_that_is_changed()
    {
        var removal = matter.File.Measures.Single(measure => measure.Code == "Removal");
        Open();
        var label = Record(removal);

        matter.Refusals(new DecideAppeal(), Decision(label, new() { Outcome = AppealOutcome.Changed, NewWords = "诫勉。", NewAmountInYuan = 5m })).ShouldBe(["第十三条第一款第（二）项 Amount.Wrong.Reason"]);
    }

    [Fact]
    public void 第十二条第二款_The_periods_of_a_sanction_that_was_revoked_hold_no_more_those_of_the_others_do_and_a_changed_one_is_to_be_confirmed_anew()
    {
        var removal = matter.File.Measures.Single(measure => measure.Code == "Removal");
        var entry = Confirm(removal.PartyId, "Removal");
        ImpactLedger.Of(matter.File, removal.PartyId)!.Periods.Count.ShouldBe(entry.Read<ConfirmImpactPeriodsForm>().Periods.Count);
        Appeal(removal, new() { Outcome = AppealOutcome.Revoked });

        var line = ImpactLedger.Of(matter.File, removal.PartyId)!;
        (line.Periods.Count, line.Form.Periods.Count > 0, line.Revoked.Count).ShouldBe((0, true, 1));
        Superseded.WordsOf(matter.File, entry).ShouldHaveSingleItem().ToString().ShouldContain("2026-03-02");
    }

    [Fact]
    public void 第十二条第二款_Two_sanctions_of_which_one_falls_leave_what_the_other_comes_to()
    {
        var removal = matter.File.Measures.Single(measure => measure.Code == "Removal");
        Confirm(removal.PartyId, "Removal", "AdmonitionTalk");
        Appeal(removal, new() { Outcome = AppealOutcome.Revoked });

        var line = ImpactLedger.Of(matter.File, removal.PartyId)!;
        var alone = ConfirmImpactPeriods.Proposed(matter.File, line.Form with { Sanctions = [line.Form.Sanctions[1]] }, matter.File.Rules.Impacts);
        line.Periods.Select(period => (period.Effect, period.Until)).ShouldBe(alone.Select(period => ((ImpactEffect?)period.Effect, (DateOnly?)period.Until)));
    }

    [Fact]
    public void 第十二条第二款_A_changed_sanction_keeps_its_periods_until_they_are_confirmed_anew()
    {
        var removal = matter.File.Measures.Single(measure => measure.Code == "Removal");
        Confirm(removal.PartyId, "Removal");
        Appeal(removal, new() { Outcome = AppealOutcome.Changed, NewWords = "调整岗位。" });

        var line = ImpactLedger.Of(matter.File, removal.PartyId)!;
        (line.Periods.Count, line.Changed.Count).ShouldBe((line.Form.Periods.Count, 1));
        matter.Now += TimeSpan.FromMinutes(1);
        Confirm(removal.PartyId, "Removal");
        ImpactLedger.Of(matter.File, removal.PartyId)!.Changed.ShouldBeEmpty();
    }

    [Fact]
    public void 第十四条第二项_The_lifetime_ledger_says_since_when_and_what_it_was_before()
    {
        var removal = matter.File.Measures.Single(measure => measure.Code == "Removal");
        Appeal(removal, new() { Outcome = AppealOutcome.Changed, NewWords = "调整岗位。" });

        LifetimeLedger.WordsOf(matter.File, removal).ShouldBe($"调整岗位。（由昌监复〔2026〕1号变更）（2026-03-02；原为：{removal.Text}）");
    }

    private Measure Funds()
    {
        var measure = new Measure
        {
            Id = "M9", CaseId = matter.File.Id, ProposalId = "H9", PartyId = "P1", Code = "FundsRecovery", Citation = FundsLedger.Clause, Text = "追回一百万元。", OwnerRole = "FINANCE", DecidedAt = matter.Now,
        };
        matter.File.Measures.Add(measure);
        return measure;
    }

    private void Account(Measure measure, decimal amount, decimal settled)
    {
        matter.As("finance-deng");
        matter.Make(new OpenFunds(), new OpenFundsForm { MeasureId = measure.Id, Fund = "生态保护补偿资金", BudgetYear = 2025, BudgetItem = "2110304", AmountInYuan = amount });
        matter.Make(new PostFunds(), Posting(measure, PostingKind.Settled, settled));
    }

    private static PostFundsForm Posting(Measure measure, PostingKind kind, decimal amount) =>
        new() { MeasureId = measure.Id, Kind = kind, AmountInYuan = amount, On = day, Voucher = "记字12号" };

    private CaseEntry Confirm(string party, params string[] codes)
    {
        matter.As("org-dept-cao");
        var form = new ConfirmImpactPeriodsForm
        {
            PartyId = party, Sanctions = [.. codes.Select(code => new SanctionRow { Code = code, EffectiveOn = day, DocumentNumber = "昌州党干〔2026〕3号" })],
        };
        form = form with { Periods = [.. ConfirmImpactPeriods.Proposed(matter.File, form, matter.File.Rules.Impacts).Select(period => new ConfirmedPeriod { Effect = period.Effect, Until = period.Until })] };
        return matter.Make(new ConfirmImpactPeriods(), form);
    }

    private void Open()
    {
        matter.As("gov-zhang");
        matter.Make(new OpenRemedies(), new OpenRemediesForm { LegalOpinion = "昌法制〔2026〕2号", Reasons = "《公务员法》第九十五条。" });
    }

    private string Record(Measure measure) => matter.Make(new RecordAppeal(), new RecordAppealForm { MeasureId = measure.Id, ReceivedOn = day, Grounds = "事实不清。" }).Label;

    private static DecideAppealForm Decision(string appeal, DecideAppealForm said) => said with { Appeal = appeal, DecidedOn = day, DocumentNumber = "昌监复〔2026〕1号" };

    private void Appeal(Measure measure, DecideAppealForm said)
    {
        Open();
        matter.Make(new DecideAppeal(), Decision(Record(measure), said));
    }
}
