using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Ledgers.Recusal;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Ledgers;

public sealed class RecusalTests
{
    private readonly ACase matter = new ACase().WithTeam();

    private static DecideRecusalForm Recuse(string person) => new()
    {
        PersonId = person, Ground = RecusalGround.Interest, Verdict = RecusalVerdict.Recused, Reasons = "与被调查人共事多年。", DocumentNumber = "昌州政办函〔2026〕9号",
    };

    [Fact]
    public void A_member_who_served_in_a_unit_under_inquiry_is_found_by_his_posts()
    {
        matter.File.Inquire("police", null, "昌吉州公安局", null, isPerson: false, matter.Now);

        var tie = RecusalCheck.Of(matter.File, OrganisationDirectory.Shipped).ShouldHaveSingleItem();

        (tie.Member.PersonId, tie.Ground, tie.Decision).ShouldBe(("police-yuan", RecusalGround.FormerPost, null));
    }

    [Fact]
    public void A_member_who_served_together_with_a_person_under_inquiry_is_found()
    {
        matter.File.Inquire("audit", "audit-xiao", "萧济明", "局长", isPerson: true, matter.Now);

        RecusalCheck.Of(matter.File, OrganisationDirectory.Shipped).ShouldContain(tie => tie.Member.PersonId == "audit-tian" && tie.Ground == RecusalGround.Interest);
    }

    [Fact]
    public void Declared_kin_who_is_under_inquiry_is_found_also_where_the_name_is_written_with_another_dot()
    {
        matter.File.Inquire("county-fukang-gov", null, "买买提·吐尔逊", "科长", isPerson: true, matter.Now);
        matter.As("police-yuan");
        matter.Make(new DeclareInterest(), new DeclareInterestForm { HasInterest = false, Kin = [new() { Name = "买买提•吐尔逊", Relation = "内弟" }] });

        RecusalCheck.Of(matter.File, OrganisationDirectory.Shipped).ShouldContain(tie => tie.Member.PersonId == "police-yuan" && tie.Ground == RecusalGround.Kin);
        matter.File.Notices.ShouldContain(notice => notice.RecipientKey == "role:GOVERNMENT");
    }

    [Fact]
    public void A_decision_answers_the_ties_that_were_known_and_not_those_that_come_later()
    {
        matter.File.Inquire("police", null, "昌吉州公安局", null, isPerson: false, matter.Now);
        matter.As("gov-zhang");
        matter.Make(new DecideRecusal(), Recuse("police-yuan") with { Ground = RecusalGround.FormerPost, Verdict = RecusalVerdict.Stays });
        Tie(matter).Decision.ShouldNotBeNull();

        matter.Now += TimeSpan.FromDays(1);
        matter.File.Inquire("police", null, "昌吉州公安局治安支队", null, isPerson: false, matter.Now);

        RecusalCheck.Of(matter.File, OrganisationDirectory.Shipped).ShouldContain(tie => tie.Decision == null);
    }

    [Fact]
    public void Who_is_recused_is_excluded_and_replaced_by_the_same_decision()
    {
        matter.As("gov-zhang");

        matter.Make(new DecideRecusal(), Recuse("police-yuan") with { ReplacementId = "police-dong", ReplacementUnit = "police" });

        matter.File.Concerns("police-yuan").ShouldBeTrue();
        matter.File.Members(TeamKind.Investigation).Select(member => member.PersonId).ShouldContain("police-dong");
        matter.File.Members(TeamKind.Investigation).ShouldNotContain(member => member.PersonId == "police-yuan");
    }

    [Fact]
    public void A_leader_is_not_recused_without_a_leader_who_takes_his_place()
    {
        matter.As("gov-zhang");

        matter.Refusals(new DecideRecusal(), Recuse("env-wang")).ShouldBe(["第九条第一句 Leader.NotReplaced.Reason"]);
        matter.Refusals(new DecideRecusal(), Recuse("env-wang") with { ReplacementId = "env-sun", ReplacementUnit = "env" }).ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_decides_on_himself_and_the_government_not_on_the_supervision_organ()
    {
        matter.As("gov-zhang");

        matter.Refusals(new DecideRecusal(), Recuse("gov-zhang")).ShouldContain("参照《中华人民共和国公务员法》第七十七条 Decider.Himself.Reason");
        matter.Refusals(new DecideRecusal(), Recuse("supervision-he")).ShouldContain("内部环节 Decider.Other.Reason");
    }

    [Fact]
    public void Who_steps_in_holds_a_post_in_that_unit_and_is_himself_impartial()
    {
        matter.As("gov-zhang");
        var form = Recuse("police-yuan");

        matter.Refusals(new DecideRecusal(), form with { ReplacementId = "police-dong", ReplacementUnit = "audit" }).ShouldBe(["第八条第二句 Replacement.Unfit.Reason"]);
        matter.Refusals(new DecideRecusal(), form with { ReplacementId = "fukang-pei", ReplacementUnit = "county-fukang-gov" }).ShouldBe(["第八条第二句 Replacement.Unfit.Reason"]);
        matter.Refusals(new DecideRecusal(), form with { ReplacementId = "audit-tian", ReplacementUnit = "audit" }).ShouldBe(["第八条第二句 Replacement.Unfit.Reason"]);
    }

    [Fact]
    public void An_interest_is_declared_in_words()
    {
        matter.As("police-yuan");

        matter.Refusals(new DeclareInterest(), new DeclareInterestForm { HasInterest = true }).ShouldBe([RecusalRules.Clause + " Interest.Unsaid.Reason"]);
    }

    private static Tie Tie(ACase matter) => RecusalCheck.Of(matter.File, OrganisationDirectory.Shipped).ShouldHaveSingleItem();
}
