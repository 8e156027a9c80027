using WorkflowAccountability.Faults.Databases;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.WorkItems;
using static WorkflowAccountability.Faults.Worlds.PlayedCase;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>Whatever is not done leaves every row of every table as it was.</summary>
public abstract class RefusalContract(Node node)
{
    private World World => node.World;

    [ContractFact]
    public async Task A_form_that_a_rule_refuses_changes_nothing()
    {
        var played = await RegisteredAsync(World);

        var answer = await UnchangedAsync(await played.CompletionAsync("LaunchInvestigation", Governor, LaunchWithoutDocument));

        answer.ShouldBeOfType<Answer.Refused>().Rulings.ShouldHaveSingleItem().Citation.ShouldBe("第七条第一句");
    }

    [ContractFact]
    public async Task A_form_for_work_that_is_done_changes_nothing()
    {
        var played = await RegisteredAsync(World);
        var late = await played.CompletionAsync("LaunchInvestigation", DeputyGovernor, Launch);
        await played.CompleteAsync("LaunchInvestigation", Governor, Launch);

        (await UnchangedAsync(late)).ShouldBeOfType<Answer.TooLate>();
    }

    [ContractFact]
    public async Task A_form_opened_before_the_item_changed_changes_nothing()
    {
        var played = await RegisteredAsync(World);
        var opened = await played.CompletionAsync("LaunchInvestigation", Governor, Launch);
        await World.RunAsync(new ClaimWorkItem(NewId(), Governor, played.Id, opened.WorkItemId, Release: false));

        (await UnchangedAsync(opened)).ShouldBeOfType<Answer.Stale>();
    }

    [ContractFact]
    public async Task A_form_from_somebody_whose_work_it_is_not_changes_nothing_and_tells_him_nothing()
    {
        var played = await RegisteredAsync(World);

        (await UnchangedAsync(await played.CompletionAsync("LaunchInvestigation", Bureau, Launch))).ShouldBeOfType<Answer.NotFound>();
    }

    [ContractFact]
    public async Task A_command_id_used_for_something_else_changes_nothing()
    {
        var played = await RegisteredAsync(World);
        var launch = await played.CompletionAsync("LaunchInvestigation", Governor, Launch);
        await World.RunAsync(launch);

        (await UnchangedAsync(launch with { Form = LaunchWithoutDocument })).ShouldBeOfType<Answer.IdReused>();
    }

    private async Task<Answer> UnchangedAsync(Command command)
    {
        var before = await TablesAsync();

        var answer = await World.RunAsync(command);

        before.Count.ShouldBeGreaterThan(0);
        before.Differences(await TablesAsync()).ShouldBeEmpty();
        return answer;
    }

    private async Task<Tables> TablesAsync()
    {
        await using var db = World.Db();
        return await Tables.ReadAsync(db);
    }
}
