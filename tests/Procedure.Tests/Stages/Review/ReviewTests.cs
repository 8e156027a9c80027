using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.CompileReport;
using WorkflowAccountability.Procedure.Stages.Review;
using WorkflowAccountability.Procedure.Stages.ReviewByGovernment;
using WorkflowAccountability.Procedure.Stages.ReviewByPartyCommittee;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.Review;

public sealed class ReviewTests
{
    private static readonly StageInputs ofTheParty = new(Roles.PartyCommittee, Deadline: "D13");
    private static readonly StageInputs ofTheGovernment = new(Roles.Government, Deadline: "D13");
    private static readonly ReviewByPartyCommitteeStage party = new();
    private static readonly ReviewByGovernmentStage government = new();
    private readonly ACase matter = new ACase().WithReport().Consulted().By("party-zhao");

    [Fact]
    public void Each_body_finds_one_row_for_every_proposal_and_before_it_the_special_report_and_what_the_consulted_bodies_said()
    {
        var seat = party.Enter(matter.Enter(ofTheParty)).ShouldHaveSingleItem();

        (seat.To, seat.Deadline).ShouldBe((Candidate.OfRole(Roles.PartyCommittee), "D13"));
        var rows = seat.Prefill.ShouldBeOfType<PartyCommitteeReviewForm>().Decisions;
        rows.Select(row => (row.ProposalId, row.PartyId, row.Proposed)).ShouldBe(
            [("H1", "P1", "在全州通报。"), ("H2", "P2", "约谈。"), ("H3", "P3", "免去局长职务。")]);
        party.LaysBefore.ShouldBe(["Accountability.ReleaseSpecialReport", "Accountability.ConsultDiscipline"]);
        government.Enter(matter.Enter(ofTheGovernment))[0].To.ShouldBe(Candidate.OfRole(Roles.Government));
    }

    [Fact]
    public void 第八条第二句_第十一条第一款第一句_A_report_is_not_approved_on_a_day_before_its_team_was()
    {
        ReviewRules.FollowsTheTeam(matter.File, new GovernmentReviewForm { ReviewedOn = new(2026, 3, 1) }).IsAllowed.ShouldBeFalse();
        ReviewRules.FollowsTheTeam(matter.File, new GovernmentReviewForm { ReviewedOn = new(2026, 3, 2) }).IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public void No_body_can_be_given_the_others_key()
    {
        Should.Throw<InvalidOperationException>(() => party.Enter(matter.Enter(ofTheGovernment))).Message.ShouldContain("PARTY_COMMITTEE");
        Should.Throw<InvalidOperationException>(() => government.Enter(matter.Enter(ofTheParty))).Message.ShouldContain("GOVERNMENT");
    }

    [Fact]
    public void 第十一条第一款第一句_One_key_decides_nothing()
    {
        matter.ApprovedByParty();

        (matter.File.IsApproved, matter.File.ApprovedOn, matter.File.Measures.Count).ShouldBe((false, null, 0));
        Notices("Notice.Approved").ShouldBe([Roles.LeadEnv, Roles.Supervision]);
    }

    [Fact]
    public void The_second_key_of_the_same_text_decides_what_both_agree_on_and_says_whether_there_are_measures()
    {
        matter.ApprovedByParty().By("gov-ma");

        var step = Submit(government, ofTheGovernment, Approving<GovernmentReviewForm>(government, ofTheGovernment));

        (step.Outcome, step.Outputs["governmentApproved"], step.Outputs["hasMeasures"]).ShouldBe(("Approved", true, true));
        matter.File.Measures.Select(measure => (measure.Id, measure.ProposalId, measure.PartyId, measure.Text, measure.OwnerRole)).ShouldBe(
        [
            ("M1", "H1", "P1", "在全州通报。", Roles.Government), ("M2", "H2", "P2", "约谈。", Roles.Government),
            ("M3", "H3", "P3", "免去局长职务。", Roles.OrgDept),
        ]);
        matter.File.ApprovedOn.ShouldBe(new DateOnly(2026, 3, 2));
        Notices("Notice.Decided").ShouldBe([Roles.LeadEnv, Roles.Supervision]);
    }

    [Theory]
    [InlineData("Agree", "", "Agree", "", "在全州通报。")]
    [InlineData("Change", "在全州通报批评。", "Change", "在全州通报批评。\r\n", "在全州通报批评。")]
    [InlineData("Change", "在全州通报批评。", "Change", "在全市通报批评。", null)]
    [InlineData("Change", "在全州通报批评。", "Agree", "", null)]
    [InlineData("Agree", "", "Disagree", "证据不足。", null)]
    [InlineData("Disagree", "证据不足。", "Disagree", "证据不足。", null)]
    public void A_measure_comes_into_being_only_in_the_same_words_of_both(
        string one, string itsWords, string other, string otherWords, string? decided)
    {
        matter.Review<PartyCommitteeReviewForm>(party, Roles.PartyCommittee, form => Deciding(form, one, itsWords)).By("gov-ma")
            .Review<GovernmentReviewForm>(government, Roles.Government, form => Deciding(form, other, otherWords));

        matter.File.Measures.Find(measure => measure.ProposalId == "H1")?.Text.ShouldBe(decided);
        matter.File.Measures.Exists(measure => measure.ProposalId == "H1").ShouldBe(decided is not null);
        Notices("Notice.NotDecided").Any().ShouldBe(decided is null);
    }

    [Fact]
    public void 第十一条第一款第一句_A_return_goes_to_the_leaders_of_both_teams_and_ends_the_other_bodys_key()
    {
        matter.Supervised().WithOpinions().Consulted().WithSpecialReport().ApprovedByParty().By("gov-ma");
        matter.File.Notices.Clear();

        var step = Submit(government, ofTheGovernment, new GovernmentReviewForm { Decision = Approval.Returned, Remarks = "补充责任认定依据。" });

        (step.Outcome, step.Outputs["governmentApproved"], step.Outputs["hasMeasures"]).ShouldBe(("Returned", false, false));
        matter.File.KeyOf<PartyCommitteeReviewForm>().ShouldBeNull();
        matter.File.Notices.Select(notice => (notice.PersonId ?? notice.Role, notice.TextKey, notice.Walled)).ShouldBe(
        [
            ("env-wang", "Notice.Returned", false), ("supervision-guo", "Notice.Returned", true),
            (Roles.PartyCommittee, "Notice.Lapsed", false),
        ]);
    }

    [Fact]
    public void Remarks_on_the_special_report_reach_the_supervision_team_alone()
    {
        matter.Supervised().WithOpinions().Consulted().WithSpecialReport().By("gov-ma");
        matter.File.Notices.Clear();

        Submit(government, ofTheGovernment, new GovernmentReviewForm { Decision = Approval.Returned, SpecialReportRemarks = "补充谈话记录。" });

        matter.File.Notices.Select(notice => (notice.PersonId, notice.TextKey)).ShouldBe(
            [("env-wang", "Notice.ReturnedBeside"), ("supervision-guo", "Notice.Returned")]);
        matter.File.Notices.Single(notice => notice.TextArguments.Contains("谈话记录")).Walled.ShouldBeTrue();
    }

    [Fact]
    public void A_key_of_an_earlier_text_does_not_open_a_later_one()
    {
        matter.ApprovedByParty().Play(new CompileReportStage(), new(Roles.LeadEnv), ("form", Filled.Report)).ApprovedByGovernment();

        (matter.File.IsApproved, matter.File.Measures.Count).ShouldBe((false, 0));

        matter.ApprovedByParty();

        (matter.File.IsApproved, matter.File.Measures.Count).ShouldBe((true, 3));
    }

    [Fact]
    public void A_return_says_why()
    {
        Refusals(new PartyCommitteeReviewForm { Decision = Approval.Returned }).ShouldBe(["内部环节 Return.NoRemarks.Reason"]);
        Refusals(new PartyCommitteeReviewForm { Decision = Approval.Returned, SpecialReportRemarks = "补充。" }).ShouldBeEmpty();
        Refusals(new PartyCommitteeReviewForm { Decision = Approval.Returned, Remarks = "补充。" }).ShouldBeEmpty();
    }

    [Fact]
    public void An_approval_is_on_record_with_number_meeting_and_date()
    {
        var approval = Approving<PartyCommitteeReviewForm>(party, ofTheParty);

        Refusals(approval).ShouldBeEmpty();
        Refusals(approval with { DocumentNumber = null }).ShouldBe(["第十一条第一款第一句 Approval.NoRecord.Reason"]);
        Refusals(approval with { Meeting = "" }).ShouldBe(["第十一条第一款第一句 Approval.NoRecord.Reason"]);
        Refusals(approval with { ReviewedOn = new(2026, 3, 3) }).ShouldBe(["第十一条第一款第一句 Approval.NoRecord.Reason"]);
    }

    [Fact]
    public void An_approval_decides_every_proposal_as_it_was_submitted()
    {
        var approval = Approving<PartyCommitteeReviewForm>(party, ofTheParty);
        string[] undecided = ["第十一条第一款第一句 Proposals.Undecided.Reason"];

        Refusals(approval with { Decisions = approval.Decisions[1..] }).ShouldBe(undecided);
        Refusals(approval with { Decisions = [approval.Decisions[0] with { Verdict = null }, .. approval.Decisions[1..]] })
            .ShouldBe(undecided);
        Refusals(approval with { Decisions = [approval.Decisions[0] with { Proposed = "不予追究。" }, .. approval.Decisions[1..]] })
            .ShouldBe(undecided);
    }

    [Theory]
    [InlineData("Change", "")]
    [InlineData("Change", "在全州通报。")]
    [InlineData("Disagree", " ")]
    public void Whoever_does_not_agree_says_so_in_words_of_his_own(string verdict, string words) =>
        Refusals(Deciding(Approving<PartyCommitteeReviewForm>(party, ofTheParty), verdict, words))
            .ShouldBe(["第十一条第一款第一句 Proposal.NoWords.Reason"]);

    [Fact]
    public void 第十条第二句_Removal_from_office_is_not_approved_before_the_consultation()
    {
        var hasty = new ACase().WithReport().By("party-zhao");
        var approval = Concluding.Approving<PartyCommitteeReviewForm>(party.Enter(hasty.Enter(ofTheParty))[0].Prefill);

        hasty.Refusals(party, hasty.Enter(ofTheParty), "form", approval).ShouldBe(["第十条第二句 Proposal.NotConsulted.Reason"]);
    }

    [Fact]
    public void 第十一条第一款第二句_同时上报专题报告_Where_the_supervision_bureau_inquired_no_report_is_approved_without_its_special_report()
    {
        matter.Supervised().WithOpinions().Consulted().By("party-zhao");

        Refusals(Approving<PartyCommitteeReviewForm>(party, ofTheParty)).ShouldBe(["第十一条第一款第二句 SpecialReport.Missing.Reason"]);
    }

    [Fact]
    public void Nobody_holds_both_keys()
    {
        matter.ApprovedByGovernment();

        Refusals(Approving<PartyCommitteeReviewForm>(party, ofTheParty)).ShouldBe(["第十一条第一款第一句 Reviewer.BothKeys.Reason"]);
    }

    [Fact]
    public void Who_is_under_inquiry_neither_approves_nor_returns()
    {
        matter.File.Inquire("party", "party-zhao", "赵弘毅", "书记", isPerson: true, matter.Now);
        string[] refusal = ["参照《突发环境事件调查处理办法》第六条 Reviewer.Party.Reason"];

        Refusals(Approving<PartyCommitteeReviewForm>(party, ofTheParty)).ShouldBe(refusal);
        Refusals(new PartyCommitteeReviewForm { Decision = Approval.Returned, Remarks = "补充。" }).ShouldBe(refusal);
    }

    private static TReview Deciding<TReview>(TReview form, string verdict, string words) where TReview : ReviewForm => (TReview)(form with
    {
        Decisions = [form.Decisions[0] with { Verdict = Enum.Parse<ProposalVerdict>(verdict), Words = words }, .. form.Decisions[1..]],
    });

    private TReview Approving<TReview>(Stage stage, StageInputs inputs) where TReview : ReviewForm =>
        Concluding.Approving<TReview>(stage.Enter(matter.Enter(inputs))[0].Prefill);

    private StageStep.Leaving Submit(Stage stage, StageInputs inputs, ReviewForm form) =>
        matter.Submit(stage, matter.Enter(inputs), "form", form).ShouldBeOfType<StageStep.Leaving>();

    private IReadOnlyList<string> Refusals(PartyCommitteeReviewForm form) => matter.Refusals(party, matter.Enter(ofTheParty), "form", form);

    private IEnumerable<string?> Notices(string key) =>
        matter.File.Notices.Where(notice => notice.TextKey == key).Select(notice => notice.Role);
}
