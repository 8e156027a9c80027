using WorkflowAccountability.Procedure.Ledgers.Funds;
using WorkflowAccountability.Procedure.Stages.CloseCase;
using WorkflowAccountability.Procedure.Stages.ImplementDecision;
using WorkflowAccountability.Testing;
using Measure = WorkflowAccountability.Procedure.Cases.Measure;

namespace WorkflowAccountability.Procedure.Tests.Ledgers;

public sealed class FundsTests
{
    private static readonly OpenFundsForm opened = new()
    {
        MeasureId = "M1", Fund = "生态保护补偿资金", BudgetYear = 2025, BudgetItem = "2110304", AmountInYuan = 1_000_000.50m,
    };

    private static readonly PostFundsForm part = new()
    {
        MeasureId = "M1", Kind = PostingKind.Settled, AmountInYuan = 600_000m, On = new(2026, 3, 2), Voucher = "记字12号",
    };

    private readonly ACase matter = new();

    public FundsTests()
    {
        matter.File.Measures.Add(Measure("M1", "FundsRecovery"));
        matter.File.Measures.Add(Measure("M2", "FundsSuspension"));
        matter.As("finance-deng");
    }

    [Fact]
    public void 第十三条第一款第二项_Partly_recovered_funds_are_kept_in_a_ledger_down_to_zero()
    {
        matter.Make(new OpenFunds(), opened);
        matter.Make(new PostFunds(), part);
        Balance.ShouldBe(400_000.50m);
        IsSettled.ShouldBeFalse("a case cannot close over it");

        matter.Make(new PostFunds(), part with { AmountInYuan = 400_000.50m });

        Balance.ShouldBe(0);
        IsSettled.ShouldBeTrue();
    }

    [Fact]
    public void 第十三条第一款第二项_Each_mode_has_an_account_of_its_own()
    {
        matter.Make(new OpenFunds(), opened);
        matter.Make(new OpenFunds(), opened with { MeasureId = "M2", AmountInYuan = 5 });
        matter.Make(new PostFunds(), part with { MeasureId = "M2", AmountInYuan = 5 });

        FundsLedger.Of(matter.File).Select(account => account.Balance).ShouldBe([1_000_000.50m, 0]);
        new OpenFunds().May(matter.Context()).ShouldBeFalse("every measure has its account");
    }

    [Fact]
    public void No_more_is_posted_than_is_left_and_a_wrong_posting_is_taken_back_by_another()
    {
        matter.Make(new OpenFunds(), opened);
        matter.Refusals(new PostFunds(), part with { AmountInYuan = 1_000_001m }).ShouldBe(["第十三条第一款第（二）项 Amount.TooMuch.Reason"]);
        matter.Make(new PostFunds(), part);

        matter.Refusals(new PostFunds(), part with { Kind = PostingKind.Correction }).ShouldBe(["内部环节 Correction.Unexplained.Reason"]);
        matter.Refusals(new PostFunds(), part with { Kind = PostingKind.Correction, AmountInYuan = 600_001, Note = "重记" }).ShouldBe(["第十三条第一款第（二）项 Amount.TooMuch.Reason"]);
        matter.Make(new PostFunds(), part with { Kind = PostingKind.Correction, Note = "记错单位。" });

        Balance.ShouldBe(1_000_000.50m);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(0.001)]
    [InlineData(1e12)]
    public void An_absurd_amount_is_refused(double amount) =>
        matter.Refusals(new OpenFunds(), opened with { AmountInYuan = (decimal)amount }).ShouldBe(["内部环节 Amount.Absurd.Reason"]);

    [Fact]
    public void Only_the_finance_bureau_keeps_the_accounts()
    {
        matter.As("gov-zhang");

        new OpenFunds().May(matter.Context()).ShouldBeFalse();
    }

    [Fact]
    public void 第十三条第一款第二项_Funds_that_never_came_into_the_ledger_are_not_settled()
    {
        IsSettled.ShouldBeFalse("nobody opened the account");

        matter.Make(new OpenFunds(), opened);
        matter.Make(new PostFunds(), part);
        var report = new ImplementFundsForm { Mode = FundsMode.Recovered, Fund = opened.Fund, BudgetYear = 2025, AmountInYuan = 1_000_000.50m, Voucher = "记字13号" };
        ImplementationRules.IsBooked(matter.File, report, "M1").IsAllowed.ShouldBeFalse("the account is not at zero");
        matter.Make(new PostFunds(), part with { AmountInYuan = 400_000.50m });

        ImplementationRules.IsBooked(matter.File, report with { AmountInYuan = 5 }, "M1").IsAllowed.ShouldBeFalse("another amount was booked");
        ImplementationRules.IsBooked(matter.File, report, "M1").IsAllowed.ShouldBeTrue();
        ImplementationRules.IsBooked(matter.File, report, "M2").IsAllowed.ShouldBeTrue("done in one go: the report is the account");
    }

    private bool IsSettled => CloseRules.FundsAreSettled(matter.File, matter.File.Measures.Single(measure => measure.Id == "M1")).IsAllowed;

    private decimal Balance => FundsLedger.Find(matter.File, "M1")!.Balance;

    private Measure Measure(string id, string code) => new()
    {
        Id = id, CaseId = matter.File.Id, ProposalId = "H1", PartyId = "P1", Code = code, Citation = FundsLedger.Clause, Text = "追回补偿资金。", OwnerRole = "FINANCE",
        DecidedAt = matter.Now,
    };
}
