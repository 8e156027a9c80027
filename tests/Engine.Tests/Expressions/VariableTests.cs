using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Tests.Expressions;

public sealed class VariableTests
{
    private static readonly JsonArray variables =
    [
        new JsonObject { ["id"] = "v1", ["name"] = "Days", ["typeName"] = "Int32", ["value"] = "10" },
        new JsonObject { ["id"] = "v2", ["name"] = "Needed", ["typeName"] = "Boolean", ["value"] = "False" },
        new JsonObject { ["id"] = "v3", ["name"] = "Title", ["typeName"] = "String" },
        new JsonObject { ["id"] = "v4", ["name"] = "Facts", ["typeName"] = "Object", ["value"] = """{"grave": true}""" },
    ];

    [Theory]
    [InlineData("Literal", "text", "text")]
    [InlineData("Object", """["a", 1]""", """["a",1]""")]
    [InlineData("Variable", "v1", "10")]
    [InlineData("Variable", "Days", "10")]
    [InlineData("Input", "Amount", "7")]
    [InlineData("JavaScript", "getVariable('Days') + 1", "11")]
    [InlineData("JavaScript", "variables.Days + getDays()", "20")]
    [InlineData("JavaScript", "variables.Facts.grave ? 'grave' : 'light'", "grave")]
    [InlineData("JavaScript", "getInput('Amount') + getAmount()", "14")]
    [InlineData("JavaScript", "setVariable('Days', 3); return getVariable('Days');", "3")]
    [InlineData("JavaScript", "variables.Days = 4; return getDays();", "4")]
    [InlineData("JavaScript", "setDays('5'); return getDays() + 1;", "6")]
    [InlineData("JavaScript", "getTitle() === null", "true")]
    public void An_input_takes_its_value_from_any_kind_of_expression(string type, string value, string expected) =>
        Of(Chart.With("W", "Elsa.WriteLine", "text", type, value)).Lines.ShouldBe([expected]);

    [Fact]
    public void A_bare_value_is_a_literal_and_an_unset_input_has_its_default() =>
        Of(new JsonObject
        {
            ["id"] = "W",
            ["type"] = "Elsa.Sequence",
            ["activities"] = new JsonArray(
            new JsonObject { ["type"] = "Elsa.WriteLine", ["text"] = "bare" }, new JsonObject { ["type"] = "Elsa.WriteLine" })
        }).Lines.ShouldBe(["bare", ""]);

    [Theory]
    [InlineData("v1", "12", "12")]
    [InlineData("v2", "true", "true")]
    [InlineData("v3", "查办", "\"查办\"")]
    public void A_variable_is_set_and_keeps_its_type(string variable, string value, string expected)
    {
        var set = Chart.With("S", "Elsa.SetVariable", "value", "Literal", value);
        set["variable"] = new JsonObject { ["id"] = variable };

        var run = Of(set);

        var name = variables.Single(declared => (string?)declared!["id"] == variable)!["name"]!.ToString();
        run.State.Variable(name)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .ShouldBe(expected);
    }

    [Fact]
    public void A_value_that_its_variable_cannot_hold_is_an_incident()
    {
        var set = Chart.With("S", "Elsa.SetVariable", "value", "Literal", "ten");
        set["variable"] = new JsonObject { ["id"] = "v1" };

        var run = Of(set);

        run.State.Incidents.ShouldHaveSingleItem().ExceptionType.ShouldBe("FormatException");
        run.State.Variable("Days")!.GetValue<int>().ShouldBe(10);
    }

    [Fact]
    public void Outputs_go_to_the_variable_or_the_workflow_output_bound_to_them()
    {
        var first = Bound("A", "v3");
        var second = Bound("B", "Result");
        var run = new Run(Chart.Read(Chart.Json(Chart.Flow("root", first, second, "A -> B"), (JsonArray)variables.DeepClone())))
            .Complete("A").Complete("B");

        run.State.Variable("Title")!.GetValue<string>().ShouldBe("Done");
        run.Effects.OfType<Engine.Execution.InstanceFinished>().ShouldHaveSingleItem().Outputs["Result"]!.GetValue<string>()
            .ShouldBe("Done");
    }

    [Fact]
    public void A_container_has_variables_of_its_own_made_anew_each_time_it_runs()
    {
        var count = Chart.With("C", "Elsa.WriteLine", "text", "JavaScript", "variables.Days = variables.Days + 1; return getDays();");
        var inner = Chart.Flow("inner", count);
        inner["variables"] = new JsonArray(new JsonObject { ["id"] = "own", ["name"] = "Days", ["typeName"] = "Int32", ["value"] = "0" });

        var outer = Chart.Flow("root", inner, "A:Test.Wait", "inner -> A", "A.Returned -> inner");

        var run = new Run(Chart.Read(Chart.Json(outer, (JsonArray)variables.DeepClone())));
        run.Complete("A", "Returned");

        run.Lines.ShouldBe(["1", "1"]);
        run.State.Variable("Days")!.GetValue<int>().ShouldBe(10);
    }

    private static JsonObject Bound(string id, string target) => new()
    {
        ["id"] = id,
        ["type"] = "Test.Wait",
        ["decision"] = new JsonObject { ["typeName"] = "String", ["memoryReference"] = new JsonObject { ["id"] = target } },
    };

    private static Run Of(JsonObject activity) =>
        new(Chart.Read(Chart.Json(Chart.Flow("root", activity), (JsonArray)variables.DeepClone())), new JsonObject { ["Amount"] = 7 });
}
