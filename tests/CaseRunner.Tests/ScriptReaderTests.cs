using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.CaseRunner.Tests;

public sealed partial class ScriptReaderTests
{
    private static readonly ScriptReader reader = new(new StageCatalog());

    [Fact]
    public void A_script_is_read_with_its_fields_named_by_path()
    {
        using var file = new ScriptFile();

        var script = reader.Read(file.Path);

        script.Steps.Count.ShouldBe(3);
        var act = script.Steps[1].ShouldBeOfType<Act>();
        act.Fields.ShouldContain(new Field("Event.Poisoned", "3"));
        act.Fields.ShouldContain(new Field("ReceivedOn", "2018-05-11"));
    }

    [Theory]
    [InlineData("steps", 1, "forn", "{}", "$.steps[1].forn: unknown key 'forn'")]
    [InlineData("steps", 1, "as", "\"env-nobody\"", "$.steps[1].as: unknown person 'env-nobody'")]
    [InlineData("steps", 1, "stage", "\"RegisterLeed\"", "$.steps[1].stage: unknown stage 'RegisterLeed'")]
    [InlineData("steps", 1, "seat", "\"registers\"", "$.steps[1].seat: unknown seat 'registers'")]
    [InlineData("steps", 1, "case", "\"other\"", "$.steps[1]: no case 'other' was started before")]
    [InlineData("steps", 1, "facts", "{ \"dead\": 1 }", "$.steps[1].facts.dead: unknown key 'dead'; known here: deaths")]
    [InlineData("steps", 1, "form", "{ \"Titel\": \"\" }", "$.steps[1].form.Titel: RegisterLeadForm has no field 'Titel'; its fields: Title")]
    [InlineData("steps", 1, "form", "{ \"ReceivedOn\": \"11.5.2018\" }", "$.steps[1].form.ReceivedOn: '11.5.2018' is no day")]
    [InlineData("steps", 1, "form", "{ \"Source\": \"Rumour\" }", "$.steps[1].form.Source: unknown choice 'Rumour'; known: Report")]
    [InlineData("steps", 1, "form", "{ \"ConcernedUnits\": [{ \"OrganisationId\": \"moon\" }] }",
        "$.steps[1].form.ConcernedUnits[0].OrganisationId: unknown organisation 'moon'")]
    [InlineData("steps", 1, "expect", "{ \"outcom\": null }", "$.steps[1].expect.outcom: unknown key 'outcom'; known here: status")]
    [InlineData("steps", 1, "expect", "{ \"status\": \"303\" }", "$.steps[1].expect.status: must be written without quotes")]
    [InlineData("steps", 1, "expect", "{ \"opens\": [{ \"dueOn\": 3 }] }", "$.steps[1].expect.opens[0].dueOn: must be a text")]
    [InlineData("steps", 1, "expect", "{ \"outcome\": \"Done\" }", "$.steps[1].expect.outcome: unknown outcome 'Done'; known: ProposeLaunch")]
    [InlineData("steps", 1, "expect", "{ \"opens\": [{ \"to\": \"GOVERMENT\" }] }", "$.steps[1].expect.opens[0].to: unknown role 'GOVERMENT'")]
    [InlineData("steps", 1, "expect", "{ \"notices\": [\"LEAD\"] }", "$.steps[1].expect.notices[0]: unknown role 'LEAD'")]
    [InlineData("steps", 2, "page", "\"post\"", "$.steps[2].page: unknown page 'post'")]
    [InlineData("expect", null, "open", "[\"CloseCse\"]", "$.expect.open[0]: unknown stage 'CloseCse'")]
    [InlineData("expect", null, "stages", "[\"CloseCase: Shut\"]", "$.expect.stages[0]: unknown outcome 'Shut'; known: Closed")]
    [InlineData("expect", null, "level", "{ \"ORDER-17\": null }", "$.expect.level.ORDER-17: unknown key 'ORDER-17'")]
    public void What_the_site_does_not_know_is_named_with_its_place(string part, int? step, string key, string value, string fault)
    {
        using var file = new ScriptFile(script => (step is { } index ? script[part]![index]! : script[part]!)[key] = JsonNode.Parse(value));

        var refusal = Should.Throw<UnusableScriptException>(() => reader.Read(file.Path));

        refusal.Message.ShouldContain(fault);
    }

    [Fact]
    public void All_faults_are_named_at_once()
    {
        using var file = new ScriptFile(script =>
        {
            script["begins"] = "yesterday";
            script["steps"]![0]!["start"]!["definition"] = "other";
            script["steps"]![2]!["seas"] = new JsonArray();
        });

        var refusal = Should.Throw<UnusableScriptException>(() => reader.Read(file.Path));

        refusal.Message.Split('\n').Length.ShouldBe(3);
    }

    [Fact]
    public void A_key_that_stands_twice_is_refused_because_one_of_the_two_would_be_lost()
    {
        using var file = new ScriptFile(ScriptFile.Short.Replace("\"about\": \"虚构。\"", "\"about\": \"虚构。\", \"about\": \"真实。\"", StringComparison.Ordinal));

        var refusal = Should.Throw<UnusableScriptException>(() => reader.Read(file.Path));

        refusal.Message.ShouldContain("about");
    }

    [Fact]
    public void The_example_of_the_readme_is_a_script()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));
        using var file = new ScriptFile(Example().Match(readme).Groups[1].Value);

        var script = reader.Read(file.Path);

        script.Steps.ShouldNotBeEmpty();
    }

    [GeneratedRegex("```json\n(\\{\n  \"\\$schema\".*?\n\\})\n```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
