using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Testing;
using WorkflowAccountability.Web.Tests.Site;
using WorkflowAccountability.Web.Tests.Studio;

namespace WorkflowAccountability.Web.Tests.Play;

/// <summary>The tests that open sandboxes run one after the other: they count the folders of all of them.</summary>
public static class PlayCollection
{
    public const string Name = "Play";
}

/// <summary>On a site of its own: its draft is the newest version from then on.</summary>
[Collection(PlayCollection.Name)]
public sealed class PlayDraftTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const string Procedure = "/play/accountability-procedure", Track = "/play/superior-investigation";

    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task A_draft_with_a_step_of_ones_own_is_tried_before_it_is_published_even_an_unlawful_one()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        var draft = await drafter.ShownAsync("accountability-procedure");
        var chart = draft.ChartOf();
        AnAddedStep.Called("Countersign", "法制办会签", ("fields", "意见=opinion|文本|必填")).Into(chart, "RegisterLead", "ProposeLaunch");
        (await drafter.SaveAsync(draft)).Status.ShouldBe(200);

        var page = await drafter.BeginAsync(Procedure, "example");
        var signed = await drafter.SubmitAsync(page, Procedure + "/submit", new KeyValuePair<string, string>("opinion", "同意。"));
        await drafter.SubmitAsync(await drafter.GetAsync(Procedure), Procedure + "/script");
        var end = await drafter.GetAsync(Procedure);

        page.Problems.ShouldHaveSingleItem().ShouldContain("法制办会签");
        signed.Status.ShouldBe(303, signed.Text);
        end.Problems.ShouldBeEmpty();
        end.Text.ShouldContain("案件已办结归档");
        end.Text.ShouldContain("法制办会签");
        (await site.ReadAsync(db => db.Definitions.CountAsync(row => row.IsPublished && row.DefinitionId == "accountability-procedure"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_was_handed_in_is_still_there_when_the_step_after_it_is_undone()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        var draft = await drafter.ShownAsync("superior-investigation");
        AnAddedStep.Called("Papers", "材料会签", ("fields", "材料=papers｜文件｜必填")).Into(draft.ChartOf(), "Start", "Done");
        AnAddedStep.Called("Words", "意见会签", ("fields", "意见=opinion｜文本｜必填")).Into(draft.ChartOf(), "Papers", "Done");
        (await drafter.SaveAsync(draft)).Status.ShouldBe(200);
        var page = await drafter.BeginAsync(Track, "hand");

        var handed = await drafter.SubmitFilesAsync(page, Track + "/submit", [], ("papers", "意见书.txt", "同意。"u8.ToArray()));
        handed.Status.ShouldBe(303, handed.Text);
        var after = await drafter.GetAsync(Track);
        (await drafter.SubmitAsync(after, Track + "/submit", new KeyValuePair<string, string>("opinion", "同意。"))).Status.ShouldBe(303);
        await drafter.SubmitAsync(await drafter.GetAsync(Track), Track + "/undo");
        var undone = await drafter.GetAsync(Track);
        (await drafter.SubmitAsync(undone, Track + "/submit", new KeyValuePair<string, string>("opinion", "不同意。"))).Status.ShouldBe(303);
        await drafter.SubmitAsync(await drafter.GetAsync(Track), Track + "/undo");
        await drafter.SubmitAsync(await drafter.GetAsync(Track), Track + "/undo");

        // Without its file the first step could not have been handed in again.
        undone.TextOf(".waiting").ShouldBe(after.TextOf(".waiting"));
        (await drafter.GetAsync(Track)).TextOf(".waiting").ShouldContain("材料会签");
    }
}
