using System.Globalization;
using System.Text.Json.Nodes;
using WorkflowAccountability.Procedure.Lawfulness;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Tests.Workflows;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Lawfulness;

/// <summary>The law and what an administrator adds: between the steps of the regulation nearly everywhere, in the place of one nowhere.</summary>
public sealed class AddedStepLawTests
{
    private static readonly StatutoryCheck check = new(new StageCatalog());

    public AddedStepLawTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");

    [Theory]
    [InlineData("RegisterLead", "ProposeLaunch")]
    [InlineData("ProposeTeam", "Proposed")]
    [InlineData("ApproveTeam", "Approved")]
    [InlineData("ApproveTeam", "Returned")]
    [InlineData("DefineResponsibility", "SignedOff")]
    [InlineData("WeighGrounds", "Weighed")]
    [InlineData("ProposeHandling", "SignedOff")]
    [InlineData("CompileReport", "Released")]
    [InlineData("Submission", "Done")]
    [InlineData("ReportApproved", "True")]
    [InlineData("DiscloseReport", "Published")]
    [InlineData("ReferCase", "NotNeeded")]
    [InlineData("Completion", "Done")]
    [InlineData("CloseCase", "Closed")]
    public void A_step_may_be_put_between_the_steps_of_the_regulation(string source, string port) =>
        Findings(chart => Step().Into(chart, source, port)).ShouldBeEmpty();

    [Theory]
    [InlineData("LaunchInvestigation", "Launched", "R4", "SupervisionAvailable")]
    [InlineData("LaunchInvestigation", "SuperiorInvestigates", "R14", "TrackAvailable")]
    [InlineData("LaunchFork", "移送", "R11", "ReferralAvailable")]
    public void What_the_regulation_opens_at_once_waits_for_no_added_step(string source, string port, string rule, string key) =>
        Findings(chart => Step().Into(chart, source, port)).ShouldContain((rule, key + ".Reason"));

    [Theory]
    [InlineData(null, "WasSupervised", "True")]
    [InlineData(null, "ReleaseSpecialReport", "BackToOpinions")]
    [InlineData("IndependentInquiry", "DecideSupervision", "Started")]
    [InlineData("IndependentInquiry", "SuperviseDuties", "OpinionsGiven")]
    [InlineData("IndependentInquiry", "DecideSupervision", "NotNeeded")]
    public void Within_the_independent_inquiry_it_lies_behind_the_wall_or_is_refused(string? chart, string source, string port)
    {
        Findings(root => Step().Into(root.ChartOf(chart), source, port), whole: true).ShouldBe([("R4", "WallOpen.Reason")]);
        Findings(root => Step(("walled", "true")).Into(root.ChartOf(chart), source, port), whole: true).ShouldBeEmpty();
    }

    [Fact]
    public void Outside_of_it_nothing_is_hidden_behind_the_wall() =>
        Findings(chart => Step(("walled", "true")).Into(chart, "ProposeTeam", "Proposed")).ShouldBe([("R4", "WallElsewhere.Reason")]);

    [Theory]
    [InlineData("ApproveTeam", "R2")]
    [InlineData("DiscloseReport", "R8")]
    [InlineData("LaunchInvestigation", "R1")]
    public void It_takes_the_place_of_no_step_of_the_regulation(string replaced, string rule)
    {
        var findings = Findings(chart =>
        {
            var old = chart.ActivityOf(replaced);
            var step = AnAddedStep.Called(replaced, "代替").LeavingBy([.. Ports(chart, replaced)]);
            chart["activities"]!.AsArray().Remove(old);
            chart["activities"]!.AsArray().Add(step);
        });

        findings.Select(finding => finding.Rule).ShouldContain(rule);
    }

    [Theory]
    [InlineData("role", "", "NobodyDoes")]
    [InlineData("role", "NOBODY", "UnknownRole")]
    [InlineData("role", "ADMINISTRATOR", "UnknownRole")]
    [InlineData("escalateTo", "NOBODY", "UnknownRole")]
    [InlineData("days", "0", "StepFault")]
    [InlineData("reminders", "morgen", "StepFault")]
    [InlineData("fields", "意见|数目", "StepFault")]
    [InlineData("clause", "第九十九条", "StepFault")]
    [InlineData("reason", "", "StepFault")]
    [InlineData("title", "", "StepFault")]
    public void What_is_set_up_wrongly_is_refused_by_the_check_with_its_place(string input, string value, string key) =>
        Findings(chart => Step((input, value)).Into(chart, "ProposeTeam", "Proposed")).ShouldContain(("R15", key + ".Reason"));

    [Fact]
    public void A_deadline_without_anybody_to_tell_is_no_way_out_and_a_person_alone_is_none_either()
    {
        Findings(chart => Step(("days", "3")).Into(chart, "ProposeTeam", "Proposed")).ShouldBe([("R15", "NoWayOut.Reason")]);
        Findings(chart => Step(("role", ""), ("person", "gov-li")).Into(chart, "ProposeTeam", "Proposed")).ShouldBe([("R15", "PersonAlone.Reason")]);
    }

    [Theory]
    [InlineData("role")]
    [InlineData("fields")]
    [InlineData("days")]
    [InlineData("walled")]
    public void Every_input_stands_in_the_definition_itself(string input) => Findings(chart =>
    {
        var step = Step();
        step[input] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "getBackTo()" } };
        step.Into(chart, "ProposeTeam", "Proposed");
    }).ShouldContain(("R15", "NotLiteral.Reason"));

    [Fact]
    public void A_way_out_that_leads_nowhere_is_found_like_any_other() => Findings(chart =>
    {
        Step().Into(chart, "ProposeTeam", "Proposed");
        chart.ActivityOf("Added").LeavingBy("Done", "退回");
    })[0].ShouldBe(("S", "OpenPort.Reason"));

    [Fact]
    public void Its_answers_write_over_nothing_that_a_step_of_the_regulation_said() =>
        Findings(chart => Step(("fields", "PartyApproved|选择|选项：true、false")).Into(chart, "ReportApproved", "True")).ShouldContain(("R7", "VariableOverwritten.Reason"));

    [Theory]
    [InlineData("variables.BackTo > 1000000", false)]
    [InlineData("variables.BackTo == '甲' || getReturned()", false)]
    [InlineData("variables.PartyApproved = true", true)]
    [InlineData("variables.PartyApproved++ > 0", true)]
    [InlineData("Object.assign(variables, {PartyApproved: true})", true)]
    public void A_condition_that_only_reads_what_was_answered_writes_over_nothing(string script, bool writes) => Findings(chart =>
    {
        Step().Into(chart, "CloseCase", "Closed");
        var decision = new JsonObject
        {
            ["id"] = "Whether", ["type"] = "Elsa.FlowDecision", ["version"] = 1,
            ["condition"] = new JsonObject { ["typeName"] = "Boolean", ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script } },
        };
        chart["activities"]!.AsArray().Add(decision);
        chart["connections"]!.AsArray().Single(way => (string)way!["source"]!["activity"]! == "CloseCase")!["target"]!["activity"] = "Whether";
        foreach (var (port, target) in new[] { ("True", "Added"), ("False", "End") })
            chart["connections"]!.AsArray().Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = "Whether", ["port"] = port }, ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
            });
    }).Exists(finding => finding.Key == "VariableOverwritten.Reason").ShouldBe(writes);

    [Theory]
    [InlineData("BackTo|数字", null)]
    [InlineData("Returned|选择|选项：true、false", "AnswerMisfits.Reason")]
    public void The_variable_that_takes_an_answer_must_be_able_to_hold_it(string fields, string? key) =>
        Findings(chart => Step(("fields", fields)).Into(chart, "CloseCase", "Closed")).Select(finding => finding.Key).Where(found => found != "VariableOverwritten.Reason")
            .ShouldBe(key is null ? [] : [key]);

    [Theory]
    [InlineData("ApproveTeam", "2", "WorkingDay", null)]
    [InlineData("ApproveTeam", "9", "WorkingDay", null)]
    [InlineData("EstablishFacts", "20", "Day", null)]
    [InlineData("EstablishFacts", "90", "Day", "PeriodTooLong.Reason")]
    [InlineData("EstablishFacts", "30", "WorkingDay", "PeriodTooLong.Reason")]
    [InlineData("DecideSupervision", "3", "WorkingDay", "DaysOfNothing.Reason")]
    public void A_period_may_be_set_shorter_and_longer_only_where_the_house_set_it_itself(string stage, string days, string unit, string? key)
    {
        var findings = Findings(chart =>
        {
            var activity = (stage == "DecideSupervision" ? chart.ChartOf("IndependentInquiry") : chart.ChartOf(null)).ActivityOf(stage);
            (activity["days"], activity["dayUnit"]) = (AnAddedStep.Literal(days), AnAddedStep.Literal(unit));
        }, whole: true);

        findings.Select(finding => finding.Key).ShouldBe(key is null ? [] : [key]);
    }

    private static JsonObject Step(params (string Input, string Value)[] inputs) => AnAddedStep.Called("Added", "法制会签", inputs);

    private static IEnumerable<string> Ports(JsonObject chart, string id) => chart["connections"]!.AsArray().Where(way => (string)way!["source"]!["activity"]! == id)
        .Select(way => (string)way!["source"]!["port"]!).Distinct();

    private static List<(string Rule, string Key)> Findings(Action<JsonObject> change, bool whole = false)
    {
        var definition = JsonNode.Parse(ShippedDefinition.Accountability.Json)!.AsObject();
        change(whole ? definition : definition["root"]!.AsObject());
        return [.. check.Check(definition.ToJsonString()).Findings.Select(finding => (finding.Rule, finding.Reason.Key))];
    }
}
