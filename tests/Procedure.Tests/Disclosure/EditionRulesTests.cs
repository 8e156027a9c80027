using WorkflowAccountability.Procedure.Disclosure;
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

    private static Paper SignedAt(ACase matter, DateTimeOffset at) => new()
    {
        Id = "p1", CaseId = matter.File.Id, Kind = nameof(InvestigationReport), Walled = false, Title = "调查报告", TextJson = "{}", DraftedById = "env-wang", DraftedBy = "州环保局 王",
        DraftedAt = at, SignedAt = at, Status = PaperStatus.Signed,
    };
}
