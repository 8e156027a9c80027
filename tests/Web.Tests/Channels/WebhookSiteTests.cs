using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Web.Channels;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Channels;

/// <summary>A real site that posts to a real gateway.</summary>
public sealed class WebhookSiteTests : IAsyncLifetime, IDisposable
{
    private const string Reader = "env-sun", Secret = "0123456789abcdef0123456789abcdef";

    private readonly DirectoryInfo data = RunningSite.NewFolder();
    private readonly Gateway gateway = new();
    private readonly MovedClock clock = new();
    private RunningSite site = null!;

    public async Task InitializeAsync() => site = await RunningSite.StartAsync(data, adjust: services => services.AddSingleton<TimeProvider>(clock), settings:
        ["--Webhook:Address", gateway.Address.ToString(), "--Webhook:Secret", Secret, "--Webhook:TimeoutSeconds", "1"]);

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        data.Delete(recursive: true);
    }

    public void Dispose() => gateway.Dispose();

    [Fact]
    public async Task A_reader_is_told_number_and_act_once_signed_and_nothing_else_of_the_case()
    {
        var (number, title) = await WriteAsync();

        await SweepAsync();
        await SweepAsync();

        var (_, id, timestamp, signature, body) = gateway.Messages.ShouldHaveSingleItem();
        signature.ShouldBe(WebhookChannel.Sign(Secret, timestamp, body));
        var json = Gateway.Json(body);
        json.GetProperty("id").GetString().ShouldBe(id);
        json.GetProperty("person").GetString().ShouldBe(Reader);
        json.GetProperty("number").GetString().ShouldBe(number);
        json.GetRawText().ShouldNotContain(title);
    }

    [Fact]
    public async Task Behind_the_wall_neither_number_nor_act_is_told()
    {
        await WriteAsync(walled: true);

        await SweepAsync();

        var json = Gateway.Json(gateway.Messages.ShouldHaveSingleItem().Body);
        json.GetProperty("number").GetString().ShouldBeNull();
        json.GetProperty("act").GetString().ShouldBeNull();
        json.GetRawText().ShouldNotContain("昌环追");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.Redirect)]
    public async Task A_gateway_that_never_answers_fails_or_sends_elsewhere_gets_it_again_under_the_same_id_and_nobody_else_does(HttpStatusCode? answer)
    {
        await WriteAsync();
        gateway.Answer = answer;
        await SweepAsync();
        (await DeliveryAsync()).ShouldSatisfyAllConditions(row => row.Status.ShouldBe(DeliveryStatus.Waiting), row => row.LastError.ShouldNotBeNullOrEmpty());

        gateway.Answer = HttpStatusCode.OK;
        clock.Advance(TimeSpan.FromMinutes(1));
        await SweepAsync();

        gateway.Messages.Count.ShouldBe(2);
        gateway.Messages.Select(message => message.Id).Distinct().ShouldHaveSingleItem();
        gateway.Messages.ShouldAllBe(message => message.Path == "/notices");
        (await DeliveryAsync()).Status.ShouldBe(DeliveryStatus.Sent);
    }

    [Fact]
    public async Task A_gateway_that_is_away_for_a_day_is_an_incident_and_what_was_given_up_is_counted_on_the_page()
    {
        await WriteAsync();
        gateway.Dispose();
        for (var attempt = 0; attempt < SendDeliveries.Tries; attempt++)
        {
            await SweepAsync();
            clock.Advance(TimeSpan.FromHours(1));
        }

        (await DeliveryAsync()).Status.ShouldBe(DeliveryStatus.GivenUp);
        using var administrator = await site.SignedInAsync("it-lu");
        (await administrator.GetAsync("/alarms")).Text.ShouldContain("消息多次发送失败");
        (await administrator.GetAsync("/channels")).Text.ShouldContain("消息网关");
    }

    [Fact]
    public async Task An_administrator_tries_the_gateway_from_its_page_and_reads_what_it_said()
    {
        using var administrator = await site.SignedInAsync("it-lu");
        async Task<Page> TryAsync() => await administrator.SubmitAsync(await administrator.GetAsync("/channels"), "/channels/test", new KeyValuePair<string, string>("Channel", "Webhook"));

        (await TryAsync()).Status.ShouldBe(200);
        gateway.Answer = HttpStatusCode.Forbidden;
        var refused = await TryAsync();

        refused.Status.ShouldBe(422);
        refused.Text.ShouldContain("403");
        gateway.Messages.Count.ShouldBe(2);
        Gateway.Json(gateway.Messages.First().Body).GetProperty("person").GetString().ShouldBe("it-lu");
    }

    [Fact]
    public async Task In_quiet_hours_the_gateway_waits_until_they_are_over()
    {
        // 11:00 in Beijing, in the middle of the quiet hours.
        await SettleAsync("each", "10:00", "12:30");
        await WriteAsync();

        await SweepAsync();
        gateway.Messages.ShouldBeEmpty();
        clock.Advance(TimeSpan.FromMinutes(89));
        await SweepAsync();
        gateway.Messages.ShouldBeEmpty();
        clock.Advance(TimeSpan.FromMinutes(1));
        await SweepAsync();

        Gateway.Json(gateway.Messages.ShouldHaveSingleItem().Body).GetProperty("person").GetString().ShouldBe(Reader);
    }

    [Fact]
    public async Task Who_wants_nothing_outside_of_the_site_is_told_nothing_by_the_gateway_either()
    {
        await SettleAsync("none");
        await WriteAsync();

        await SweepAsync();
        clock.Advance(TimeSpan.FromDays(1));
        await SweepAsync();

        gateway.Messages.ShouldBeEmpty();
        (await site.ReadAsync(db => db.Deliveries.CountAsync())).ShouldBe(0);
        using var reader = await site.SignedInAsync(Reader);
        (await reader.GetAsync("/notices")).CountOf("li.unread").ShouldBe(1, "on the site everything is shown at once");
    }

    [Fact]
    public async Task A_morning_digest_is_one_message_to_the_gateway_without_number_and_act()
    {
        await SettleAsync("digest");
        await WriteAsync();
        await WriteAsync();

        await SweepAsync();
        gateway.Messages.ShouldBeEmpty();
        clock.Advance(TimeSpan.FromHours(23));
        await SweepAsync();

        var json = Gateway.Json(gateway.Messages.ShouldHaveSingleItem().Body);
        json.GetProperty("number").GetString().ShouldBeNull();
        json.GetProperty("act").GetString().ShouldBeNull();
    }

    [Fact]
    public async Task An_administrator_tries_a_notice_on_the_site_and_his_own_count_moves()
    {
        using var administrator = await site.SignedInAsync("it-lu");
        using var official = await site.SignedInAsync(Reader);
        var page = await administrator.GetAsync("/channels");
        page.CountOf(".bell[data-notice-count='0']").ShouldBe(1);

        var tried = await administrator.SubmitAsync(page, "/channels/test", new KeyValuePair<string, string>("Channel", "InApp"));
        await administrator.SubmitAsync(page, "/channels/test", new KeyValuePair<string, string>("Channel", "InApp"));
        await SweepAsync();

        tried.Text.ShouldContain("未读数已增加");
        (await administrator.GetAsync("/channels")).CountOf(".bell[data-notice-count='1']").ShouldBe(1, "the same form sent twice is one notice");
        (await administrator.GetAsync("/notices")).Text.ShouldContain("测试通知");
        (await official.SubmitAsync(await official.GetAsync("/"), "/channels/test", new("Channel", "InApp"), new("_command", "mine"))).Status.ShouldBe(404);
        gateway.Messages.ShouldBeEmpty("it leaves the house for nobody");
    }

    // He has no address: the gateway reaches him without one.
    private async Task SettleAsync(string how, string quietFrom = "", string quietTo = "")
    {
        using var official = await site.SignedInAsync(Reader);
        var answer = await official.SubmitAsync(await official.GetAsync("/settings/notices"), "/settings/notices",
            new("How", how), new("QuietFrom", quietFrom), new("QuietTo", quietTo));
        answer.Status.ShouldBe(303, answer.Text);
    }

    private Task<(string Number, string Title)> WriteAsync(bool walled = false) => Written.NoticeAsync(site, new Recipient(PersonId: Reader), walled, clock.GetUtcNow());

    private Task SweepAsync() => site.Services.GetRequiredService<Sweeps>().RunAsync(CancellationToken.None);

    private Task<Delivery> DeliveryAsync() => site.ReadAsync(db => db.Deliveries.AsNoTracking().SingleAsync());
}
