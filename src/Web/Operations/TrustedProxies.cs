using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using WorkflowAccountability.Web.Start;
using IPNetwork = System.Net.IPNetwork;

namespace WorkflowAccountability.Web.Operations;

/// <summary>
/// What a proxy in front of the site says of a request, <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c>, is believed where the proxy is named, and
/// from nobody else: not even from this machine. The host's name is the one that the proxy passes on.
/// </summary>
internal static class TrustedProxies
{
    /// <exception cref="StartRefusedException">Something in the list is neither an address nor a network.</exception>
    public static void UseTrustedProxies(this WebApplication app, SiteOptions options)
    {
        var named = (options.KnownProxies ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (named.Length == 0)
            return;
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        List<string> faults = [];
        foreach (var name in named)
            if (IPAddress.TryParse(name, out var address))
                forwarded.KnownProxies.Add(address);
            else if (IPNetwork.TryParse(name, out var network) && network.PrefixLength > 0)
                forwarded.KnownIPNetworks.Add(network);
            else
                faults.Add($"--known-proxies: '{name}' is neither an address nor a network; write 10.1.2.3 or 10.1.2.0/24.");
        if (faults.Count > 0)
            throw new StartRefusedException(string.Join('\n', faults));
        app.UseForwardedHeaders(forwarded);
    }
}
