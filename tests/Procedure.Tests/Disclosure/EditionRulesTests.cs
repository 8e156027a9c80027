using WorkflowAccountability.Procedure.Disclosure;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Papers.Kinds;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Disclosure;

public sealed class EditionRulesTests
{
    [Fact]
    public void 第十一条第一款第二句_A_report_that_was_signed_in_a_round_that_came_back_does_not_become_public()
    {
        var matter = new ACase().WithReport();
        var released = matter.File.Submissions[^1].At;

        EditionRules.IsOfTheApprovedRound(matter.File, SignedAt(matter, released.AddDays(-1))).IsAllowed.ShouldBeFalse("the one that was sent back");
        EditionRules.IsOfTheApprovedRound(matter.File, SignedAt(matter, released.AddHours(1))).IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public void 第十一条第一款第二句_Only_a_report_in_the_words_of_the_approved_text_becomes_public()
    {
        var (approved, alike, other) = (Locked("A", "查明污水外排。"), Locked("B", "查明污水外排。"), Locked("C", "查明废气外排。"));

        EditionRules.IsTheApprovedText(alike, approved).IsAllowed.ShouldBeTrue("signed with a number after the approval");
        EditionRules.IsTheApprovedText(other, approved).IsAllowed.ShouldBeFalse("signed beside the text that was approved");
        EditionRules.IsTheApprovedText(other, approved: null).IsAllowed.ShouldBeTrue("approved before texts were locked");
    }

    [Fact]
    public void 第十一条第一款第一句_A_report_that_is_signed_after_it_went_up_says_what_was_submitted()
    {
        var paper = Locked("A", "查明污水外排。");
        paper.TextJson = FormJsonText.Write(new PaperText { Title = "调查报告", Body = "一、查明污水外排。\n二、建议通报。", Note = "联系人" });

        PaperRules.IsWhatWasSubmitted(paper, new PaperText { Title = "调查报告", Body = "一、查明污水外排。 \n\n二、建议通报。" }).IsAllowed.ShouldBeTrue("blanks and the note are no matter");
        PaperRules.IsWhatWasSubmitted(paper, new PaperText { Title = "调查报告", Body = "一、查明污水外排。" }).IsAllowed.ShouldBeFalse();
        PaperRules.IsWhatWasSubmitted(paper, submitted: null).IsAllowed.ShouldBeTrue();
    }

    private static Paper Locked(string hash, string body)
    {
        var paper = SignedAt(new ACase(), DateTimeOffset.UnixEpoch);
        paper.Sha256 = hash;
        paper.SheetJson = FormJsonText.Write(new PaperSheet { Layout = PaperLayout.Upward, Organs = ["州环保局"], Title = "调查报告", Body = [body], SignedBy = [] });
        return paper;
    }

    private static Paper SignedAt(ACase matter, DateTimeOffset at) => new()
    {
        Id = "p1", CaseId = matter.File.Id, Kind = nameof(InvestigationReport), Walled = false, Title = "调查报告", TextJson = "{}", DraftedById = "env-wang", DraftedBy = "州环保局 王",
        DraftedAt = at, SignedAt = at, Status = PaperStatus.Signed,
    };
}
