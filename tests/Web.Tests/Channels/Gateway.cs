using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace WorkflowAccountability.Web.Tests.Channels;

/// <summary>A gateway on a port of its own, which answers as the test wants it.</summary>
public sealed class Gateway : IDisposable
{
    private readonly HttpListener listener = new();

    public Gateway()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/notices");
        }
        listener.Prefixes.Add(Address.GetLeftPart(UriPartial.Authority) + "/");
        listener.Start();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>What it answers; null where it takes a message and never says so.</summary>
    public HttpStatusCode? Answer { get; set; } = HttpStatusCode.OK;

    /// <summary>Everything that arrived, whatever was answered.</summary>
    public ConcurrentQueue<(string Path, string Id, string Timestamp, string Signature, byte[] Body)> Messages { get; } = [];

    public static JsonElement Json(byte[] body) => JsonDocument.Parse(body).RootElement;

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                await TakeAsync(await listener.GetContextAsync());
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TakeAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        string Header(string name) => context.Request.Headers["X-Accountability-" + name] ?? "";
        Messages.Enqueue((context.Request.RawUrl!, Header("Id"), Header("Timestamp"), Header("Signature"), body.ToArray()));
        if (Answer is not { } status)
            return;
        context.Response.StatusCode = (int)status;
        if (status is HttpStatusCode.Redirect)
            context.Response.RedirectLocation = "/elsewhere";
        context.Response.Close();
    }
}
