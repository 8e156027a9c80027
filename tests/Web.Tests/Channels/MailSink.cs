using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WorkflowAccountability.Web.Tests.Channels;

/// <summary>How a mail server behaves.</summary>
public enum Manners
{
    /// <summary>Takes what it is given.</summary>
    Takes,

    /// <summary>Knows no recipient.</summary>
    Refuses,

    /// <summary>Takes a message and never says so.</summary>
    Lies,

    /// <summary>Takes a connection and never greets.</summary>
    IsSilent,
}

/// <summary>A mail server on a port of its own, as well-mannered as the test wants it.</summary>
public sealed class MailSink : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();

    public MailSink()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public Manners Manners { get; set; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Every message whose text arrived whole, whatever was answered.</summary>
    public ConcurrentQueue<MimeKit.MimeMessage> Messages { get; } = [];

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
                _ = ServeAsync(await listener.AcceptTcpClientAsync(end.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await TalkAsync(client.GetStream());
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                // The other side has hung up.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        async Task Say(string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), end.Token);
        if (Manners is Manners.IsSilent)
        {
            await reader.ReadLineAsync(end.Token);
            return;
        }
        await Say("220 sink");
        while (await reader.ReadLineAsync(end.Token) is { } line)
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "RCPT" when Manners is Manners.Refuses:
                    await Say("550 5.1.1 no such person");
                    break;
                case "DATA":
                    await Say("354 go on");
                    var text = new StringBuilder();
                    while (await reader.ReadLineAsync(end.Token) is { } part && part != ".")
                        text.Append(part).Append("\r\n");
                    using (var message = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString())))
                        Messages.Enqueue(await MimeKit.MimeMessage.LoadAsync(message, end.Token));
                    if (Manners is Manners.Lies)
                        await reader.ReadLineAsync(end.Token);
                    else
                        await Say("250 taken");
                    break;
                case "QUIT":
                    await Say("221 bye");
                    return;
                default:
                    await Say("250 ok");
                    break;
            }
    }
}
