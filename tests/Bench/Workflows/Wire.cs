using System.Net;
using System.Net.Sockets;

namespace WorkflowAccountability.Bench.Workflows;

/// <summary>
/// Stands between the site and PostgreSQL and counts what goes over the wire: round trips (the client speaks after the server spoke) and
/// statements (messages of the protocol that execute something, BEGIN and COMMIT among them).
/// </summary>
internal sealed class Wire : IAsyncDisposable
{
    private const byte Query = (byte)'Q', Execute = (byte)'E';
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint server;
    private long roundTrips;
    private long statements;

    public Wire(string host, int port)
    {
        server = new(IPAddress.Parse(host), port);
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public (long RoundTrips, long Statements) Count => (Interlocked.Read(ref roundTrips), Interlocked.Read(ref statements));

    public ValueTask DisposeAsync()
    {
        listener.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = JoinAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception shut) when (shut is SocketException or ObjectDisposedException)
        {
            // The bench is over.
        }
    }

    private async Task JoinAsync(TcpClient client)
    {
        using var site = client;
        using var behind = new TcpClient { NoDelay = true };
        site.NoDelay = true;
        await behind.ConnectAsync(server);
        var talk = new Talk();
        try
        {
            await Task.WhenAny(
                PassAsync(site.GetStream(), behind.GetStream(), talk.FromSite),
                PassAsync(behind.GetStream(), site.GetStream(), talk.FromServer));
        }
        catch (Exception gone) when (gone is SocketException or IOException or ObjectDisposedException)
        {
            // One side hung up.
        }
        async Task PassAsync(NetworkStream from, NetworkStream to, Action<Wire, ReadOnlyMemory<byte>> see)
        {
            var buffer = new byte[64 * 1024];
            for (int length; (length = await from.ReadAsync(buffer)) > 0;)
            {
                see(this, buffer.AsMemory(0, length));
                await to.WriteAsync(buffer.AsMemory(0, length));
            }
        }
    }

    /// <summary>One connection's conversation.</summary>
    private sealed class Talk
    {
        private bool serverSpoke = true;
        private bool hasBegun;
        private int skip;
        private readonly List<byte> head = [];

        public void FromServer(Wire wire, ReadOnlyMemory<byte> bytes) => Volatile.Write(ref serverSpoke, true);

        public void FromSite(Wire wire, ReadOnlyMemory<byte> bytes)
        {
            if (Volatile.Read(ref serverSpoke))
                Interlocked.Increment(ref wire.roundTrips);
            Volatile.Write(ref serverSpoke, false);
            foreach (var one in bytes.Span)
                See(wire, one);
        }

        // A message is a letter and a length that counts itself; the first one of a connection has no letter.
        private void See(Wire wire, byte one)
        {
            if (skip > 0)
            {
                skip--;
                return;
            }
            head.Add(one);
            var letter = hasBegun ? 1 : 0;
            if (head.Count < letter + 4)
                return;
            if (hasBegun && head[0] is Query or Execute)
                Interlocked.Increment(ref wire.statements);
            skip = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian([.. head.Skip(letter)]) - 4;
            hasBegun = true;
            head.Clear();
        }
    }
}
