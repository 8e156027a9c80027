namespace WorkflowAccountability.Web.Channels;

/// <summary>A gateway of the prefecture: <c>Webhook:Address</c>, <c>Webhook:Secret</c>. Without an address nothing is sent.</summary>
public sealed class WebhookOptions
{
    /// <summary>Where messages are posted; null switches the webhook off.</summary>
    public Uri? Address { get; init; }

    /// <summary>The secret that both sides know; signs every message.</summary>
    public string Secret { get; init; } = "";

    /// <summary>How long the gateway may take for one message.</summary>
    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>Everything that is wrong with these settings; empty when messages may be sent, or the webhook is off.</summary>
    public IEnumerable<string> Faults() => Address is null ? [] :
    [
        .. Address.IsAbsoluteUri && Address.Scheme is "http" or "https" ? Array.Empty<string>() : [$"Webhook:Address is '{Address}'; write https://…"],
        .. Secret.Length >= 32 ? Array.Empty<string>() : ["Webhook:Secret is shorter than 32 characters; anybody could guess it."],
        .. TimeoutSeconds is > 0 and <= 60 ? Array.Empty<string>() : [$"Webhook:TimeoutSeconds is {TimeoutSeconds}; write 1 to 60."],
    ];
}
