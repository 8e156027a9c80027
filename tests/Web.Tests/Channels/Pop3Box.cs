using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WorkflowAccountability.Web.Tests.Channels;

/// <summary>A mailbox on a port of its own, as RFC 1939 has it.</summary>
public sealed class Pop3Box : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();

    public Pop3Box()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What lies in it.</summary>
    public List<string> Messages { get; } = [];

    public void Dispose()
    {
        // A test may have taken it away before.
        if (end.IsCancellationRequested)
            return;
        end.Cancel();
        listener.Dispose();
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!end.IsCancellationRequested)
            {
                using var client = await listener.AcceptTcpClientAsync(end.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException or IOException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        async Task Say(string text) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text + "\r\n"), end.Token);
        HashSet<int> marked = [];
        await Say("+OK box");
        while (await reader.ReadLineAsync(end.Token) is { } line)
        {
            var words = line.Split(' ');
            var number = words.Length > 1 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
            switch (words[0].ToUpperInvariant())
            {
                case "STAT":
                    await Say($"+OK {Messages.Count} {Messages.Sum(message => message.Length)}");
                    break;
                case "RETR":
                    await Say("+OK\r\n" + Messages[number - 1].ReplaceLineEndings("\r\n") + "\r\n.");
                    break;
                case "DELE":
                    marked.Add(number - 1);
                    await Say("+OK");
                    break;
                case "QUIT":
                    foreach (var gone in marked.OrderDescending())
                        Messages.RemoveAt(gone);
                    await Say("+OK bye");
                    return;
                case "USER" or "PASS" or "NOOP":
                    await Say("+OK");
                    break;
                default:
                    await Say("-ERR unknown");
                    break;
            }
        }
    }
}
