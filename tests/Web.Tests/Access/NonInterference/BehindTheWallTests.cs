using System.Text;
using WorkflowAccountability.CaseRunner;

namespace WorkflowAccountability.Web.Tests.Access.NonInterference;

/// <summary>第十条第一句 (独立组成): nobody outside the supervision team can tell whether anything was done behind the wall, and what.</summary>
public sealed class BehindTheWallTests(BehindTheWallTests.Sites sites) : IClassFixture<BehindTheWallTests.Sites>
{
    [Theory]
    [InlineData("env-chen")]
    [InlineData("gov-ma")]
    [InlineData("oversight-shen")]
    [InlineData("it-lu")]
    public Task 第十条第一句_独立组成责任追究调查组_nobody_outside_the_wall_can_tell_what_is_behind_it(string person) =>
        SameAnswers.ShouldBeGivenToAsync(sites.Twins, person);

    /// <summary>The acts of the investigation go on while those of the independent inquiry are done on one site alone.</summary>
    public sealed class Sites : IAsyncLifetime
    {
        internal TwinSites Twins { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            var script = TwinSites.Shipped("twice-returned.json");
            int[] upToTheProposals = [.. Enumerable.Range(0, 9), 11, .. Enumerable.Range(18, 15), 34, 36, .. Enumerable.Range(38, 5)];
            // Opinions, the letter, both answers; then the report is sent back and the proposals are made anew.
            int[] inTurns = [56, 58, 62, 63, 44, 46, 47];
            var late = new Wait("late", new ClockMove(new DateTimeOffset(2020, 7, 28, 2, 0, 0, TimeSpan.Zero), default));
            script = script with { Steps = [.. upToTheProposals.Select(at => script.Steps[at]), late, .. inTurns.Select(at => (Act)script.Steps[at] with { Expect = [] })], Expect = [] };
            Twins = await TwinSites.PlayAsync(script, step => step is Act { Stage.About.Walled: true },
                hiddenCase: null, ["责任追究调查组", "昌州监", "调整岗位", "郭守廉", "玛纳斯"]);
            await FurtherAsync(Twins.With);
        }

        public async Task DisposeAsync() => await Twins.DisposeAsync();

        /// <summary>A file and an entry of the supervision team.</summary>
        private static async Task FurtherAsync(Twin site)
        {
            var caseId = (await KnownIds.OfAsync(site, hiddenCase: null)).Seen["case"].Single();
            using var leader = await site.SignedInAsync("supervision-guo");
            (await leader.SubmitFilesAsync(await leader.GetAsync($"/cases/{caseId}"), $"/cases/{caseId}/documents",
                [new("_command", "0123456789abcdef"), new("BehindWall", "true"), new("Note", "郭守廉的谈话笔录")],
                ("Files", "笔录.txt", Encoding.UTF8.GetBytes("笔录")))).Status.ShouldBe(303);
            var entry = $"/cases/{caseId}/ledgers/declare-interest";
            (await leader.SubmitAsync(await leader.GetAsync(entry), entry, new KeyValuePair<string, string>("HasInterest", "false"))).Status.ShouldBe(303);
        }
    }
}
