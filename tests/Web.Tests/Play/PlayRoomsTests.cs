using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Play;
using WorkflowAccountability.Web.Tests.Channels;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Play;

/// <summary>How long a sandbox is kept, how many are, and what cannot be taken back.</summary>
[Collection(PlayCollection.Name)]
public sealed class PlayRoomsTests : IAsyncLifetime
{
    private const string Procedure = "/play/accountability-procedure";

    private readonly DirectoryInfo data = RunningSite.NewFolder();
    private readonly MovedClock clock = new();
    private RunningSite site = null!;

    public async Task InitializeAsync() => site = await RunningSite.StartAsync(data, adjust: services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task What_nobody_used_for_two_hours_is_cleared_away_when_the_next_one_begins()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        await drafter.BeginAsync(Procedure, "hand");
        clock.Advance(TimeSpan.FromMinutes(110));
        using var early = await site.SignedInAsync("legal-jiang");
        await early.BeginAsync(Procedure, "hand");
        var kept = await ShownAsync();
        clock.Advance(TimeSpan.FromMinutes(121));
        using var late = await site.SignedInAsync("gov-zhang");
        await late.BeginAsync(Procedure, "hand");

        var cleared = await ShownAsync();

        kept.Actions.ShouldContain(Procedure + "/leave");
        cleared.Actions.ShouldNotContain(Procedure + "/leave");
        cleared.Actions.ShouldContain(Procedure + "/begin");
    }

    [Fact]
    public async Task A_ninth_is_told_to_come_later_and_whoever_leaves_makes_room()
    {
        string[] offices = ["audit", "finance", "police"], others = ["audit-xiao", "audit-tian", "finance-deng", "finance-cui", "police-dong", "police-yuan", "gov-zhang"];
        await using (var db = await site.Services.GetRequiredService<IDbContextFactory<AccountabilityDb>>().CreateDbContextAsync())
        {
            db.AddRange(offices.Select(office => new RoleBinding { Id = $"draft-{office}", Role = Roles.ProcedureDrafter, OrganisationId = office, From = new DateOnly(2015, 1, 1) }));
            (await db.Set<DirectoryStamp>().SingleAsync()).Version++;
            await db.SaveChangesAsync();
        }
        using var drafter = await site.SignedInAsync("it-lu");
        await drafter.BeginAsync(Procedure, "hand");
        foreach (var person in others)
        {
            using var other = await site.SignedInAsync(person);
            await other.BeginAsync(Procedure, "hand");
        }
        using var ninth = await site.SignedInAsync("legal-jiang");
        async Task<Page> TriedAsync() => await ninth.SubmitAsync(await ninth.GetAsync(Procedure), Procedure + "/begin", new KeyValuePair<string, string>("By", "hand"));

        var full = await TriedAsync();
        await drafter.LeftAsync(Procedure);
        var later = await TriedAsync();

        full.Status.ShouldBe(422);
        string.Join(' ', full.Problems).ShouldContain("已有8间试运行同时打开");
        full.Actions.ShouldContain(Procedure + "/begin");
        later.Status.ShouldBe(303, later.Text);
    }

    [Fact]
    public async Task What_cannot_be_done_again_is_said_and_the_trial_stands_as_it_stood()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        await drafter.BeginAsync(Procedure, "hand");
        await drafter.SubmitAsync(await drafter.GetAsync(Procedure + "?fill=1"), Procedure + "/submit");
        var before = await drafter.GetAsync(Procedure);
        // As if the house had been furnished otherwise: whoever opened the case holds no post in it any more.
        using (var turn = (await site.Services.GetRequiredService<PlayRooms>().EnterAsync("it-lu", "accountability-procedure", default))!)
            foreach (var post in turn.Room.House.Rows.OfType<Post>())
                post.To = new DateOnly(2015, 1, 1);

        (await drafter.SubmitAsync(before, Procedure + "/undo")).Status.ShouldBe(303);
        var after = await drafter.GetAsync(Procedure);
        await drafter.SubmitAsync(await drafter.GetAsync(Procedure + "?fill=1"), Procedure + "/submit");
        var wentOn = await drafter.GetAsync(Procedure);

        string.Join(' ', after.Problems).ShouldContain("上一步没有撤销：从头重做到第1步时不再通过");
        after.TextOf(".waiting").ShouldBe(before.TextOf(".waiting"));
        wentOn.TextOf(".waiting").ShouldNotBe(before.TextOf(".waiting"));
        wentOn.Problems.ShouldBeEmpty();
    }

    // Signed in anew: a session ends earlier.
    private async Task<Page> ShownAsync()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        return await drafter.GetAsync(Procedure);
    }
}
