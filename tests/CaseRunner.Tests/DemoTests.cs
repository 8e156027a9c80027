using System.Text.Json.Nodes;

namespace WorkflowAccountability.CaseRunner.Tests;

public sealed class DemoTests
{
    [Fact]
    public async Task A_script_that_holds_is_ok_and_its_report_names_actor_clause_and_due_date()
    {
        using var file = new ScriptFile();
        using var report = new ScriptFile();

        var (exit, said) = await PlayAsync(file.Path, "--json", report.Path);

        said.ShouldStartWith("ok ");
        exit.ShouldBe(0);
        var step = JsonNode.Parse(await File.ReadAllTextAsync(report.Path))!["scripts"]![0]!["steps"]![1]!;
        step["actor"]!.GetValue<string>().ShouldBe("州环保局环境监察支队支队长 周牧野");
        step["citation"]!.GetValue<string>().ShouldBe("内部环节");
        step["answer"]!["dueOn"]!.GetValue<string>().ShouldBe("2018-05-21");
    }

    [Fact]
    public async Task One_changed_expectation_fails_by_name()
    {
        using var file = new ScriptFile(script => script["steps"]![1]!["expect"]!["opens"]![0]!["dueOn"] = "2018-05-22");

        var (exit, said) = await PlayAsync(file.Path);

        exit.ShouldBe(1);
        said.ShouldContain("$.steps[1].expect.opens[0].dueOn: expected \"2018-05-22\", found \"2018-05-21\"");
    }

    [Fact]
    public async Task One_changed_expectation_of_the_final_state_fails_by_name()
    {
        using var file = new ScriptFile(script => script["expect"]!["level"]!["MEP-ORDER-17-2011"] = "Ⅲ");

        var (exit, said) = await PlayAsync(file.Path);

        exit.ShouldBe(1);
        said.ShouldContain("$.expect.level.MEP-ORDER-17-2011: expected \"Ⅲ\", found \"Ⅳ\"");
    }

    [Fact]
    public async Task A_step_done_by_the_wrong_office_fails_by_name_because_for_it_the_item_does_not_exist()
    {
        using var file = new ScriptFile(script => script["steps"]![1]!["as"] = "audit-tian");

        var (exit, said) = await PlayAsync(file.Path);

        exit.ShouldBe(1);
        said.ShouldContain("$.steps[1].expect.status: expected 303, found 404");
    }

    [Fact]
    public async Task A_choice_that_the_page_does_not_offer_fails_by_name()
    {
        using var file = new ScriptFile(script => script["steps"]![1]!["facts"]!["ecology"] = "Ⅳ");

        var (exit, said) = await PlayAsync(file.Path);

        exit.ShouldBe(1);
        said.ShouldContain("$.steps[1].form.Event.Ecology: the page does not offer 'Ⅳ'");
    }

    [Fact]
    public async Task What_somebody_sees_against_the_script_fails_by_name()
    {
        using var file = new ScriptFile(script => script["steps"]![2]!["as"] = "env-wang");

        var (exit, said) = await PlayAsync(file.Path);

        exit.ShouldBe(1);
        said.ShouldContain("$.steps[2].doesNotSee: env-wang sees '异味举报'");
    }

    [Fact]
    public async Task A_misspelt_key_stops_before_anything_is_played()
    {
        using var good = new ScriptFile();
        using var bad = new ScriptFile(script => script["steps"]![1]!["sear"] = "register");

        var (exit, said) = await PlayAsync(good.Path, bad.Path);

        exit.ShouldBe(1);
        said.ShouldNotContain("ok ");
        said.ShouldContain("$.steps[1].sear: unknown key 'sear'; known here: as, stage, seat");
    }

    [Theory]
    [InlineData("--databas", "unknown option '--databas'")]
    [InlineData("nowhere.json", "there is no case script 'nowhere.json'")]
    [InlineData("--json", "--json needs a value")]
    public async Task A_command_that_makes_no_sense_is_answered_with_what_is_wrong(string argument, string answer)
    {
        var (exit, said) = await PlayAsync(argument);

        exit.ShouldBe(1);
        said.ShouldContain(answer);
    }

    [Fact]
    public async Task A_database_that_nobody_knows_is_named()
    {
        using var file = new ScriptFile();

        var (exit, said) = await PlayAsync(file.Path, "--database", "Server=somewhere");

        exit.ShouldBe(1);
        said.ShouldContain("'Server=somewhere' names no known database");
    }

    private static async Task<(int Exit, string Said)> PlayAsync(params string[] arguments)
    {
        await using var said = new StringWriter();
        var exit = await Demo.RunAsync(arguments, said, said);
        return (exit, said.ToString());
    }
}
