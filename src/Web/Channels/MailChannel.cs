using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Text;
using WorkflowAccountability.Procedure.Notifications;

namespace WorkflowAccountability.Web.Channels;

/// <summary>E-mail. A server that takes a message and never says so is asked again, under the same message id.</summary>
public sealed class MailChannel(MailOptions options) : Channel
{
    /// <inheritdoc/>
    public override ChannelKind Kind => ChannelKind.Mail;

    /// <inheritdoc/>
    public override bool Reaches(OutgoingPerson person) => MailboxAddress.TryParse(person.Email ?? "", out var address) && address.Address.Contains('@', StringComparison.Ordinal);

    /// <inheritdoc/>
    public override async Task SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        using var client = new SmtpClient { Timeout = options.TimeoutSeconds * 1000 };
        try
        {
            await client.ConnectAsync(options.Host!, options.Port, options.Security switch
            {
                "tls" => SecureSocketOptions.SslOnConnect,
                "starttls" => SecureSocketOptions.StartTls,
                _ => SecureSocketOptions.None,
            }, patience.Token);
            if (options.User is { } user)
                await client.AuthenticateAsync(user, options.Password!, patience.Token);
            await client.SendAsync(Mime(message), patience.Token);
        }
        catch (SmtpCommandException refusal) when (refusal.ErrorCode is SmtpErrorCode.RecipientNotAccepted && (int)refusal.StatusCode >= 550)
        {
            throw new UndeliverableException($"The server does not know the address: {refusal.Message}", refusal);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server did not answer within {options.TimeoutSeconds} s; the message may have arrived.", late);
        }
        // What the server took, it has; a farewell that fails changes nothing.
        await client.DisconnectAsync(quit: false, CancellationToken.None);
    }

    /// <summary>The message id that an id of the wire was made of.</summary>
    internal static string IdIn(string wire) => Uri.UnescapeDataString(wire.Split('@')[0]);

    private MimeMessage Mime(OutgoingMessage message)
    {
        var from = MailboxAddress.Parse(options.From);
        return new MimeMessage(new[] { from }, new[] { new MailboxAddress(message.To.Name, MailboxAddress.Parse(message.To.Email!).Address) },
            message.Subject, new TextPart(TextFormat.Plain) { Text = message.Body })
        {
            MessageId = $"{Uri.EscapeDataString(message.Id)}@{from.Domain}", Date = message.At,
            Headers = { { HeaderId.AutoSubmitted, "auto-generated" } },
        };
    }
}
