using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.ReferCase;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.ReferCase;

public sealed class ReferCaseTests
{
    private static readonly StageInputs inputs = new(Roles.Supervision);
    private static readonly ReferCaseStage stage = new();
    private static readonly ReferCaseForm notNeeded = new() { Decision = ReferralDecision.NotNeeded, Reason = "未发现涉嫌犯罪。" };
    private readonly ACase matter = new ACase().WithReport().Consulted().By("supervision-he");

    [Fact]
    public void The_supervision_bureau_refers_behind_the_wall()
    {
        var seat = stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem();

        (seat.To, seat.Walled).ShouldBe((Candidate.OfRole(Roles.Supervision), true));
        Should.Throw<InvalidOperationException>(() => stage.Enter(matter.Enter(new(Roles.LeadEnv)))).Message.ShouldContain("第十三条第三款第二句");
    }

    [Theory]
    [InlineData(ReferralKind.Crime, "第十三条第三款第二句", true, "SF")]
    [InlineData(ReferralKind.OutOfScope, "第三条第三款", false, "F")]
    public void A_referral_is_kept_under_its_clause_and_only_a_suspected_crime_lies_behind_the_wall(
        ReferralKind kind, string citation, bool walled, string series)
    {
        Submit(Concluding.Referral with { Kind = kind }).ShouldBe("Referred");
        Submit(Concluding.Referral with { Kind = kind }).ShouldBe("Referred");

        matter.File.Referrals.Select(referral => (referral.Id, referral.Citation, referral.Walled, referral.Receipt)).ShouldBe(
            [(series + "1", citation, walled, "移收〔2026〕1号"), (series + "2", citation, walled, "移收〔2026〕1号")]);
    }

    [Fact]
    public void 第十条第一句_A_referral_behind_the_wall_leaves_no_gap_among_the_numbers_in_front_of_it()
    {
        Submit(Concluding.Referral with { Kind = ReferralKind.OutOfScope });
        Submit(Concluding.Referral with { Kind = ReferralKind.Crime });
        Submit(Concluding.Referral with { Kind = ReferralKind.OutOfScope });

        matter.File.Referrals.Where(referral => !referral.Walled).Select(referral => referral.Id).ShouldBe(["F1", "F2"]);
    }

    [Fact]
    public void 第三条第三款_A_referral_names_authority_materials_day_and_receipt()
    {
        Refusals(Concluding.Referral).ShouldBeEmpty();
        Refusals(Concluding.Referral with { Kind = null }).ShouldBe(["第三条第三款、第十三条第三款第二句 Referral.Incomplete.Reason"]);
        Refusals(Concluding.Referral with { Authority = "" }).ShouldBe(["第十三条第三款第二句 Referral.Incomplete.Reason"]);
        Refusals(Concluding.Referral with { Materials = null }).ShouldBe(["第十三条第三款第二句 Referral.Incomplete.Reason"]);
        Refusals(Concluding.Referral with { HandedOverOn = null }).ShouldBe(["第十三条第三款第二句 Referral.Incomplete.Reason"]);
        Refusals(Concluding.Referral with { Kind = ReferralKind.OutOfScope, Receipt = " " })
            .ShouldBe(["第三条第三款 Referral.Incomplete.Reason"]);
    }

    [Fact]
    public void A_referral_concerns_a_party_of_the_case_or_none()
    {
        Refusals(Concluding.Referral with { PartyId = null }).ShouldBeEmpty();
        Refusals(Concluding.Referral with { PartyId = "P9" }).ShouldBe(["第十三条第三款第二句 Referral.NoParty.Reason"]);
    }

    [Fact]
    public void A_referral_is_entered_after_it_took_place() =>
        Refusals(Concluding.Referral with { HandedOverOn = new(2026, 3, 3) }).ShouldBe(["内部环节 Referral.Ahead.Reason"]);

    [Fact]
    public void The_way_to_a_referral_stays_open_until_both_bodies_have_approved()
    {
        Refusals(notNeeded).ShouldBe(["内部环节 NotNeeded.Early.Reason"]);

        matter.Approved();

        Refusals(notNeeded).ShouldBeEmpty();
        Submit(notNeeded).ShouldBe("NotNeeded");
        matter.File.Referrals.ShouldBeEmpty();
    }

    private string Submit(ReferCaseForm form) =>
        matter.Submit(stage, matter.Enter(inputs), "form", form).ShouldBeOfType<StageStep.Leaving>().Outcome;

    private IReadOnlyList<string> Refusals(ReferCaseForm form) => matter.Refusals(stage, matter.Enter(inputs), "form", form);
}
