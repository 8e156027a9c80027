using System.Data.Common;
using WorkflowAccountability.Faults.Databases;
using WorkflowAccountability.Faults.Statements;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using static WorkflowAccountability.Faults.Worlds.PlayedCase;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>The database fails under a command: everything or nothing, and the same command may be sent again.</summary>
public abstract class FaultContract(Node node)
{
    private World World => node.World;

    /// <summary>What this database throws when it could not do a command now but may in a moment.</summary>
    protected abstract DbException Passing { get; }

    /// <summary>How this database's statement for a new audit entry begins.</summary>
    protected virtual string InsertIntoAudit => "INSERT INTO \"Audit\"";

    [ContractFact]
    public async Task Whichever_statement_fails_nothing_of_the_command_remains_and_the_same_command_succeeds_later()
    {
        var played = await RegisteredAsync(World);
        var launch = await played.CompletionAsync("LaunchInvestigation", Governor, Launch);
        var before = await TablesAsync();

        var failures = 0;
        for (var failing = 1; await FailsAsync(launch, failing); failing++, failures++)
            before.Differences(await TablesAsync()).ShouldBeEmpty($"after statement {failing} failed");

        failures.ShouldBeGreaterThan(10);
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task Without_its_audit_entry_nothing_is_committed()
    {
        var played = await RegisteredAsync(World);
        var launch = await played.CompletionAsync("LaunchInvestigation", Governor, Launch);
        var before = await TablesAsync();

        World.Watch.Watcher = step => Throw(step.Text.Contains(InsertIntoAudit, StringComparison.Ordinal), new LostException());
        await Should.ThrowAsync<Exception>(() => World.RunAsync(launch));
        World.Watch.Watcher = null;

        before.Differences(await TablesAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task A_commit_whose_answer_is_lost_was_a_commit()
    {
        var played = await RegisteredAsync(World);
        var launch = await played.CompletionAsync("LaunchInvestigation", Governor, Launch);

        var answer = await WithOneFailureAsync(launch, Moment.Committed, new LostException());

        answer.ShouldBeOfType<Answer.Done>();
        (await World.RunAsync(launch)).ShouldBe(((Answer.Done)answer) with { Repeated = true });
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task A_commit_that_never_arrived_is_made_once_more()
    {
        var played = await RegisteredAsync(World);
        var launch = await played.CompletionAsync("LaunchInvestigation", Governor, Launch);

        var answer = await WithOneFailureAsync(launch, Moment.Commit, new LostException());

        answer.ShouldBeOfType<Answer.Done>();
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task The_start_of_a_case_whose_commit_was_lost_made_one_case()
    {
        var start = new StartCase(NewId(), Bureau, "线索", "accountability-procedure");

        var answer = (Answer.Done)await WithOneFailureAsync(start, Moment.Committed, new LostException());

        (await new PlayedCase(World, answer.Path["/cases/".Length..]).FaultsAsync()).ShouldBeEmpty();
        (await World.RunAsync(start)).ShouldBe(answer with { Repeated = true });
    }

    [ContractFact]
    public async Task A_lost_race_runs_the_whole_command_again()
    {
        var played = await RegisteredAsync(World);
        var launch = await played.CompletionAsync("LaunchInvestigation", Governor, Launch);

        var answer = await WithOneFailureAsync(launch, Moment.Commit, Passing);

        answer.ShouldBeOfType<Answer.Done>();
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    private async Task<bool> FailsAsync(Command command, int failing)
    {
        var statements = 0;
        World.Watch.Watcher = step =>
            Throw(step is { Moment: Moment.Statement, Transaction: not null } && ++statements == failing, new LostException());
        try
        {
            return await World.RunAsync(command) is not Answer.Done;
        }
        catch (Exception exception) when (exception.GetBaseException() is LostException)
        {
            return true;
        }
        finally
        {
            World.Watch.Watcher = null;
        }
    }

    private async Task<Answer> WithOneFailureAsync(Command command, Moment moment, Exception failure)
    {
        var failed = false;
        World.Watch.Watcher = step => Throw(step.Moment == moment && !failed && (failed = true), failure);
        var answer = await World.RunAsync(command);
        World.Watch.Watcher = null;
        failed.ShouldBeTrue("the fault must have happened");
        return answer;
    }

    private async Task<Tables> TablesAsync()
    {
        await using var db = World.Db();
        return await Tables.ReadAsync(db);
    }

    private static void Throw(bool now, Exception failure)
    {
        if (now)
            throw failure;
    }

    private sealed class LostException() : DbException("The connection is gone.");
}
