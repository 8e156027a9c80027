using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers.Members;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Ledgers;

public sealed class MemberTests
{
    private static readonly ProposeMemberChangeForm newExpert = new()
    {
        Leaves = "experts-shi", Joins = "experts-yao", JoinsFor = "experts", Function = TeamFunction.EnvironmentalExpert, ExpertField = "大气环境", Reasons = "原专家出国。",
        Consulted = [new() { OrganisationId = "police", Answer = "同意。" }],
    };

    private readonly ACase matter = new ACase().WithTeam();

    private IEnumerable<string> Members => matter.File.Members(TeamKind.Investigation).Select(member => member.PersonId);

    [Fact]
    public void 第八条第二句_Replacing_an_expert_needs_the_governments_approval()
    {
        matter.As("env-sun");
        var proposed = matter.Make(new ProposeMemberChange(), newExpert);
        Members.ShouldContain("experts-shi");

        matter.As("gov-zhang");
        matter.Make(new ApproveMemberChange(), new ApproveMemberChangeForm
        {
            Change = proposed.Label, Decision = Approval.Approved, DocumentNumber = "昌州政函〔2026〕8号", ApprovedOn = new(2026, 3, 2),
        });

        Members.ShouldContain("experts-yao");
        Members.ShouldNotContain("experts-shi");
        new ApproveMemberChange().May(matter.Context()).ShouldBeFalse("nothing waits any more");
    }

    [Fact]
    public void 第八条第二句_The_bureau_proposes_a_change_and_does_not_approve_it()
    {
        matter.As("env-sun");
        matter.Make(new ProposeMemberChange(), newExpert);

        new ApproveMemberChange().May(matter.Context()).ShouldBeFalse();
        matter.As("gov-zhang");
        new ProposeMemberChange().May(matter.Context()).ShouldBeFalse();
    }

    [Fact]
    public void A_returned_change_seats_nobody_and_says_why()
    {
        matter.As("env-sun");
        var proposed = matter.Make(new ProposeMemberChange(), newExpert);
        matter.As("gov-zhang");
        var answer = new ApproveMemberChangeForm { Change = proposed.Label, Decision = Approval.Returned };

        matter.Refusals(new ApproveMemberChange(), answer).ShouldBe(["第八条第二句 Answer.NoRecord.Reason"]);
        matter.Make(new ApproveMemberChange(), answer with { Remarks = "请另选。" });

        Members.ShouldContain("experts-shi");
    }

    [Fact]
    public void A_leader_leaves_only_for_another_leader_of_the_leading_unit()
    {
        matter.As("env-sun");
        var form = newExpert with { Leaves = "env-wang", Joins = "env-sun", JoinsFor = "env", Function = TeamFunction.Member };

        matter.Refusals(new ProposeMemberChange(), form).ShouldBe(["第八条第一句、第九条第一句 Leader.Count.Reason"]);
        matter.Refusals(new ProposeMemberChange(), form with { Function = TeamFunction.Leader }).ShouldBeEmpty();
    }

    [Fact]
    public void A_change_names_somebody_who_may_sit_and_the_departments_that_were_heard()
    {
        matter.As("env-sun");

        matter.Refusals(new ProposeMemberChange(), newExpert with { Leaves = null, Joins = null, Function = null }).ShouldBe(["第八条第二句 Change.None.Reason"]);
        matter.Refusals(new ProposeMemberChange(), newExpert with { Joins = "fukang-pei", JoinsFor = "county-fukang-gov" }).ShouldBe(["第八条第二句 Joiner.Unfit.Reason"]);
        matter.Refusals(new ProposeMemberChange(), newExpert with { Leaves = "env-chen" }).ShouldBe(["第八条第二句 Leaver.NoMember.Reason"]);
        matter.Refusals(new ProposeMemberChange(), newExpert with { ExpertField = null }).ShouldBe(["第八条第一句 Expert.NoField.Reason"]);
        matter.Refusals(new ProposeMemberChange(), newExpert with { Consulted = [] }).ShouldBe(["第八条第二句 Consulted.None.Reason"]);
    }
}
