using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.EstablishFacts;

public class InvestigationClockTests
{
    private static readonly DateOnly launched = new(2026, 3, 2);
    private static readonly DateOnly emergencyEnded = new(2026, 2, 28);

    [Theory]
    [InlineData("Ⅰ", "D07a")]
    [InlineData("Ⅱ", "D07a")]
    [InlineData("Ⅲ", "D07b")]
    public void An_events_period_follows_from_its_official_level_and_counts_from_the_end_of_the_emergency(string level, string code) =>
        Clock(Filled.Launch with { OfficialLevel = level }).ShouldBe((code, emergencyEnded));

    [Fact]
    public void An_emergency_whose_end_is_not_known_counts_from_the_launch() =>
        Clock(Filled.Launch with { EmergencyEndedOn = null }).ShouldBe(("D07b", launched));

    [Fact]
    public void Other_grounds_count_from_the_launch() =>
        Clock(Filled.Launch with { Grounds = [new() { Item = LaunchGround.Other, Facts = "理由。" }] }).ShouldBe(("D07c", launched));

    [Fact]
    public void An_event_among_other_grounds_sets_the_period() =>
        Clock(Filled.Launch with { Grounds = [new() { Item = LaunchGround.Dereliction, Facts = "群众聚集。" }, .. Filled.Launch.Grounds] })
            .ShouldBe(("D07b", emergencyEnded));

    [Fact]
    public void Any_other_code_of_the_definition_stands_for_itself() =>
        InvestigationClock.Of(new ACase().File, "D05").ShouldBe(("D05", null));

    [Fact]
    public void A_case_that_was_never_launched_has_no_period() =>
        Should.Throw<InvalidOperationException>(() => InvestigationClock.Of(new ACase().File, "D07")).Message
            .ShouldContain("never launched");

    private static (string?, DateOnly?) Clock(LaunchInvestigationForm launch)
    {
        var matter = new ACase().Registered().Play(new LaunchInvestigationStage(), new(Roles.Government), ("form", launch));
        return InvestigationClock.Of(matter.File, "D07");
    }
}
