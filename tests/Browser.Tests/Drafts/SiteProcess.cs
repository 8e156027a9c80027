using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace WorkflowAccountability.Browser.Tests.Drafts;

/// <summary>The site in a process of its own, on a fixed port with a fixed folder, so that it can be killed and come back.</summary>
internal sealed class SiteProcess : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("killed-");
    private Process? process;

    /// <summary>Where it listens, before and after.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync()
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "WorkflowAccountability.Web.dll"), "--data", folder.FullName, "--demo", "true", "--example", "true",
            "--jobs", "false", "--urls", Address.ToString(), "--Logging:LogLevel:Default", "Error",
        ];
        process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })
            ?? throw new Win32Exception("The site cannot be started.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith("Open ", StringComparison.Ordinal))
            {
                // Whatever else it prints must not fill the pipe.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return;
            }
        throw new InvalidOperationException("The site ended before it listened.");
    }

    /// <summary>Kills it without a word, as a power cut does.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (process is { HasExited: false })
            process.Kill();
        process?.WaitForExit();
        process?.Dispose();
        folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
