using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using static WorkflowAccountability.Faults.Worlds.PlayedCase;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>What leaves the house, on every database: at least once, each time under the same id, and once where nobody dies.</summary>
public abstract class OutboxContract(Node node)
{
    private World World => node.World;

    [ContractFact]
    public async Task A_node_that_dies_between_sending_and_marking_leaves_it_to_the_next_one_under_the_same_id()
    {
        await LaunchedAsync(World);
        using var life = new CancellationTokenSource();
        var channel = new Recorded { Sent = life.Cancel };

        await Should.ThrowAsync<OperationCanceledException>(() => Outbox(channel).RunAsync(life.Token));
        channel.Ids.Count.ShouldBe(1, "it died with the first one in its hands");
        channel.Sent = () => { };
        await Outbox(channel).RunAsync(CancellationToken.None);
        var dead = channel.Ids.First();
        channel.Ids.Count(id => id == dead).ShouldBe(1, "the claim of the dead has not run out");
        World.Clock.Advance(TimeSpan.FromMinutes(3));
        await Outbox(channel).RunAsync(CancellationToken.None);
        await Outbox(channel).RunAsync(CancellationToken.None);

        channel.Ids.CountBy(id => id).ShouldAllBe(sent => sent.Value == (sent.Key == dead ? 2 : 1));
        await using var db = World.Db();
        (await db.Deliveries.CountAsync(row => row.Status != DeliveryStatus.Sent)).ShouldBe(0);
    }

    [ContractFact]
    public async Task Nodes_that_send_at_once_send_each_message_once()
    {
        var played = await LaunchedAsync(World);
        await using var there = World.Beside();
        there.Clock.Advance(World.Clock.GetUtcNow() - there.Clock.GetUtcNow());
        var channel = new Recorded();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(run => Task.Run(() => Outbox(channel, run % 2 == 0 ? World : there).RunAsync(CancellationToken.None))));
        await Outbox(channel).RunAsync(CancellationToken.None);

        await using var db = World.Db();
        var ids = await db.Deliveries.Where(row => row.CaseId == played.Id).Select(row => row.Id).ToListAsync();
        ids.ShouldNotBeEmpty();
        foreach (var id in ids)
            channel.Ids.Count(sent => sent == id).ShouldBe(1, id);
    }

    private SweepOutbox Outbox(Channel channel, World? at = null)
    {
        var (world, databases, directories) = (at ?? World, (at ?? World).Get<IDbContextFactory<AccountabilityDb>>(), (at ?? World).Get<DirectorySource>());
        return new SweepOutbox(new DistributeNotices(databases, directories, [channel], world.Clock),
            new SendDeliveries(databases, directories, world.Get<NoticeMessages>(), [channel], world.Clock, NullLogger<SendDeliveries>.Instance), [channel], databases, world.Clock);
    }

    private sealed class Recorded : Channel
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Ids { get; } = [];

        public Action Sent { get; set; } = () => { };

        public override ChannelKind Kind => ChannelKind.Webhook;

        public override bool Reaches(OutgoingPerson person) => true;

        public override Task SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
        {
            Ids.Enqueue(message.Id);
            Sent();
            return Task.CompletedTask;
        }
    }
}
