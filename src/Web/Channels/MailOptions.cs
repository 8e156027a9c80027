using MimeKit;

namespace WorkflowAccountability.Web.Channels;

/// <summary>How mail is handed over: <c>Mail:Host</c>, <c>Mail:Port</c>, <c>Mail:Security</c> … Without a host no mail leaves.</summary>
public sealed class MailOptions
{
    /// <summary>The server; null switches mail off.</summary>
    public string? Host { get; init; }

    /// <summary>Its port.</summary>
    public int Port { get; init; } = 25;

    /// <summary><c>none</c>, <c>starttls</c> or <c>tls</c>.</summary>
    public string Security { get; init; } = "starttls";

    /// <summary>The account; null where the server asks for none.</summary>
    public string? User { get; init; }

    /// <summary>The account's password.</summary>
    public string? Password { get; init; }

    /// <summary>The sender.</summary>
    public string From { get; init; } = "";

    /// <summary>How long a server may take for one message.</summary>
    public int TimeoutSeconds { get; init; } = 20;

    /// <summary>Everything that is wrong with these settings; empty when mail may be sent, or is off.</summary>
    public IEnumerable<string> Faults() => Host is null ? [] :
    [
        .. Port is > 0 and < 65536 ? Array.Empty<string>() : [$"Mail:Port is {Port}; write a port between 1 and 65535."],
        .. Security is "none" or "starttls" or "tls" ? Array.Empty<string>() : [$"Mail:Security is '{Security}'; write none, starttls or tls."],
        .. MailboxAddress.TryParse(From, out var from) && from.Address.Contains('@', StringComparison.Ordinal) ? Array.Empty<string>() : [$"Mail:From is '{From}'; write the address that mail is sent from."],
        .. User is null == Password is null ? Array.Empty<string>() : ["Mail:User and Mail:Password belong together; write both or neither."],
        .. User is not null && Security == "none" ? ["Mail:Security is none, so that Mail:Password would cross the network in clear; write starttls or tls."] : Array.Empty<string>(),
        .. TimeoutSeconds is > 0 and <= 60 ? Array.Empty<string>() : [$"Mail:TimeoutSeconds is {TimeoutSeconds}; write 1 to 60."],
    ];
}
