using WorkflowAccountability.Faults.Verbs;
using WorkflowAccountability.Persistence.Tests.Sqlite;
using Xunit.Abstractions;

namespace WorkflowAccountability.Persistence.Tests.WorkItems;

/// <summary>
/// Whatever officials do to a work item, in whatever order: nothing is lost, nothing doubled, nobody excluded holds anything, and the case can
/// still be brought to an end.
/// </summary>
public sealed class VerbSequenceTests(OnSqlite node, ITestOutputHelper output) : IClassFixture<OnSqlite>
{
    // An item given to a role, one given to a team, one given to a person by name.
    private static readonly (string Activity, string? Seat)[] places = [("ApproveTeam", null), ("EstablishFacts", "draft"), ("EstablishFacts", "signOff")];

    [Fact]
    public async Task Every_pair_of_verbs_leaves_a_case_whole()
    {
        var pairs = Wanderer.Verbs.SelectMany(first => Wanderer.Verbs.Select(second => (first, second))).ToList();
        var done = new Dictionary<string, int>();
        foreach (var ((first, second), at) in pairs.Select((pair, at) => (pair, at)))
        {
            var (activity, seat) = places[at % places.Length];
            var official = await Wanderer.StartAsync(node.World, seed: at);
            await official.ReachAsync(activity, seat);
            foreach (var verb in new[] { first, second })
            {
                await official.TryAsync(verb, activity);
                (await official.FaultsAsync()).ShouldBeEmpty($"{first}, {second} at {activity} {seat} with seed {at}: after {verb}");
            }
            // The way to the end is long: every eleventh pair goes it.
            if (at % 11 == 0)
                (await official.FinishAsync()).ShouldBeEmpty($"{first}, {second} at {activity} {seat} with seed {at}");
            foreach (var (verb, times) in official.Done)
                done[verb] = done.GetValueOrDefault(verb) + times;
        }
        output.WriteLine(string.Join(", ", done.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}")));
        string[] changing = ["claim", "release", "reassign", "delegate", "return", "recall", "ask", "copy", "urge", "complete"];
        changing.Except(done.Keys).ShouldBeEmpty("a verb that is only ever refused shows nothing");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
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
