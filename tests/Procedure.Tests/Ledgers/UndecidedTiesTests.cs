using WorkflowAccountability.Procedure.Ledgers.Recusal;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Ledgers;

/// <summary>参照《突发环境事件调查处理办法》第六条: what speaks against a member is decided on before he works on.</summary>
public sealed class UndecidedTiesTests
{
    private readonly ACase matter = new ACase().WithTeam();

    [Fact]
    public void An_interest_that_a_member_declares_waits_for_a_decision_and_either_decision_answers_it()
    {
        matter.As("police-yuan");
        matter.Make(new DeclareInterest(), new DeclareInterestForm { HasInterest = true, Statement = "与当事单位负责人为同学。" });
        IsDecided("police-yuan").ShouldBeFalse();

        matter.Now += TimeSpan.FromDays(1);
        matter.As("gov-zhang");
        matter.Make(new DecideRecusal(), new DecideRecusalForm { PersonId = "police-yuan", Ground = RecusalGround.Interest, Verdict = RecusalVerdict.Stays, Reasons = "不影响公正。", DocumentNumber = "昌州政办函〔2026〕9号" });

        IsDecided("police-yuan").ShouldBeTrue();
    }

    [Fact]
    public void Posts_count_where_they_are_asked_for_and_what_was_entered_behind_the_wall_is_not_told_in_front_of_it()
    {
        matter.File.Inquire("police", null, "昌吉州公安局", null, isPerson: false, matter.Now);
        IsDecided("police-yuan").ShouldBeTrue();
        IsDecided("police-yuan", withPosts: true).ShouldBeFalse();

        matter.As("audit-tian");
        var entry = matter.Make(new RequestRecusal(), new RequestRecusalForm { PersonId = "police-yuan", Ground = RecusalGround.Interest, Facts = "同学关系。", RequestedBy = "当事人" });
        entry.Walled.ShouldBeFalse();
        IsDecided("police-yuan").ShouldBeFalse("somebody asked that he step aside");
    }

    private bool IsDecided(string person, bool withPosts = false) => RecusalRules.IsDecided(matter.File, OrganisationDirectory.Shipped, person, withPosts).IsAllowed;
}
