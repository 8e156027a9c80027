using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Channels;

/// <summary>Mail that was taken and came back, in a real mailbox.</summary>
public sealed class BounceTests : IAsyncLifetime, IDisposable
{
    private const string Reader = "env-sun";

    private readonly DirectoryInfo data = RunningSite.NewFolder();
    private readonly MailSink sink = new();
    private readonly Pop3Box box = new();
    private readonly MovedClock clock = new();
    private RunningSite site = null!;

    public async Task InitializeAsync()
    {
        site = await RunningSite.StartAsync(data, adjust: services => services.AddSingleton<TimeProvider>(clock), settings:
        [
            "--Mail:Host", "127.0.0.1", "--Mail:Port", $"{sink.Port}", "--Mail:Security", "none", "--Mail:From", "system@example.gov.cn", "--Mail:TimeoutSeconds", "5",
            "--Bounces:Host", "127.0.0.1", "--Bounces:Port", $"{box.Port}", "--Bounces:Security", "none", "--Bounces:User", "system", "--Bounces:Password", "secret",
        ]);
        await site.ReadAsync(async db =>
        {
            (await db.People.SingleAsync(person => person.Id == Reader)).Email = "env-sun@example.gov.cn";
            return await db.SaveChangesAsync();
        });
        await Written.NoticeAsync(site, new Recipient(PersonId: Reader), walled: false, clock.GetUtcNow());
        await site.Services.GetRequiredService<Sweeps>().RunAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        data.Delete(recursive: true);
    }

    public void Dispose()
    {
        sink.Dispose();
        box.Dispose();
    }

    [Fact]
    public async Task Mail_that_came_back_is_an_incident_with_its_reason_and_the_notice_stands_on_the_site()
    {
        var sent = sink.Messages.ShouldHaveSingleItem().MessageId!;
        box.Messages.Add(Report(sent, "failed"));

        await ReadAsync();
        await ReadAsync();

        (await DeliveryAsync()).ShouldSatisfyAllConditions(
            row => row.Status.ShouldBe(DeliveryStatus.GivenUp), row => row.LastError.ShouldBe("smtp; 550 5.1.1 no such person"));
        using var administrator = await site.SignedInAsync("it-lu");
        var page = await administrator.GetAsync("/alarms");
        page.Text.ShouldContain("消息多次发送失败");
        page.Text.ShouldContain("孙");
        box.Messages.ShouldBeEmpty("what was taken is not read again");
        using var reader = await site.SignedInAsync(Reader);
        (await reader.GetAsync("/notices")).Text.ShouldContain("昌环追〔2026〕1号");
    }

    [Fact]
    public async Task A_delay_a_stranger_s_report_and_a_letter_give_up_nothing_and_the_letter_stays()
    {
        const string letter = "From: someone@example.gov.cn\nTo: system@example.gov.cn\nSubject: question\nMessage-Id: <1@example.gov.cn>\n\nHello.";
        box.Messages.AddRange([Report(sink.Messages.Single().MessageId!, "delayed"), Report("somebody@elsewhere.example.gov.cn", "failed"), letter]);

        await ReadAsync();

        (await DeliveryAsync()).Status.ShouldBe(DeliveryStatus.Sent);
        box.Messages.ShouldBe([letter]);
        (await site.ReadAsync(db => db.Alarms.CountAsync(alarm => alarm.Kind == AlarmKind.MessageGivenUp))).ShouldBe(0);
    }

    [Fact]
    public async Task A_mailbox_that_cannot_be_reached_is_left_for_the_next_time()
    {
        box.Dispose();

        await ReadAsync();

        (await DeliveryAsync()).Status.ShouldBe(DeliveryStatus.Sent);
    }

    private Task ReadAsync() => site.Services.GetRequiredService<SweepBounces>().RunAsync(CancellationToken.None);

    private Task<Delivery> DeliveryAsync() => site.ReadAsync(db => db.Deliveries.AsNoTracking().SingleAsync());

    private static string Report(string messageId, string action) => $"""
        From: MAILER-DAEMON@example.gov.cn
        To: system@example.gov.cn
        Subject: Delivery Status Notification
        Message-Id: <{Guid.NewGuid():n}@mx.example.gov.cn>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        Your message was not delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.gov.cn

        Final-Recipient: rfc822; env-sun@example.gov.cn
        Action: {action}
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 no such person

        --b
        Content-Type: text/rfc822-headers

        From: system@example.gov.cn
        To: env-sun@example.gov.cn
        Message-Id: <{messageId}>

        --b--
        """;
}
