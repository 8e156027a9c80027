using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Papers;
using static WorkflowAccountability.Faults.Worlds.PlayedCase;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>发文登记簿: numbers of official documents have no gap and none is given twice, whoever signs at the same moment and whatever is refused in between.</summary>
public abstract class RegisterContract(Node node)
{
    private const int Count = 16;

    private World World => node.World;

    [ContractFact]
    public async Task Numbers_given_at_the_same_moment_on_two_nodes_have_no_gap_and_none_is_given_twice()
    {
        await using var there = World.Beside();
        var drafts = new List<SignPaper>();
        for (var made = 0; made < Count; made++)
            drafts.Add(await DraftAsync());

        // Each is signed, tried in vain with what was seen before, rehearsed, and sent a second time, all at once.
        await Task.WhenAll(drafts.SelectMany((sign, at) =>
        {
            var (signing, other) = at % 2 == 0 ? (World, there) : (there, World);
            return (Task[])
            [
                signing.RunAsync(sign), other.RunAsync(sign with { Id = NewId(), Version = 99 }), other.Get<CommandRunner>().RehearseAsync(sign with { Id = NewId() }, CancellationToken.None),
                other.RunAsync(sign),
            ];
        }));

        await using var db = World.Db();
        var signed = await db.Papers.AsNoTracking().Where(paper => paper.Number != null).ToListAsync();
        signed.Select(paper => paper.Ordinal!.Value).Order().ShouldBe(Enumerable.Range(1, Count));
        signed.Select(paper => paper.Number).Distinct().Count().ShouldBe(Count);
        (await db.Set<PaperRegister>().AsNoTracking().SingleAsync()).Last.ShouldBe(Count);
        (await db.Set<PaperFile>().CountAsync()).ShouldBe(Count);
    }

    private async Task<SignPaper> DraftAsync()
    {
        var played = await LaunchedAsync(World);
        var done = (await World.RunAsync(new DraftPaper(NewId(), Governor, played.Id, "LaunchReply"))).ShouldBeOfType<Answer.Done>();
        return new SignPaper(NewId(), Governor, played.Id, done.Path["/papers/".Length..], Version: 1);
    }
}
