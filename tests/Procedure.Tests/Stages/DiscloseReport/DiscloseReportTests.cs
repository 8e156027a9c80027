using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Disclosure;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.DiscloseReport;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.DiscloseReport;

public sealed class DiscloseReportTests
{
    private static readonly StageInputs inputs = new(Roles.Government, Deadline: "D14", EscalateTo: Roles.Oversight);
    private static readonly DiscloseReportStage stage = new();
    private readonly ACase matter = new ACase().WithReport().Consulted().Approved().By("gov-zhang");

    [Fact]
    public void The_definition_says_who_publishes_and_by_when()
    {
        var seat = stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem();

        (seat.To, seat.Deadline, seat.EscalateTo, seat.Walled)
            .ShouldBe((Candidate.OfRole(Roles.Government), "D14", Roles.Oversight, false));
    }

    [Fact]
    public void An_approved_report_with_proof_is_published()
    {
        Refusals(Concluding.Disclosure).ShouldBeEmpty();

        matter.Submit(stage, matter.Enter(inputs), "form", Concluding.Disclosure).ShouldBeOfType<StageStep.Leaving>().Outcome
            .ShouldBe("Published");
    }

    [Fact]
    public void Nothing_is_published_before_both_bodies_have_approved() =>
        new ACase().WithReport().Consulted().ApprovedByParty().By("gov-zhang").ShouldSatisfyAllConditions(early =>
            early.Refusals(stage, early.Enter(inputs), "form", Concluding.Disclosure).ShouldBe(["第十一条第一款第二句 Approval.Missing.Reason"]));

    [Theory]
    [InlineData("2026-03-01")]
    [InlineData("2026-03-06")]
    public void It_is_published_between_the_approval_and_today(string day)
    {
        matter.Now = matter.Now.AddDays(3);
        var on = Day.Of(day);

        Refusals(Concluding.Disclosure with { PublishedOn = on, SecrecyReviewedOn = on }).ShouldBe(["第十一条第一款第二句 Date.Wrong.Reason"]);
    }

    [Fact]
    public void 第十一条第一款第二句_向社会公开_It_is_proved_by_a_named_proof_with_its_hash_or_its_address()
    {
        Refusals(Concluding.Disclosure with { Proof = "" }).ShouldBe(["第十一条第一款第二句 Proof.Missing.Reason"]);
        Refusals(Concluding.Disclosure with { ProofHash = null }).ShouldBe(["第十一条第一款第二句 Proof.Missing.Reason"]);
        Refusals(Concluding.Disclosure with { ProofHash = null, ProofUrl = "https://www.example.gov.cn/proof" }).ShouldBeEmpty();
    }

    [Fact]
    public void It_was_reviewed_for_secrecy_before_and_by_another_hand()
    {
        Refusals(Concluding.Disclosure with { SecrecyReviewedOn = new(2026, 3, 3) })
            .ShouldBe(["参照《中华人民共和国政府信息公开条例》第十七条 Secrecy.Late.Reason"]);
        Refusals(Concluding.Disclosure with { SecrecyReviewerId = "gov-zhang" }).ShouldBe(["内部环节 Secrecy.SameHand.Reason"]);
        Refusals(Concluding.Disclosure with { SecrecyReviewerId = "nobody" }).ShouldBe(["内部环节 Secrecy.SameHand.Reason"]);
        Refusals(Concluding.Disclosure with { SecrecyReviewerId = "fukang-pei" }).ShouldBe(["内部环节 Secrecy.SameHand.Reason"]);
    }

    [Fact]
    public void The_special_report_stays_internal_unless_it_was_decided_to_publish_it()
    {
        Refusals(Concluding.Disclosure with { IncludesSpecialReport = true }).ShouldBe(["第十一条第一款第二句 SpecialReport.NotDecided.Reason"]);
        Refusals(Concluding.Disclosure with { IncludesSpecialReport = true, SpecialReportDecision = "昌州批〔2026〕9号" }).ShouldBeEmpty();
    }

    [Fact]
    public void While_an_edition_is_being_cut_here_the_report_is_not_public_and_the_released_one_is_named()
    {
        var cut = new CaseEdition("e1", "s1", 1, EditionStatus.Prepared, "公开稿", null, null);
        matter.File.Editions.Add(cut);
        Refusals(Concluding.Disclosure).ShouldBe(["第十一条第一款第二句 Edition.InWork.Reason"]);

        matter.File.Editions[0] = cut with { Status = EditionStatus.Released };
        Refusals(Concluding.Disclosure).ShouldBe(["第十一条第一款第二句 Edition.NotNamed.Reason"]);
        var shown = stage.FirstShown(matter.File, Concluding.Disclosure).ShouldBeOfType<DiscloseReportForm>();
        shown.ShouldBe(Concluding.Disclosure with { PublicEdition = "e1" });
        Refusals(shown).ShouldBeEmpty();

        matter.File.Editions[0] = cut with { Status = EditionStatus.Released, Sha256 = "AB", ReleasedAt = new(2026, 9, 7, 17, 30, 0, TimeSpan.Zero) };
        var blank = stage.FirstShown(matter.File, null).ShouldBeOfType<DiscloseReportForm>();
        (blank.PublicEdition, blank.Edition, blank.PublishedOn, blank.ProofHash).ShouldBe(("e1", "公开稿", new DateOnly(2026, 9, 8), "AB"), "the day is Beijing's");

        matter.File.Editions[0] = cut with { Status = EditionStatus.Withdrawn };
        Refusals(shown).ShouldBe(["第十一条第一款第二句 Edition.Gone.Reason"]);
        stage.FirstShown(matter.File, null).ShouldBeNull();
    }

    [Fact]
    public void 第十一条第一款第二句_A_reminder_names_the_edition_the_address_and_the_proof_that_are_still_missing()
    {
        var cut = new CaseEdition("e1", "s1", 1, EditionStatus.Prepared, "公开稿", null, null);
        string Missing() => stage.StillMissing(matter.File)!.In(System.Globalization.CultureInfo.GetCultureInfo("zh-CN"));

        Missing().ShouldContain("本系统没有制作");
        matter.File.Editions.Add(cut);
        Missing().ShouldContain("第1版还没有发布");
        matter.File.Editions[0] = cut with { Status = EditionStatus.Released };
        Missing().ShouldContain("第1版已发布");
        Missing().ShouldContain("公开渠道和网址");
        Missing().ShouldContain("公开凭证");
    }

    private IReadOnlyList<string> Refusals(DiscloseReportForm form) => matter.Refusals(stage, matter.Enter(inputs), "form", form);
}
