using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Ledgers.Restrictions;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Ledgers;

public sealed class RestrictionTests
{
    private readonly ACase matter = new ACase().WithReport().Consulted().Approved().Restricted();

    [Fact]
    public void 第十二条第一款_不得提拔重用_A_restriction_of_a_person_has_no_invented_end_and_stands_until_a_decision_lifts_it()
    {
        var restriction = matter.File.Restrictions.First(restriction => restriction.Kind == RestrictionKind.NoPromotion);
        restriction.End.ShouldBeNull();
        restriction.Holds(new(2099, 1, 1)).ShouldBeTrue();

        matter.As("gov-zhang");
        matter.Make(new LiftRestriction(), new LiftRestrictionForm
        {
            RestrictionId = restriction.Id, DocumentNumber = "昌州党组〔2026〕3号", LiftedOn = new(2026, 3, 2), Reasons = "整改到位。",
        });

        (restriction.Holds(new(2026, 3, 1)), restriction.Holds(new(2026, 3, 2)), restriction.LiftedBy).ShouldBe((restriction.Start <= new DateOnly(2026, 3, 1), false, "昌州党组〔2026〕3号"));
        matter.File.Notices.ShouldContain(notice => notice.RecipientKey == "role:ORG_DEPT" && notice.TextKey == "Notice.Lifted");
    }

    [Fact]
    public void 第十二条第一款_不得提拔重用_It_is_lifted_once_by_those_who_may_and_not_ahead_of_time()
    {
        var form = new LiftRestrictionForm { RestrictionId = "R1", DocumentNumber = "昌州党组〔2026〕3号", LiftedOn = new(2027, 1, 1), Reasons = "整改到位。" };
        matter.As("env-sun");
        new LiftRestriction().May(matter.Context()).ShouldBeFalse();
        matter.As("supervision-xu");

        matter.Refusals(new LiftRestriction(), form).ShouldBe(["内部环节 Day.Wrong.Reason"]);
        matter.Refusals(new LiftRestriction(), form with { RestrictionId = "R99", LiftedOn = new(2026, 3, 2) }).ShouldBe(["第十二条第一款 Restriction.Gone.Reason"]);
    }

    [Fact]
    public void 第十二条第二款_Impact_periods_are_confirmed_as_computed_or_with_a_reason()
    {
        matter.As("org-dept-peng");
        var form = new ConfirmImpactPeriodsForm
        {
            PartyId = "P3", Sanctions = [new() { Code = "AdmonitionTalk", EffectiveOn = new(2026, 3, 1), DocumentNumber = "昌州组〔2026〕1号" }],
            Periods = [new() { Effect = ImpactEffect.NoPromotion, Until = new(2026, 9, 1) }],
        };

        matter.Refusals(new ConfirmImpactPeriods(), form).ShouldBeEmpty();
        var shorter = form with { Periods = [new() { Effect = ImpactEffect.NoPromotion, Until = new(2026, 8, 1) }] };
        matter.Refusals(new ConfirmImpactPeriods(), shorter).ShouldBe(["第十二条第二款 Period.Differs.Reason"]);
        matter.Refusals(new ConfirmImpactPeriods(), shorter with { WhyOtherwise = "按新规定计算。" }).ShouldBeEmpty();
        matter.Refusals(new ConfirmImpactPeriods(), form with { PartyId = "P1" }).ShouldBe(["第十二条第二款 Party.NoPerson.Reason"]);
    }
}
