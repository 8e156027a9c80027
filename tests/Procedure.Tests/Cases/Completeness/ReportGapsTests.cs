using System.Globalization;
using WorkflowAccountability.Procedure.Cases.Completeness;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.DefineResponsibility;
using WorkflowAccountability.Procedure.Stages.EstablishFacts;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Cases.Completeness;

/// <summary>第九条: what is missing is named, item by item, with the step in which it is entered.</summary>
public sealed class ReportGapsTests
{
    private static readonly StageInputs inputs = new(Roles.LeadEnv, Deadline: "D07");

    [Fact]
    public void 第九条第三项_A_fresh_team_owes_every_section()
    {
        var items = ReportGaps.Of(new ACase().WithTeam().File, OrganisationDirectory.Shipped, new(2026, 3, 3));

        items.Select(item => (item.Citation, string.Join(' ', item.Gaps.Select(gap => gap.What.Key)))).ShouldBe(
        [
            ("第九条第（一）项", "Section.None"), ("第九条第（二）项", "Section.None"), ("第九条第（三）项", "Section.None"), ("第九条第（四）项", "Section.None"),
            ("第十四条", ""), ("第十四条第（二）项第二段", ""),
        ]);
        items[0].Gaps[0].Stage.ShouldBe("Accountability.EstablishFacts");
    }

    [Fact]
    public void 第九条第一项_Casualties_that_nobody_stated_are_missing_and_a_draft_waits_for_its_signature()
    {
        var matter = new ACase().WithTeam();
        matter.Submit(new EstablishFactsStage(), matter.Enter(inputs), "draft", Filled.Facts);

        Keys(matter, "Facts").ShouldBe(["Section.Unsigned", "Facts.Deaths", "Facts.Poisoned"]);
    }

    [Fact]
    public void 第九条第二项_A_cause_that_touches_a_duty_is_answered_by_a_row_of_the_matrix_that_refers_to_it()
    {
        var matter = new ACase().WithMatrix();
        Keys(matter, "Causes").ShouldBe(["Cause.NotInMatrix"]);

        matter.Play(new DefineResponsibilityStage(), inputs,
            ("draft", Filled.Matrix with { Matrix = [Filled.Matrix.Matrix[0] with { Cause = "2" }, .. Filled.Matrix.Matrix.Skip(1)] }), ("signOff", Filled.SignOff));

        Keys(matter, "Causes").ShouldBeEmpty();
        matter.File.NumberedCauses().Select(cause => cause.Number).ShouldBe(["1", "2"]);
    }

    [Fact]
    public void 第四条_One_head_in_the_matrix_brings_up_the_other_and_another_type_its_reason()
    {
        var matter = new ACase().WithCauses();
        matter.Submit(new DefineResponsibilityStage(), matter.Enter(inputs), "draft", Filled.Matrix with
        {
            Matrix =
            [
                .. Filled.Matrix.Matrix.Take(1),
                Filled.Matrix.Matrix[1] with { Responsibility = ResponsibilityType.Management },
                Filled.Matrix.Matrix[1] with { PersonId = "fukang-su", PostThen = "市长", Responsibility = ResponsibilityType.FullLeadership },
            ],
        });

        var gaps = ReportGaps.Of(matter.File, OrganisationDirectory.Shipped, new(2026, 3, 3)).Single(item => item.Key == "Responsibility").Gaps;

        gaps.Select(gap => gap.What.Key).ShouldBe(["Section.Unsigned", "Type.Differs", "Heads.Together"]);
        gaps[1].What.In(CultureInfo.GetCultureInfo("zh-CN")).ShouldContain("直接领导责任");
        gaps[2].What.In(CultureInfo.GetCultureInfo("zh-CN")).ShouldContain("龙");
    }

    [Fact]
    public void 第九条_A_whole_investigation_owes_its_consultation_alone_and_then_nothing_but_what_was_never_stated()
    {
        var matter = new ACase().WithReport();
        ReportGaps.Of(matter.File, OrganisationDirectory.Shipped, new(2026, 3, 3)).Single(item => item.Key == "Proposals").Gaps
            .ShouldAllBe(gap => gap.What.Key == "Proposal.Unconsulted");

        matter.Consulted();

        foreach (var key in new[] { "Responsibility", "Proposals", "Grounds", "Records" })
            Keys(matter, key).ShouldBeEmpty(key);
    }

    private static IEnumerable<string> Keys(ACase matter, string item) =>
        ReportGaps.Of(matter.File, OrganisationDirectory.Shipped, new(2026, 3, 3)).Single(each => each.Key == item).Gaps.Select(gap => gap.What.Key);
}
