using WorkflowAccountability.Faults.Verbs;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>
/// Two verbs one after the other, on every database: nothing is lost, nothing doubled. Where each pair is played changes from pair to pair; what SQLite plays
/// at all of its places, in all of its pairs, is in <see cref="WorkItems.VerbSequenceTests"/>.
/// </summary>
public abstract class VerbPairContract(Node node)
{
    // Given to an office, to a team, to a person by name, and, late in the case, the one key of two.
    private static readonly (string Activity, string? Seat)[] places = [("ApproveTeam", null), ("EstablishFacts", "draft"), ("EstablishFacts", "signOff"), ("ReviewByGovernment", null)];

    [ContractFact]
    public async Task Pairs_of_verbs_leave_a_case_whole()
    {
        var pairs = Wanderer.Verbs.SelectMany(first => Wanderer.Verbs.Select(second => (first, second))).Where((_, at) => at % 7 == 0).ToList();
        var done = new HashSet<string>();
        foreach (var ((first, second), at) in pairs.Select((pair, at) => (pair, at)))
        {
            // The way to the review is long: every twelfth pair goes it.
            var (activity, seat) = at % 12 == 11 ? places[3] : places[at % 3];
            var official = await Wanderer.StartAsync(node.World, seed: at);
            await official.ReachAsync(activity, seat);
            foreach (var verb in new[] { first, second })
            {
                await official.TryAsync(verb, activity);
                (await official.FaultsAsync()).ShouldBeEmpty($"{first}, {second} at {activity} {seat} with seed {at}: after {verb}");
            }
            done.UnionWith(official.Done.Keys);
        }

        pairs.Count.ShouldBeGreaterThan(50);
        done.Count.ShouldBeGreaterThan(6, "a verb that is only ever refused shows nothing");
    }
}
