using WorkflowAccountability.Faults.Races;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>Two nodes on one database, at the same moment.</summary>
public abstract class RaceContract(Node node)
{
    private const int Count = 20;

    [ContractFact]
    public async Task Of_two_completions_of_one_work_item_exactly_one_commits_and_the_other_is_told_who_was_first()
    {
        await using var there = node.World.Beside();
        var race = new RaceTest(node.World, there);
        await race.PrepareAsync(Count);

        var result = await race.TwoOfficialsAsync();

        result.ShouldBe(new RaceResult(Count, Right: Count, Lost: 0, Stuck: 0));
    }

    [ContractFact]
    public async Task Two_branches_of_one_case_completed_at_the_same_moment_both_count()
    {
        await using var there = node.World.Beside();
        var race = new RaceTest(node.World, there);
        await race.PrepareAsync(Count);
        await race.TwoOfficialsAsync();

        var result = await race.TwoBranchesAsync();

        result.ShouldBe(new RaceResult(Count, Right: Count, Lost: 0, Stuck: 0));
    }
}
