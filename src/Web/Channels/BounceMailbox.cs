using MailKit.Net.Pop3;
using MailKit.Security;
using MimeKit;
using WorkflowAccountability.Procedure.Notifications;

namespace WorkflowAccountability.Web.Channels;

/// <summary>
/// The mailbox of the sender's address, read by POP3. A report of a failed delivery (RFC 3464) that returns one of our messages is taken and removed;
/// reports of delay are removed; everything else stays for whoever reads the mailbox.
/// </summary>
public sealed class BounceMailbox(BounceOptions options) : Bounces
{
    private const int Most = 200;

    /// <inheritdoc/>
    public override async Task ReadAsync(Func<Bounce, CancellationToken, Task> take, CancellationToken cancellationToken)
    {
        using var client = new Pop3Client { Timeout = options.TimeoutSeconds * 1000 };
        await client.ConnectAsync(options.Host!, options.Port, options.Security switch
        {
            "tls" => SecureSocketOptions.SslOnConnect,
            "starttls" => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        }, cancellationToken);
        await client.AuthenticateAsync(options.User!, options.Password!, cancellationToken);
        for (var number = 0; number < Math.Min(client.Count, Most); number++)
        {
            using var message = await client.GetMessageAsync(number, cancellationToken);
            if (message.Body is not MultipartReport report || ReportOf(report) is not { } statuses)
                continue;
            foreach (var bounce in BouncesIn(report, statuses))
                await take(bounce, cancellationToken);
            await client.DeleteMessageAsync(number, cancellationToken);
        }
        // Only a farewell removes what was marked.
        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    private static MessageDeliveryStatus? ReportOf(MultipartReport report) => report.OfType<MessageDeliveryStatus>().FirstOrDefault();

    private static IEnumerable<Bounce> BouncesIn(MultipartReport report, MessageDeliveryStatus statuses)
    {
        if (statuses.StatusGroups.FirstOrDefault(group => group["Action"]?.Trim().Equals("failed", StringComparison.OrdinalIgnoreCase) is true) is not { } failed)
            return [];
        return report.OfType<MessagePart>().Select(part => part.Message?.MessageId).OfType<string>()
            .Select(id => new Bounce(MailChannel.IdIn(id), failed["Diagnostic-Code"] ?? failed["Status"] ?? "failed"));
    }
}

/// <summary>The mailbox to which failed mail comes back: <c>Bounces:Host</c>, <c>Bounces:User</c>, <c>Bounces:Password</c> … Without a host none is read.</summary>
public sealed class BounceOptions
{
    /// <summary>The server; null where none is read.</summary>
    public string? Host { get; init; }

    /// <summary>Its port.</summary>
    public int Port { get; init; } = 995;

    /// <summary><c>tls</c>, <c>starttls</c> or <c>none</c>.</summary>
    public string Security { get; init; } = "tls";

    /// <summary>The account.</summary>
    public string? User { get; init; }

    /// <summary>The account's password.</summary>
    public string? Password { get; init; }

    /// <summary>How long the server may take for an answer.</summary>
    public int TimeoutSeconds { get; init; } = 20;

    /// <summary>Everything that is wrong with these settings; empty when the mailbox can be read, or none is.</summary>
    public IEnumerable<string> Faults() => Host is null ? [] :
    [
        .. Port is > 0 and < 65536 ? Array.Empty<string>() : [$"Bounces:Port is {Port}; write a port between 1 and 65535."],
        .. Security is "none" or "starttls" or "tls" ? Array.Empty<string>() : [$"Bounces:Security is '{Security}'; write none, starttls or tls."],
        .. User is not null && Password is not null ? Array.Empty<string>() : ["Bounces:User and Bounces:Password are missing; a mailbox is nobody's without them."],
        .. TimeoutSeconds is > 0 and <= 60 ? Array.Empty<string>() : [$"Bounces:TimeoutSeconds is {TimeoutSeconds}; write 1 to 60."],
    ];
}
