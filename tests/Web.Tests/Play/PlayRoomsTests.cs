using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WorkflowAccountability.Web.Tests.Channels;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Play;

/// <summary>How long a sandbox is kept.</summary>
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

    // Signed in anew: a session ends earlier.
    private async Task<Page> ShownAsync()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        return await drafter.GetAsync(Procedure);
    }
}
