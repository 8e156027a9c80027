using WorkflowAccountability.Faults.Verbs;
using WorkflowAccountability.Persistence.Tests.Contracts;
using WorkflowAccountability.Persistence.Tests.Sqlite;
using Xunit.Abstractions;

namespace WorkflowAccountability.Persistence.Tests.Verbs;

/// <summary>
/// Whatever officials do to a work item, in whatever order: nothing is lost, nothing doubled, nobody excluded holds anything, and the case can
/// still be brought to an end.
/// </summary>
public sealed class VerbSequenceTests(OnSqlite node, ITestOutputHelper output) : IClassFixture<OnSqlite>
{
    /// <summary>An item given to a role, one given to a team, one given to a person by name.</summary>
    public static TheoryData<string, string?> Places => new() { { "ApproveTeam", null }, { "EstablishFacts", "draft" }, { "EstablishFacts", "signOff" } };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Every_pair_of_verbs_leaves_a_case_whole(string activity, string? seat)
    {
        var count = 0;
        foreach (var first in Wanderer.Verbs)
            foreach (var second in Wanderer.Verbs.Where(verb => verb != "end-post"))
            {
                var official = await Wanderer.StartAsync(node.World, seed: ++count);
                await official.ReachAsync(activity, seat);
                foreach (var verb in new[] { first, second })
                {
                    await official.TryAsync(verb, activity);
                    (await official.FaultsAsync()).ShouldBeEmpty($"{first}, {second} at {activity} {seat} with seed {count}: after {verb}");
                }
                // The way to the end is long: every seventh pair goes it, another seventh at each place.
                if ((count + activity.Length + (seat?.Length ?? 0)) % 7 == 0)
                    (await official.FinishAsync()).ShouldBeEmpty($"{first}, {second} at {activity} {seat} with seed {count}");
            }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task A_long_random_sequence_of_verbs_leaves_a_case_that_can_be_brought_to_its_end(int seed)
    {
        var lot = new Random(seed);
        var official = await Wanderer.StartAsync(node.World, seed);
        for (var step = 0; step < 120; step++)
        {
            var verb = lot.Next(4) == 0 ? "complete" : Wanderer.Verbs[lot.Next(Wanderer.Verbs.Count)];
            await official.TryAsync(verb);
            node.World.Clock.Advance(TimeSpan.FromMinutes(lot.Next(90)));
            (await official.FaultsAsync()).ShouldBeEmpty($"seed {seed}, step {step}: after {verb}");
        }
        output.WriteLine(string.Join(", ", official.Done.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}")));
        official.Done.Count.ShouldBeGreaterThan(5, "a sequence of refusals shows nothing");
        (await official.FinishAsync()).ShouldBeEmpty($"seed {seed}");
        (await official.FaultsAsync()).ShouldBeEmpty($"seed {seed}: at the end");
    }
}
