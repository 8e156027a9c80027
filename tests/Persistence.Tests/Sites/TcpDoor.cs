using System.Net;
using System.Net.Sockets;

namespace WorkflowAccountability.Persistence.Tests.Sites;

/// <summary>The way from the site to its database server. When it is shut, what is open breaks, and nothing new gets through.</summary>
internal sealed class TcpDoor : IAsyncDisposable
{
    private readonly IPEndPoint behind;
    private readonly IPEndPoint front;
    private readonly List<TcpClient> open = [];
    private TcpListener listener;
    private Task accepting;

    public TcpDoor(string host, int port)
    {
        behind = new IPEndPoint(IPAddress.Parse(host), port);
        (listener, accepting) = Listen(new IPEndPoint(IPAddress.Loopback, 0));
        front = (IPEndPoint)listener.LocalEndpoint;
    }

    public int Port => front.Port;

    public async Task ShutAsync()
    {
        listener.Dispose();
        await accepting;
        lock (open)
        {
            open.ForEach(client => client.Dispose());
            open.Clear();
        }
    }

    public void Open() => (listener, accepting) = Listen(front);

    public async ValueTask DisposeAsync() => await ShutAsync();

    private (TcpListener Listener, Task Accepting) Listen(IPEndPoint at)
    {
        var fresh = new TcpListener(at);
        fresh.Start();
        return (fresh, AcceptAsync(fresh));
    }

    private async Task AcceptAsync(TcpListener from)
    {
        try
        {
            while (true)
                _ = JoinAsync(await from.AcceptTcpClientAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The door was shut.
        }
    }

    private async Task JoinAsync(TcpClient site)
    {
        var server = new TcpClient();
        lock (open)
            open.AddRange([site, server]);
        try
        {
            await server.ConnectAsync(behind);
            await Task.WhenAny(site.GetStream().CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(site.GetStream()));
        }
        catch (Exception gone) when (gone is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One side hung up, or the door was shut.
        }
        finally
        {
            site.Dispose();
            server.Dispose();
        }
    }
}
