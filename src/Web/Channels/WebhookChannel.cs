using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using WorkflowAccountability.Procedure.Notifications;

namespace WorkflowAccountability.Web.Channels;

/// <summary>
/// Posts a message to a gateway. <c>X-Accountability-Signature</c> is the HMAC-SHA256, lower hex, of <c>X-Accountability-Timestamp</c> (Unix seconds),
/// a full stop and the body; <c>X-Accountability-Id</c> is the same at every try, so that the gateway can drop a repeat.
/// </summary>
public sealed class WebhookChannel(WebhookOptions options, HttpClient client, TimeProvider clock) : Channel
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public override ChannelKind Kind => ChannelKind.Webhook;

    /// <inheritdoc/>
    public override bool Reaches(OutgoingPerson person) => true;

    /// <inheritdoc/>
    public override async Task SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            id = message.Id, person = message.To.Id, kind = message.Kind.ToString(), subject = message.Subject, number = message.Number, act = message.Act,
        }, json);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Address)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" } } },
            Headers =
            {
                { "X-Accountability-Id", message.Id }, { "X-Accountability-Timestamp", timestamp },
                { "X-Accountability-Signature", Sign(options.Secret, timestamp, body) },
            },
        };
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"The gateway answered {(int)answer.StatusCode}.");
    }

    /// <summary>The signature that goes with a timestamp and a body.</summary>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes(timestamp + "."), .. body]));
}
