using System.Net;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Databases;
using WorkflowAccountability.Faults.Sites;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Persistence.Tests.Sqlite;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Persistence.Tests.Sites;

public sealed class SubmittingTests : IAsyncLifetime
{
    private readonly SqliteFile database = SqliteFile.Beside(OnSqlite.File);
    private RunningSite site = null!;
    private World world = null!;
    private PlayedCase played = null!;
    private string item = null!;

    public async Task InitializeAsync()
    {
        site = await RunningSite.StartAsync(database.Connection);
        world = World.On(database.Connection);
        played = await PlayedCase.RegisteredAsync(world);
        item = (await played.ItemAsync("LaunchInvestigation")).Id;
    }

    public async Task DisposeAsync()
    {
        await world.DisposeAsync();
        await site.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Two_people_complete_one_item_and_the_second_learns_who_was_first_and_keeps_what_he_typed()
    {
        using var governor = await Browser.SignInAsync(site.Address, PlayedCase.Governor);
        using var deputy = await Browser.SignInAsync(site.Address, PlayedCase.DeputyGovernor);
        var (his, hers) = (await governor.OpenAsync(item), await deputy.OpenAsync(item));

        var answers = await Task.WhenAll(governor.SubmitAsync(his, LaunchFields.Typed), deputy.SubmitAsync(hers, LaunchFields.Typed));

        var first = answers.Single(answer => answer.Status is HttpStatusCode.SeeOther) == answers[0] ? "马景川" : "张砚秋";
        answers.Single(answer => answer.Status is not HttpStatusCode.SeeOther)
            .ShouldSay(HttpStatusCode.Conflict, first, "办结", LaunchFields.Document);
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_posted_twice_leads_to_the_same_place_and_is_carried_out_once()
    {
        using var governor = await Browser.SignInAsync(site.Address, PlayedCase.Governor);
        var form = await governor.OpenAsync(item);

        var first = await governor.SubmitAsync(form, LaunchFields.Typed);
        var second = await governor.SubmitAsync(form, LaunchFields.Typed);

        first.ShouldSay(HttpStatusCode.SeeOther);
        second.ShouldBe(first);
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_opened_before_a_colleague_took_the_item_is_refused_and_what_was_typed_is_kept()
    {
        using var governor = await Browser.SignInAsync(site.Address, PlayedCase.Governor);
        var form = await governor.OpenAsync(item);
        await world.RunAsync(new ClaimWorkItem(PlayedCase.NewId(), PlayedCase.DeputyGovernor, played.Id, item, Release: false));

        var answer = await governor.SubmitAsync(form, LaunchFields.Typed);

        answer.ShouldSay(HttpStatusCode.Conflict, "该事项在您打开之后有变化", LaunchFields.Document);
    }

    [Fact]
    public async Task Who_lost_his_right_a_second_ago_is_told_that_there_is_nothing_for_him()
    {
        using var governor = await Browser.SignInAsync(site.Address, PlayedCase.Governor);
        var form = await governor.OpenAsync(item);
        await using var db = world.Db();
        var post = await db.Posts.SingleAsync(post => post.PersonId == PlayedCase.Governor);
        await world.EndPostAsync(post.Id, PlayedCase.NewId());

        var answer = await governor.SubmitAsync(form, LaunchFields.Typed);

        answer.ShouldSay(HttpStatusCode.NotFound, "没有这一事项，或者您无权查看");
        (await played.ItemAsync("LaunchInvestigation")).Status.ShouldBe(WorkItemStatus.Open);
    }
}
