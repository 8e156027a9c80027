using System.Net;
using System.Text;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Web.Channels;

namespace WorkflowAccountability.Web.Tests.Channels;

/// <summary>The webhook's message against a real listener.</summary>
public sealed class WebhookTests : IDisposable
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly Gateway gateway = new();
    private readonly MovedClock clock = new();
    private readonly HttpClient client = new();

    public void Dispose()
    {
        gateway.Dispose();
        client.Dispose();
    }

    [Fact]
    public async Task A_message_carries_its_id_and_a_signature_over_time_and_body()
    {
        await SendAsync();

        var (_, id, timestamp, signature, body) = gateway.Messages.ShouldHaveSingleItem();
        id.ShouldBe("msg:1");
        timestamp.ShouldBe("1772420400");
        signature.ShouldBe(WebhookChannel.Sign(Secret, timestamp, body));
        WebhookChannel.Sign(Secret, timestamp, [.. body, (byte)' ']).ShouldNotBe(signature);
        var json = Gateway.Json(body);
        json.EnumerateObject().Select(property => property.Name).ShouldBe(["id", "person", "kind", "subject", "number", "act"]);
        json.GetProperty("number").GetString().ShouldBe("昌环追〔2026〕1号");
    }

    [Fact]
    public void The_signature_is_the_one_that_is_documented() =>
        WebhookChannel.Sign("key", "1", Encoding.UTF8.GetBytes("{}")).ShouldBe(
            Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("key"u8, "1.{}"u8)));

    [Fact]
    public async Task A_gateway_that_answers_with_an_error_has_not_taken_it()
    {
        gateway.Answer = HttpStatusCode.ServiceUnavailable;

        await Should.ThrowAsync<HttpRequestException>(SendAsync);
    }

    private Task SendAsync() => new WebhookChannel(new WebhookOptions { Address = gateway.Address, Secret = Secret }, client, clock).SendAsync(
        new OutgoingMessage("msg:1", new OutgoingPerson("env-sun", "孙", null), NoticeKind.Reminder, "主题", "正文", "昌环追〔2026〕1号", "批准", clock.GetUtcNow()),
        CancellationToken.None);
}
