using System.Text.Json.Nodes;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Workflows;
using static WorkflowAccountability.Procedure.Tests.Workflows.ShippedDefinition;

namespace WorkflowAccountability.Procedure.Tests.Workflows;

public sealed class ShippedDefinitionsTests
{
    private static readonly StageCatalog catalog = new();

    private static readonly Dictionary<string, Stage> stages = catalog.All.ToDictionary(stage => stage.About.Type);

    private static readonly Dictionary<string, string[]> builtIns = new()
    {
        ["Elsa.Flowchart"] = ["Done"], ["Elsa.Start"] = ["Done"], ["Elsa.End"] = [],
        ["Elsa.FlowJoin"] = ["Done"], ["Elsa.SetVariable"] = ["Done"], ["Elsa.FlowDecision"] = ["True", "False"],
    };

    [Fact]
    public void The_engine_reads_the_definitions_without_a_fault()
    {
        var reader = new DefinitionCatalog(catalog).Reader;

        All.Select(definition => reader.Read(definition.Json).DefinitionId).ShouldBe(All.Select(definition => definition.Name));
    }

    [Fact]
    public void Every_activity_is_a_stage_or_one_of_the_few_built_in_activities_the_procedure_needs()
    {
        Accountability.Stages.Count().ShouldBeGreaterThan(20, "the test must see the stages in the definition, or it protects nothing");
        All.SelectMany(definition => definition.Activities).Select(TypeOf).Distinct()
            .Except(stages.Keys).Except(builtIns.Keys).ShouldBe(["Elsa.FlowFork"]);
    }

    [Fact]
    public void Every_stage_stands_in_the_procedure_and_a_superiors_investigation_needs_no_launch()
    {
        stages.Keys.Except(Accountability.Stages.Select(TypeOf)).Except(SupervisionOrder.Stages.Select(TypeOf)).ShouldBe(["Accountability.HumanTask"], "it is for administrators to add");
        SupervisionOrder.Stages.Select(TypeOf).Intersect(Accountability.Stages.Select(TypeOf)).ShouldBeEmpty("an order follows the procedure up and is no part of it");
        SuperiorInvestigation.Stages.Select(TypeOf).ShouldBe(["Accountability.CooperateWithSuperior"]);
    }

    [Fact]
    public void Every_way_leaves_by_an_outcome_of_its_source_and_every_outcome_leads_somewhere()
    {
        foreach (var chart in All.SelectMany(definition => definition.Charts))
        {
            var outcomes = chart.Activities
                .SelectMany(activity => OutcomesOf(activity).Select(outcome => $"{IdOf(activity)}.{outcome}")).ToList();

            chart.Ways.Select(way => $"{way.From}.{way.Port}").Distinct().ShouldBe(outcomes, ignoreOrder: true);
        }
    }

    [Fact]
    public void Every_activity_can_be_reached_from_the_start_of_its_chart_and_the_end_from_every_activity()
    {
        foreach (var chart in All.SelectMany(definition => definition.Charts))
        {
            var ids = chart.Activities.Select(IdOf).ToList();
            var start = IdOf(chart.Activities.Single(activity => TypeOf(activity) == "Elsa.Start"));
            var end = IdOf(chart.Activities.Single(activity => TypeOf(activity) == "Elsa.End"));

            Reached(start, chart.Ways.ToLookup(way => way.From, way => way.To)).ShouldBe(ids, ignoreOrder: true);
            Reached(end, chart.Ways.ToLookup(way => way.To, way => way.From)).ShouldBe(ids, ignoreOrder: true);
        }
    }

    [Fact]
    public void Roles_deadlines_and_outputs_are_known()
    {
        foreach (var stage in All.SelectMany(definition => definition.Stages))
        {
            string?[] roles = [InputOf(stage, "role"), InputOf(stage, "secondRole"), InputOf(stage, "escalateTo")];

            roles[0].ShouldNotBeNull(IdOf(stage));
            roles.OfType<string>().Where(role => !Roles.Knows(role)).ShouldBeEmpty(IdOf(stage));
            DeadlineTable.Shipped.Rules.ShouldContain(rule => IsCode(rule.Code, InputOf(stage, "deadline")), IdOf(stage));
            stage.AsObject().Where(property => property.Value is JsonObject bound && bound.ContainsKey("memoryReference"))
                .Select(property => property.Key).Except(stages[TypeOf(stage)].Outputs).ShouldBeEmpty(IdOf(stage));
        }
    }

    [Fact]
    public void What_lies_behind_the_wall_is_escalated_only_to_the_supervision_bureau() =>
        Accountability.Stages.Where(stage => stages[TypeOf(stage)].About.Walled)
            .Where(stage => InputOf(stage, "escalateTo") is not null and not "SUPERVISION").Select(IdOf).ShouldBeEmpty();

    [Fact]
    public void Every_stage_cites_its_clause_or_says_why_there_is_none()
    {
        foreach (var stage in All.SelectMany(definition => definition.Stages))
        {
            var citation = (string?)stage["customProperties"]!["citation"];
            var reason = (string?)stage["customProperties"]!["internalReason"];
            var isInternal = stages[TypeOf(stage)].About.Citation == Citations.InternalStep;

            (citation is null).ShouldBe(isInternal, IdOf(stage));
            string.IsNullOrWhiteSpace(reason).ShouldBe(!isInternal, IdOf(stage));
            (citation is null || Citations.IsSound(citation)).ShouldBeTrue(IdOf(stage));
        }
    }

    [Fact]
    public void Every_activity_has_a_chinese_name_its_path_as_node_id_and_a_place_of_its_own()
    {
        foreach (var chart in All.SelectMany(definition => definition.Charts))
        {
            chart.Activities.ShouldAllBe(activity => ((string)activity["metadata"]!["displayText"]!).Any(letter => letter > 'ÿ'));
            chart.Activities.ShouldAllBe(activity => ((string)activity["nodeId"]!).EndsWith($":{IdOf(activity)}"));
            chart.Activities.SelectMany(one => chart.Activities.Where(other => one != other && Overlap(one, other))
                .Select(other => $"{IdOf(one)} lies on {IdOf(other)}")).ShouldBeEmpty();
        }
    }

    private static IEnumerable<string> OutcomesOf(JsonNode activity) => TypeOf(activity) switch
    {
        "Elsa.FlowFork" => JsonNode.Parse(InputOf(activity, "branches")!)!.AsArray().Select(branch => (string)branch!),
        var type => stages.TryGetValue(type, out var stage) ? stage.Outcomes : builtIns[type],
    };

    private static HashSet<string> Reached(string start, ILookup<string, string> ways)
    {
        var reached = new HashSet<string> { start };
        var open = new Stack<string>(reached);
        while (open.TryPop(out var place))
            foreach (var next in ways[place].Where(reached.Add))
                open.Push(next);
        return reached;
    }

    // D07 stands for D07a, D07b and D07c: which of them, the case's level and grounds tell.
    private static bool IsCode(string known, string? code) =>
        code is null || known == code || (code == "D07" && known.StartsWith(code, StringComparison.Ordinal));

    private static bool Overlap(JsonNode one, JsonNode other)
    {
        var (a, b) = (one["metadata"]!["designer"]!, other["metadata"]!["designer"]!);
        return Meet("x", "width") && Meet("y", "height");

        bool Meet(string axis, string size) =>
            (double)a["position"]![axis]! < (double)b["position"]![axis]! + (double)b["size"]![size]!
            && (double)b["position"]![axis]! < (double)a["position"]![axis]! + (double)a["size"]![size]!;
    }
}
