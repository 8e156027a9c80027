using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Web.Start;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Channels;

/// <summary>Mail on a real site to a real listener.</summary>
public sealed class MailTests : IAsyncLifetime, IDisposable
{
    private const string Reader = "env-sun", Address = "env-sun@example.gov.cn";

    private readonly DirectoryInfo data = RunningSite.NewFolder();
    private readonly MailSink sink = new();
    private readonly MovedClock clock = new();
    private RunningSite site = null!;

    public async Task InitializeAsync()
    {
        site = await RunningSite.StartAsync(data, adjust: services => services.AddSingleton<TimeProvider>(clock), settings:
            ["--Mail:Host", "127.0.0.1", "--Mail:Port", $"{sink.Port}", "--Mail:Security", "none", "--Mail:From", "system@example.gov.cn", "--Mail:TimeoutSeconds", "1"]);
    }

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        data.Delete(recursive: true);
    }

    public void Dispose() => sink.Dispose();

    [Fact]
    public async Task A_reader_gets_number_and_act_and_nothing_else_of_the_case()
    {
        await SettleAsync("each");
        var (number, title) = await WriteANoticeAsync();

        await SweepAsync();

        var mail = sink.Messages.ShouldHaveSingleItem();
        mail.To.Mailboxes.Single().Address.ShouldBe(Address);
        mail.Subject!.ShouldContain(number);
        (mail.Subject + mail.TextBody).ShouldNotContain(title);
        mail.TextBody!.ShouldContain("请登录");
    }

    [Fact]
    public async Task A_server_that_takes_a_message_and_never_says_so_gets_it_again_under_the_same_id()
    {
        await SettleAsync("each");
        await WriteANoticeAsync();
        sink.Manners = Manners.Lies;
        await SweepAsync();
        (await DeliveryAsync()).ShouldSatisfyAllConditions(
            row => row.Status.ShouldBe(DeliveryStatus.Waiting), row => row.Attempts.ShouldBe(1), row => row.LastError!.ShouldMatch("1 s|1000"));

        sink.Manners = Manners.Takes;
        clock.Advance(TimeSpan.FromMinutes(1));
        await SweepAsync();
        await SweepAsync();

        sink.Messages.Count.ShouldBe(2);
        sink.Messages.Select(mail => mail.MessageId).Distinct().ShouldHaveSingleItem();
        (await DeliveryAsync()).Status.ShouldBe(DeliveryStatus.Sent);
    }

    [Fact]
    public async Task An_address_that_the_server_does_not_know_becomes_an_alarm_that_an_administrator_sees()
    {
        await SettleAsync("each");
        await WriteANoticeAsync();
        sink.Manners = Manners.Refuses;

        await SweepAsync();

        (await DeliveryAsync()).Status.ShouldBe(DeliveryStatus.GivenUp);
        using var administrator = await site.SignedInAsync("it-lu");
        var page = await administrator.GetAsync("/alarms");
        page.Text.ShouldContain("消息多次发送失败");
        using var official = await site.SignedInAsync("env-wang");
        (await official.GetAsync("/alarms")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_silent_server_is_asked_ten_times_then_somebody_hears_of_it_and_before_that_of_the_waiting()
    {
        await SettleAsync("each");
        await WriteANoticeAsync();
        sink.Manners = Manners.IsSilent;

        for (var attempt = 1; attempt <= SendDeliveries.Tries; attempt++)
        {
            await SweepAsync();
            if (attempt == 5)
                (await AlarmsAsync()).ShouldContain(AlarmKind.MessagesWait);
            clock.Advance(TimeSpan.FromHours(1));
        }

        (await DeliveryAsync()).ShouldSatisfyAllConditions(
            row => row.Status.ShouldBe(DeliveryStatus.GivenUp), row => row.Attempts.ShouldBe(SendDeliveries.Tries));
        (await AlarmsAsync()).ShouldContain(AlarmKind.MessageGivenUp);
        await SweepAsync();
        (await AlarmsAsync()).ShouldNotContain(AlarmKind.MessagesWait, "what was given up waits no more");
    }

    [Fact]
    public async Task Whoever_wants_one_mail_each_morning_gets_one_at_ten()
    {
        await SettleAsync("digest");
        await WriteANoticeAsync();
        await WriteANoticeAsync();
        await SweepAsync();
        sink.Messages.ShouldBeEmpty();

        clock.Advance(TimeSpan.FromHours(23));
        await SweepAsync();
        await SweepAsync();

        var mail = sink.Messages.ShouldHaveSingleItem();
        mail.Subject!.ShouldContain("2");
        mail.TextBody!.Split('\n').Count(line => line.Contains("昌环追")).ShouldBe(2);
    }

    [Fact]
    public async Task In_quiet_hours_nothing_leaves_and_afterwards_everything()
    {
        await SettleAsync("each", quietFrom: "10:30", quietTo: "14:00");
        await WriteANoticeAsync();
        await SweepAsync();
        sink.Messages.ShouldBeEmpty();

        clock.Advance(TimeSpan.FromHours(4));
        await SweepAsync();

        sink.Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_came_under_inquiry_meanwhile_gets_nothing()
    {
        await SettleAsync("each", quietFrom: "10:30", quietTo: "14:00");
        await WriteANoticeAsync();
        await SweepAsync();
        await site.ReadAsync(async db =>
        {
            var caseId = await db.Deliveries.Select(row => row.CaseId).SingleAsync();
            db.Add(new Party { CaseId = caseId!, Id = "P99", Name = "孙", PersonId = Reader, IsPerson = true, Since = clock.GetUtcNow() });
            return await db.SaveChangesAsync();
        });

        clock.Advance(TimeSpan.FromHours(4));
        await SweepAsync();

        sink.Messages.ShouldBeEmpty();
        (await DeliveryAsync()).Status.ShouldBe(DeliveryStatus.Dropped);
    }

    [Fact]
    public async Task People_without_an_address_are_one_line_for_the_administrator_however_much_is_written_to_them_and_the_notice_stands_on_the_site()
    {
        await WriteANoticeAsync();
        await WriteANoticeAsync();
        await SweepAsync();
        await SweepAsync();

        (await AlarmsAsync()).Count(kind => kind is AlarmKind.PersonWithoutAddress).ShouldBe(1);
        using var administrator = await site.SignedInAsync("it-lu");
        var page = await administrator.GetAsync("/alarms");
        page.Text.ShouldContain("应接收邮件的人员没有邮箱");
        page.Text.ShouldMatch(@"\d+人：\S+、");
        page.Text.ShouldContain("恢复正常后自动消除");
        (await administrator.SubmitAsync(page, "/alarms/settle", new KeyValuePair<string, string>("Alarm", "PersonWithoutAddress:Mail:1"))).Status.ShouldBe(404, "it is a state, not an event");
        using var reader = await site.SignedInAsync(Reader);
        (await reader.GetAsync("/notices")).Text.ShouldContain("昌环追〔2026〕2号");

        await site.ReadAsync(async db =>
        {
            await foreach (var person in db.People.AsAsyncEnumerable())
                person.Email = $"{person.Id}@example.gov.cn";
            return await db.SaveChangesAsync();
        });
        await SweepAsync();

        (await AlarmsAsync()).ShouldNotContain(AlarmKind.PersonWithoutAddress);
        (await administrator.GetAsync("/alarms")).Text.ShouldContain("没有需要处理的告警");
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_tried_again_and_the_site_says_that_it_is_not_well()
    {
        await SettleAsync("each");
        await WriteANoticeAsync();
        sink.Dispose();

        await SweepAsync();
        clock.Advance(TimeSpan.FromMinutes(6));
        await SweepAsync();

        (await DeliveryAsync()).ShouldSatisfyAllConditions(row => row.Status.ShouldBe(DeliveryStatus.Waiting), row => row.Attempts.ShouldBe(2));
        (await AlarmsAsync()).ShouldContain(AlarmKind.MessagesWait);
        using var client = new HttpClient { BaseAddress = site.Address };
        (await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative))).ShouldBe("Degraded");
    }

    [Fact]
    public async Task What_lies_behind_the_wall_is_neither_named_nor_numbered_in_a_mail_nor_in_the_morning_s()
    {
        await SettleAsync("each");
        await WriteANoticeAsync(walled: true);
        await SweepAsync();
        await SettleAsync("digest");
        await WriteANoticeAsync(walled: true);
        await SweepAsync();
        clock.Advance(TimeSpan.FromHours(23));
        await SweepAsync();

        sink.Messages.Count.ShouldBe(2);
        foreach (var mail in sink.Messages)
        {
            (mail.Subject + mail.TextBody).ShouldNotContain("昌环追");
            mail.TextBody!.ShouldContain("请登录");
        }
    }

    [Fact]
    public async Task Who_gave_up_the_office_that_a_notice_went_to_gets_nothing_of_it()
    {
        await SettleAsync("each", quietFrom: "10:30", quietTo: "14:00");
        await WriteANoticeAsync(role: "LEAD_ENV");
        await SweepAsync();
        (await site.ReadAsync(db => db.Deliveries.CountAsync(row => row.PersonId == Reader))).ShouldBe(1);
        await site.ReadAsync(async db =>
        {
            foreach (var binding in await db.RoleBindings.Where(binding => binding.Role == "LEAD_ENV").ToListAsync())
                binding.To = new DateOnly(2026, 3, 1);
            (await db.Set<DirectoryStamp>().SingleAsync()).Version++;
            return await db.SaveChangesAsync();
        });

        clock.Advance(TimeSpan.FromHours(4));
        await SweepAsync();

        sink.Messages.ShouldBeEmpty();
        (await site.ReadAsync(db => db.Deliveries.Where(row => row.PersonId == Reader).Select(row => row.Status).SingleAsync())).ShouldBe(DeliveryStatus.Dropped);
    }

    [Fact]
    public async Task An_administrator_tries_the_channel_from_its_page()
    {
        using var administrator = await site.SignedInAsync("it-lu");
        var without = await administrator.SubmitAsync(await administrator.GetAsync("/channels"), "/channels/test", new KeyValuePair<string, string>("Channel", "Mail"));
        without.Status.ShouldBe(422);
        await SettleAsync("each", person: "it-lu", address: "it-lu@example.gov.cn");

        var sent = await administrator.SubmitAsync(await administrator.GetAsync("/channels"), "/channels/test", new KeyValuePair<string, string>("Channel", "Mail"));

        sent.Status.ShouldBe(200, sent.Text);
        sink.Messages.ShouldHaveSingleItem().Subject!.ShouldContain("测试");
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused_in_words()
    {
        using var official = await site.SignedInAsync(Reader);
        var page = await official.GetAsync("/settings/notices");

        var answer = await official.SubmitAsync(page, "/settings/notices",
            new("Email", "not an address"), new("How", "each"), new("QuietFrom", "22:00"), new("QuietTo", ""));

        answer.Status.ShouldBe(422);
        answer.Text.ShouldContain("邮箱地址不正确");
        answer.Text.ShouldContain("免打扰时段不完整");
    }

    [Fact]
    public async Task Settings_that_cannot_work_stop_the_start_all_at_once()
    {
        var refusal = await Should.ThrowAsync<StartRefusedException>(() => RunningSite.StartAsync(data,
            settings: ["--Mail:Host", "mail", "--Mail:From", "nobody", "--Mail:Security", "maybe", "--Webhook:Address", "https://evil.example", "--Webhook:Secret", "short"]));

        refusal.Message.ShouldContain("Mail:From");
        refusal.Message.ShouldContain("Mail:Security");
        refusal.Message.ShouldContain("Webhook:Secret");
    }

    private async Task SettleAsync(string how, string person = Reader, string address = Address, string quietFrom = "", string quietTo = "")
    {
        using var official = await site.SignedInAsync(person);
        var answer = await official.SubmitAsync(await official.GetAsync("/settings/notices"), "/settings/notices",
            new("Email", address), new("How", how), new("QuietFrom", quietFrom), new("QuietTo", quietTo));
        answer.Status.ShouldBe(303, answer.Text);
    }

    private Task<(string Number, string Title)> WriteANoticeAsync(bool walled = false, string? role = null) =>
        Written.NoticeAsync(site, role is null ? new Recipient(PersonId: Reader) : new Recipient(role), walled, clock.GetUtcNow());

    private Task SweepAsync() => site.Services.GetRequiredService<Sweeps>().RunAsync(CancellationToken.None);

    private Task<Delivery> DeliveryAsync() => site.ReadAsync(db => db.Deliveries.AsNoTracking().SingleAsync());

    private Task<List<AlarmKind>> AlarmsAsync() =>
        site.ReadAsync(db => db.Alarms.Where(alarm => alarm.SettledAt == null).Select(alarm => alarm.Kind).ToListAsync());
}
