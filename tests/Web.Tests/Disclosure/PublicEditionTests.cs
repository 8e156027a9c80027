using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Disclosure;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Web.Tests.Papers;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Disclosure;

/// <summary>第十一条第一款第二句: the approved report becomes public: cut with reasons, released by a second person, corrected as a new version, read without an account.</summary>
public sealed class PublicEditionTests(CaseSite cases) : IClassFixture<CaseSite>, IAsyncLifetime
{
    private static string? report;
    private readonly RunningSite site = cases.Site;

    public async Task InitializeAsync() => report ??= await site.SignedReportAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task 第十一条第一款第二句_向社会公开_a_report_is_cut_released_by_a_second_person_read_by_everybody_corrected_and_taken_down()
    {
        using var author = await site.SignedInAsync("env-sun");

        var path = await PrepareAsync(author);
        using var releaser = await site.SignedInAsync("gov-zhang");
        using var stranger = site.Browser();
        var series = await site.ReadAsync(db => db.PublicEditions.Where(edition => "/editions/" + edition.Id == path).Select(edition => edition.SeriesId).SingleAsync());
        (await stranger.GetAsync($"/public/{series}")).Status.ShouldBe(404, "what is being prepared is not public");

        (await author.PressAsync(path, "release")).Status.ShouldBe(404, "the bureau does not release");
        (await releaser.PressAsync(path, "release")).Status.ShouldBe(303);

        var read = await stranger.GetAsync($"/public/{series}");
        read.Status.ShouldBe(200);
        read.Text.ShouldContain("时任");
        (await stranger.GetAsync("/public")).Links.ShouldContain($"/public/{series}");
        (await stranger.GetAsync("/public?q=污水")).Links.ShouldContain($"/public/{series}");
        (await stranger.GetAsync("/public?q=没有这个词")).Links.ShouldNotContain($"/public/{series}");
        await HoldsNobodyAsync(stranger, $"/public/{series}");
        await HoldsNobodyAsync(stranger, "/public");
        using (var file = await stranger.DownloadAsync($"/public/{series}/docx"))
        {
            var content = await file.Content.ReadAsByteArrayAsync();
            LeakCheck.In(content, [.. OrganisationDirectory.Shipped.AllPeople.SelectMany(person => new[] { person.Name, person.Id }), SeededCase.Id, "昌环追"]).ShouldBeEmpty();
            read.Body.ShouldContain(Convert.ToHexString(SHA256.HashData(content)));
        }

        var correction = await PrepareAsync(author);
        (await releaser.PressAsync(correction, "release")).Status.ShouldBe(422, "a correction says what it corrects");
        (await author.PressAsync(correction, "text", new KeyValuePair<string, string>("Correction", "更正损失数额的表述。"))).Status.ShouldBe(303);
        (await releaser.PressAsync(correction, "text", new KeyValuePair<string, string>("Correction", "更正数额。"))).Status.ShouldBe(303);
        (await author.PressAsync(correction, "text", new KeyValuePair<string, string>("Correction", "更正损失数额的表述。"))).Status.ShouldBe(303);
        (await releaser.PressAsync(correction, "release")).Status.ShouldBe(422, "whoever ever changed it does not release it, though another changed it last");
        using var leader = await site.SignedInAsync("gov-ma");
        var released = await leader.PressAsync(correction, "release");
        released.Status.ShouldBe(303, released.Text);
        var corrected = await stranger.GetAsync($"/public/{series}");
        corrected.Text.ShouldContain("更正损失数额的表述。");
        corrected.Text.ShouldContain("第1版");
        (await site.ReadAsync(db => db.PublicEditions.Where(edition => edition.SeriesId == series).OrderBy(edition => edition.Number).Select(edition => edition.Status).ToListAsync()))
            .ShouldBe([EditionStatus.Superseded, EditionStatus.Released]);

        (await releaser.PressAsync(correction, "withdraw", new KeyValuePair<string, string>("Reason", "发现遗漏"))).Status.ShouldBe(303);
        (await stranger.GetAsync($"/public/{series}")).Status.ShouldBe(404);
        (await stranger.GetAsync($"/public/{series}/docx")).Status.ShouldBe(404);
        (await stranger.GetAsync("/public")).Links.ShouldNotContain($"/public/{series}");
    }

    private static async Task<string> PrepareAsync(Browser author)
    {
        var page = await author.GetAsync($"{report}/editions");
        page.Status.ShouldBe(200, page.Text);
        var answer = await author.SubmitAsync(page, $"{report}/editions");
        answer.Status.ShouldBe(303, answer.Text);
        return answer.Location!;
    }

    private static async Task HoldsNobodyAsync(Browser stranger, string path)
    {
        using var answer = await stranger.DownloadAsync(path);
        LeakCheck.In(await answer.Content.ReadAsStringAsync(), [.. OrganisationDirectory.Shipped.AllPeople.SelectMany(person => new[] { person.Name, person.Id }), SeededCase.Id, "昌环追"])
            .ShouldBeEmpty(path);
    }
}
