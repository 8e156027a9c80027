using System.Net;
using System.Text;
using System.Text.Json;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Web.Channels;

namespace WorkflowAccountability.Web.Tests.Channels;

/// <summary>The webhook against a real listener.</summary>
public sealed class WebhookTests : IDisposable
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly HttpListener listener = new();
    private readonly MovedClock clock = new();
    private readonly HttpClient client = new();
    private readonly Uri address;

    public WebhookTests()
    {
        using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/notices");
        }
        listener.Prefixes.Add(address.GetLeftPart(UriPartial.Authority) + "/");
        listener.Start();
    }

    public void Dispose()
    {
        listener.Close();
        client.Dispose();
    }

    [Fact]
    public async Task A_message_carries_its_id_and_a_signature_over_time_and_body()
    {
        var (request, body) = await SendAsync(HttpStatusCode.OK);

        request.Headers["X-Accountability-Id"].ShouldBe("msg:1");
        var timestamp = request.Headers["X-Accountability-Timestamp"]!;
        timestamp.ShouldBe("1772420400");
        request.Headers["X-Accountability-Signature"].ShouldBe(WebhookChannel.Sign(Secret, timestamp, body));
        WebhookChannel.Sign(Secret, timestamp, [.. body, (byte)' ']).ShouldNotBe(request.Headers["X-Accountability-Signature"]);
        using var json = JsonDocument.Parse(body);
        json.RootElement.EnumerateObject().Select(property => property.Name).ShouldBe(["id", "person", "kind", "subject", "number", "act"]);
        json.RootElement.GetProperty("number").GetString().ShouldBe("昌环追〔2026〕1号");
    }

    [Fact]
    public void The_signature_is_the_one_that_is_documented() =>
        WebhookChannel.Sign("key", "1", Encoding.UTF8.GetBytes("{}")).ShouldBe(
            Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("key"u8, "1.{}"u8)));

    [Fact]
    public async Task A_gateway_that_answers_with_an_error_has_not_taken_it() =>
        await Should.ThrowAsync<HttpRequestException>(() => SendAsync(HttpStatusCode.ServiceUnavailable));

    private async Task<(HttpListenerRequest Request, byte[] Body)> SendAsync(HttpStatusCode status)
    {
        var channel = new WebhookChannel(new WebhookOptions { Address = address, Secret = Secret }, client, clock);
        var served = ServeAsync(status);
        await channel.SendAsync(new OutgoingMessage("msg:1", new OutgoingPerson("env-sun", "孙", null), NoticeKind.Reminder, "主题", "正文", "昌环追〔2026〕1号", "批准",
            clock.GetUtcNow()), CancellationToken.None);
        return await served;
    }

    private async Task<(HttpListenerRequest Request, byte[] Body)> ServeAsync(HttpStatusCode status)
    {
        var context = await listener.GetContextAsync();
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        context.Response.StatusCode = (int)status;
        context.Response.Close();
        return (context.Request, body.ToArray());
    }
}
