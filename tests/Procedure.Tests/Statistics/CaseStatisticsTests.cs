using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;
using WorkflowAccountability.Procedure.Statistics;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Statistics;

public sealed class CaseStatisticsTests
{
    private static readonly DateOnly today = new(2026, 3, 2);

    private static IReadOnlyList<Bar> Of(string chart, params ACase[] cases) =>
        CaseStatistics.Of([.. cases.Select(matter => matter.File)], OrganisationDirectory.Shipped, today).Single(each => each.Key == chart).Bars;

    [Fact]
    public void 第六条第七项_The_catch_all_is_counted_apart_from_the_other_grounds()
    {
        var other = new ACase().Registered();
        other.Play(new LaunchInvestigationStage(), new(Roles.Government), ("form", Filled.Launch with { Grounds = [new() { Item = LaunchGround.Other, Facts = "理由。" }] }));

        var bars = Of("Ground", new ACase().Launched(), other);

        bars.Select(bar => bar.Label).ShouldBe(LaunchGround.All);
        bars.Single(bar => bar.Label == "第六条第（七）项").Count.ShouldBe(1);
        bars.Single(bar => bar.Label == "第六条第（二）项").Count.ShouldBe(1);
    }

    [Fact]
    public void Measures_levels_counties_and_years_are_counted()
    {
        var decided = new ACase().WithReport().Consulted().Approved();

        Of("Measure", decided).Single(bar => bar.Label == "免职").Count.ShouldBe(1);
        Of("Year", decided).ShouldBe([new("2026", 1)]);
        Of("Level", decided).Sum(bar => bar.Count).ShouldBe(1);
        Of("Status", decided, new ACase()).Sum(bar => bar.Count).ShouldBe(2);
    }
}
