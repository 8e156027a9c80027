using WorkflowAccountability.Procedure.Diagrams;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Workflows;

namespace WorkflowAccountability.Procedure.Tests.Workflows;

public sealed class WaysOnTests
{
    private static readonly StageCatalog Stages = new();
    private static readonly Engine.Definitions.WorkflowDefinition Definition = new DefinitionCatalog(Stages).Reader.Read(
        ShippedDefinition.Accountability.Json);

    [Fact]
    public void A_way_without_conditions_is_certain()
    {
        var ways = new WaysOn(Definition).From("ApproveTeam");

        ways.Select(way => (way.Outcome, To: string.Join(',', way.To.Select(to => to.StageType)), Depends: way.To.Any(to => to.Depends)))
            .ShouldBe([("Approved", "Accountability.EstablishFacts", false), ("Returned", "Accountability.ProposeTeam", false)]);
    }

    [Fact]
    public void What_a_condition_decides_is_named_as_such()
    {
        var back = new WaysOn(Definition).From("CompileReport").Single(way => way.Outcome == "BackToSection");

        back.To.Select(to => to.ActivityId).ShouldBe(
            ["EstablishFacts", "DetermineCauses", "DefineResponsibility", "WeighGrounds", "ProposeHandling"], ignoreOrder: true);
        back.To.ShouldAllBe(to => to.Depends);
    }

    [Fact]
    public void What_comes_behind_a_join_waits_and_what_comes_out_of_a_nested_flowchart_goes_on_around_it()
    {
        var ways = new WaysOn(Definition);

        ways.From("DiscloseReport").Single().To.Single().ShouldBe(new Destination("CloseCase", "Accountability.CloseCase", "role:LEAD_ENV", Waits: true, Depends: false));
        ways.From("CloseCase").Single().Ends.ShouldBeTrue();
        ways.From("ReviewByGovernment").Single(way => way.Outcome == "Approved").To.Select(to => to.ActivityId).ShouldContain("DiscloseReport");
    }

    [Fact]
    public void Outside_the_wall_the_outline_holds_no_hidden_stage_and_no_way_that_would_betray_one()
    {
        var whole = FlowOutline.Of((Engine.Activities.Flowcharts.Flowchart)Definition.Root, _ => false);
        var outside = FlowOutline.Of((Engine.Activities.Flowcharts.Flowchart)Definition.Root, stage => Stages[stage.Type].About.Walled);

        Drawn(whole).ShouldContain("Accountability.DecideSupervision", "the test must see the stages, or it protects nothing");
        Drawn(outside).Where(type => type.StartsWith("Accountability.", StringComparison.Ordinal) && Stages[type].About.Walled).ShouldBeEmpty();
        outside.Nodes.Count(node => node.Kind is BoxKind.Closed).ShouldBe(2, "the inquiry and the referral");
        outside.Links.Where(link => link.Source == "InquiryFork" && link.Port == "监察").Select(link => link.Target).ShouldBe(["IndependentInquiry"]);
        outside.Links.Single(link => link.Source == "Submission").IsVeiled.ShouldBeTrue("whether somebody was consulted lies behind the wall");
    }

    [Fact]
    public void Boxes_of_the_shipped_definitions_lie_beside_each_other_and_never_on_each_other()
    {
        var plan = DiagramPlan.Of(FlowOutline.Of((Engine.Activities.Flowcharts.Flowchart)Definition.Root, _ => false));
        var boxes = plan.Boxes.Where(box => box.Node.Kind is not BoxKind.Group).ToList();

        boxes.Count.ShouldBeGreaterThan(20);
        boxes.SelectMany((one, index) => boxes.Skip(index + 1).Where(other =>
                one.X < other.X + other.Width && other.X < one.X + one.Width && one.Y < other.Bottom && other.Y < one.Bottom)
            .Select(other => $"{one.Node.Id} and {other.Node.Id}")).ShouldBeEmpty();
    }

    // A closed box stands for its branch; its own activity is never drawn.
    private static List<string> Drawn(FlowOutline outline) => [.. outline.Nodes.Where(node => node.Kind is not BoxKind.Closed)
        .SelectMany(node => node.Inside is null ? [node.Activity.Type] : Drawn(node.Inside))];
}
